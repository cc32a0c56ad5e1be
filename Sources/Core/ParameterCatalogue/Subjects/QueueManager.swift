// Parameters: Queue manager and queues.

extension Parameter where Value == Bool {
    public static var confirmDelayCleared: Self {
        Self(
            "confirm_delay_cleared", default: "no", since: "3.0", programs: "oqmgr qmgr",
            summary: "Tell the sender when earlier delayed mail has been delivered")
    }

    public static var destinationConcurrencyFeedbackDebug: Self {
        Self(
            "destination_concurrency_feedback_debug", default: "no", since: "2.5", programs: "oqmgr qmgr",
            summary: "Log every step of the concurrency feedback")
    }

    public static var enableLongQueueIDs: Self {
        Self(
            "enable_long_queue_ids", default: "no", since: "2.9",
            programs: "* cleanup postqueue postsuper", summary: "Use long queue IDs that never repeat")
    }
}

extension Parameter where Value == Int {
    public static var defaultDeliverySlotCost: Self {
        Self(
            "default_delivery_slot_cost", default: "5", programs: "qmgr",
            summary:
                "How many recipients must be delivered to earn one preemption slot; 0 disables preemption")
    }

    public static var defaultDeliverySlotDiscount: Self {
        Self(
            "default_delivery_slot_discount", default: "50", maximum: 100, programs: "qmgr",
            summary: "Percentage of slots that may be borrowed for preemption (0..100)")
    }

    public static var defaultDeliverySlotLoan: Self {
        Self(
            "default_delivery_slot_loan", default: "3", programs: "qmgr",
            summary: "Number of slots that may be borrowed for preemption")
    }

    public static var defaultDestinationConcurrencyFailedCohortLimit: Self {
        Self(
            "default_destination_concurrency_failed_cohort_limit", default: "1", since: "2.5",
            programs: "oqmgr qmgr",
            summary: "Failed pseudo-cohorts after which a destination counts as dead; 0 disables")
    }

    public static var defaultDestinationConcurrencyLimit: Self {
        Self(
            "default_destination_concurrency_limit", default: "20", programs: "oqmgr qmgr",
            summary: "Parallel deliveries to one destination")
    }

    public static var defaultDestinationRecipientLimit: Self {
        Self(
            "default_destination_recipient_limit", default: "50", programs: "oqmgr qmgr",
            summary:
                "Recipients per delivery request; 1 switches concurrency from per-domain to per-recipient")
    }

    public static var defaultExtraRecipientLimit: Self {
        Self(
            "default_extra_recipient_limit", default: "1000", programs: "qmgr",
            summary: "Extra in-memory recipients reserved for preempting messages, per transport")
    }

    public static var defaultMinimumDeliverySlots: Self {
        Self(
            "default_minimum_delivery_slots", default: "3", programs: "qmgr",
            summary: "Recipients a message needs before preemption is considered")
    }

    public static var defaultRecipientLimit: Self {
        Self(
            "default_recipient_limit", default: "20000", programs: "qmgr",
            summary: "In-memory recipients per transport")
    }

    public static var defaultRecipientRefillLimit: Self {
        Self(
            "default_recipient_refill_limit", default: "100", minimum: 1, since: "2.4", programs: "qmgr",
            summary: "Recipients read at once when refilling")
    }

    public static var delayLoggingResolutionLimit: Self {
        Self(
            "delay_logging_resolution_limit", default: "2", maximum: 6, since: "2.3",
            programs: "* postscreen", summary: "Digits after the decimal point in logged delays (0..6)")
    }

    public static var dontRemove: Self {
        Self(
            "dont_remove", default: "0", programs: "*",
            summary: #"Keep finished queue files in the "saved" directory when non-zero"#)
    }

    public static var hashQueueDepth: Self {
        Self(
            "hash_queue_depth", default: "1", minimum: 1, programs: "* postsuper",
            summary: "Levels of subdirectories in hashed queues")
    }

    public static var initialDestinationConcurrency: Self {
        Self(
            "initial_destination_concurrency", default: "5", minimum: 1, programs: "oqmgr qmgr",
            summary: "Concurrency to start with for a destination")
    }

    public static var qmgrFudgeFactor: Self {
        Self(
            "qmgr_fudge_factor", default: "100", minimum: 10, maximum: 100,
            lifecycle: .obsolete(since: ""), programs: "oqmgr",
            summary: "Share of delivery resources for one large message in oqmgr(8) (10..100 percent)")
    }

    public static var qmgrMessageActiveLimit: Self {
        Self(
            "qmgr_message_active_limit", default: "20000", minimum: 1, programs: "oqmgr qmgr",
            summary: "Messages in the active queue")
    }

    public static var qmgrMessageRecipientLimit: Self {
        Self(
            "qmgr_message_recipient_limit", default: "20000", minimum: 1, programs: "oqmgr qmgr",
            summary: "Recipients held in memory, and size of the dead destination cache")
    }

    public static var qmgrMessageRecipientMinimum: Self {
        Self(
            "qmgr_message_recipient_minimum", default: "10", minimum: 1, programs: "qmgr",
            summary: "In-memory recipients every message gets")
    }
}

extension Parameter where Value == String {
    public static var defaultDestinationConcurrencyNegativeFeedback: Self {
        Self(
            "default_destination_concurrency_negative_feedback", default: "1", minimum: 1,
            allowed: "number, number/number, number/concurrency, number/sqrt_concurrency",
            meaning: "feedback number", since: "2.5", programs: "oqmgr qmgr",
            summary: "How strongly a failed delivery lowers the concurrency")
    }

    public static var defaultDestinationConcurrencyPositiveFeedback: Self {
        Self(
            "default_destination_concurrency_positive_feedback", default: "1", minimum: 1,
            allowed: "number, number/number, number/concurrency, number/sqrt_concurrency",
            meaning: "feedback number", since: "2.5", programs: "oqmgr qmgr",
            summary: "How strongly a successful delivery raises the concurrency")
    }
}

extension Parameter where Value == Duration {
    public static var transportRetryTime: Self {
        Self(
            "transport_retry_time", default: "60s", unit: .seconds, minimum: 1, programs: "oqmgr qmgr",
            summary: "Pause before a broken transport is tried again")
    }

    public static var defaultDestinationRateDelay: Self {
        Self(
            "default_destination_rate_delay", default: "0s", unit: .seconds, since: "2.5",
            programs: "oqmgr qmgr",
            summary: "Pause between deliveries to the same destination over one transport")
    }

    public static var defaultRecipientRefillDelay: Self {
        Self(
            "default_recipient_refill_delay", default: "5s", unit: .seconds, minimum: 1, since: "2.4",
            programs: "qmgr", summary: "Longest wait before more recipients are read from a queue file")
    }

    public static var defaultTransportRateDelay: Self {
        Self(
            "default_transport_rate_delay", default: "0s", unit: .seconds, since: "3.1",
            programs: "oqmgr qmgr",
            summary: "Pause between deliveries over one transport, whatever the destination")
    }

    public static var delayWarningTime: Self {
        Self(
            "delay_warning_time", default: "0h", unit: .hours, programs: "bounce cleanup",
            summary: "Queue time after which the sender is told about the delay; 0 disables")
    }

    public static var fastFlushPurgeTime: Self {
        Self(
            "fast_flush_purge_time", default: "7d", unit: .days, minimum: 1, since: "1.1",
            programs: "flush", summary: "Age at which an empty fast flush log is removed")
    }

    public static var fastFlushRefreshTime: Self {
        Self(
            "fast_flush_refresh_time", default: "12h", unit: .hours, minimum: 1, since: "1.1",
            programs: "flush",
            summary: "Age at which an unread fast flush log is refreshed by a delivery attempt")
    }

    public static var inFlowDelay: Self {
        Self(
            "in_flow_delay", default: "1s", unit: .seconds, maximum: 10, since: "1.1",
            programs: "* oqmgr qmgr",
            summary: "Pause before new mail is accepted while mail arrives faster than it leaves (0..10s)")
    }

    public static var maximalBackoffTime: Self {
        Self(
            "maximal_backoff_time", default: "4000s", unit: .seconds, minimum: 1, programs: "oqmgr qmgr",
            summary: "Longest time between attempts for a deferred message")
    }

    public static var maximalQueueLifetime: Self {
        Self(
            "maximal_queue_lifetime", default: "5d", unit: .days, maximum: 8640000,
            programs: "bounce oqmgr qmgr",
            summary: "Time after which mail is returned as undeliverable; 0 means one attempt")
    }

    public static var minimalBackoffTime: Self {
        Self(
            "minimal_backoff_time", default: "300s", unit: .seconds, minimum: 1,
            programs: "oqmgr qmgr lmtp smtp",
            summary: "Shortest time between attempts for a deferred message")
    }

    public static var qmgrClogWarnTime: Self {
        Self(
            "qmgr_clog_warn_time", default: "300s", unit: .seconds, since: "2.0", programs: "oqmgr qmgr",
            summary:
                "Shortest time between warnings about a destination that fills the active queue; 0 disables")
    }

    public static var qmgrDaemonTimeout: Self {
        Self(
            "qmgr_daemon_timeout", default: "1000s", unit: .seconds, minimum: 1, since: "2.8",
            programs: "oqmgr qmgr", summary: "Watchdog limit of the queue manager")
    }

    public static var qmgrIPCTimeout: Self {
        Self(
            "qmgr_ipc_timeout", default: "60s", unit: .seconds, minimum: 1, since: "2.8",
            programs: "oqmgr qmgr", summary: "Time limit for internal I/O of the queue manager")
    }

    public static var queueRunDelay: Self {
        Self(
            "queue_run_delay", default: "300s", unit: .seconds, minimum: 1,
            programs: "oqmgr qmgr lmtp smtp", summary: "Time between scans of the deferred queue")
    }
}

extension Parameter where Value == WordList {
    public static var deferTransports: Self {
        Self(
            "defer_transports", default: "", meaning: "transport name", programs: "oqmgr qmgr",
            summary: "Transports whose mail waits for an explicit flush")
    }

    public static var hashQueueNames: Self {
        Self(
            "hash_queue_names", default: "deferred, defer", minimum: 1, meaning: "queue name",
            programs: "* postsuper", summary: "Queues that are split into subdirectories")
    }
}

extension Parameter where Value == AddressText {
    public static var delayNoticeRecipient: Self {
        Self(
            "delay_notice_recipient", default: "postmaster", minimum: 1, programs: "bounce",
            summary: "Who gets postmaster copies of delay notices")
    }
}

extension Parameter where Value == MatchList {
    public static var fastFlushDomains: Self {
        Self(
            "fast_flush_domains", default: "$relay_domains", meaning: "domain match list", since: "1.1",
            programs: "* flush", summary: "Destinations that have a fast flush log (ETRN, sendmail -qR)")
    }
}

extension Parameter where Value == ByteCount {
    public static var queueMinfree: Self {
        Self(
            "queue_minfree", default: "0", programs: "smtpd",
            summary: "Free space below which smtpd refuses mail (it also wants 1.5 times message_size_limit)")
    }
}

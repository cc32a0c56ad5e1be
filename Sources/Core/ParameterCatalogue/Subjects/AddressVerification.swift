// Parameters: Address verification.

extension Parameter where Value == Duration {
    public static var addressVerifyCacheCleanupInterval: Self {
        Self(
            "address_verify_cache_cleanup_interval", default: "12h", unit: .hours, since: "2.7",
            programs: "verify",
            summary: "Time between cleanup passes over the address verification cache; 0 turns cleanup off")
    }

    public static var addressVerifyNegativeExpireTime: Self {
        Self(
            "address_verify_negative_expire_time", default: "3d", unit: .days, minimum: 1, since: "2.1",
            programs: "verify", summary: "Age at which a cached failed probe is dropped")
    }

    public static var addressVerifyNegativeRefreshTime: Self {
        Self(
            "address_verify_negative_refresh_time", default: "3h", unit: .hours, minimum: 1, since: "2.1",
            programs: "verify", summary: "Age at which a cached failed probe is probed again")
    }

    public static var addressVerifyPollDelay: Self {
        Self(
            "address_verify_poll_delay", default: "3s", unit: .seconds, minimum: 1, since: "2.1",
            programs: "smtpd", summary: "Pause between two polls of verify(8)")
    }

    public static var addressVerifyPositiveExpireTime: Self {
        Self(
            "address_verify_positive_expire_time", default: "31d", unit: .days, minimum: 1, since: "2.1",
            programs: "verify", summary: "Age at which a cached successful probe is dropped")
    }

    public static var addressVerifyPositiveRefreshTime: Self {
        Self(
            "address_verify_positive_refresh_time", default: "7d", unit: .days, minimum: 1, since: "2.1",
            programs: "verify", summary: "Age at which a cached successful probe is probed again")
    }

    public static var addressVerifySenderTTL: Self {
        Self(
            "address_verify_sender_ttl", default: "0s", unit: .seconds, since: "2.9",
            programs: "smtpd verify",
            summary: "Lifetime of the time-dependent part of the probe sender address; 0 disables it")
    }
}

extension Parameter where Value == String {
    public static var addressVerifyDefaultTransport: Self {
        Self(
            "address_verify_default_transport", default: "$default_transport", minimum: 1,
            meaning: "transport:nexthop", since: "2.1", programs: "trivial-rewrite",
            summary: "Replaces default_transport when routing verification probes")
    }

    public static var addressVerifyLocalTransport: Self {
        Self(
            "address_verify_local_transport", default: "$local_transport", minimum: 1,
            meaning: "transport:nexthop", since: "2.1", programs: "trivial-rewrite",
            summary: "Replaces local_transport when routing verification probes")
    }

    public static var addressVerifyRelayTransport: Self {
        Self(
            "address_verify_relay_transport", default: "$relay_transport", minimum: 1,
            meaning: "transport:nexthop", since: "2.1", programs: "trivial-rewrite",
            summary: "Replaces relay_transport when routing verification probes")
    }

    public static var addressVerifyRelayhost: Self {
        Self(
            "address_verify_relayhost", default: "$relayhost", meaning: "nexthop", since: "2.1",
            programs: "trivial-rewrite", summary: "Replaces relayhost when routing verification probes")
    }

    public static var addressVerifyServiceName: Self {
        Self(
            "address_verify_service_name", default: "verify", minimum: 1, meaning: "service name",
            programs: "* smtpd", summary: "master.cf name of the verify(8) service")
    }

    public static var addressVerifyVirtualTransport: Self {
        Self(
            "address_verify_virtual_transport", default: "$virtual_transport", minimum: 1,
            meaning: "transport:nexthop", since: "2.1", programs: "trivial-rewrite",
            summary: "Replaces virtual_transport when routing verification probes")
    }

    public static var unverifiedRecipientRejectReason: Self {
        Self(
            "unverified_recipient_reject_reason", default: "", since: "2.6", programs: "smtpd",
            summary: "Text that replaces the probe details")
    }

    public static var unverifiedSenderRejectReason: Self {
        Self(
            "unverified_sender_reject_reason", default: "", since: "2.6", programs: "smtpd",
            summary: "Text that replaces the probe details")
    }
}

extension Parameter where Value == TableList {
    public static var addressVerifyMap: Self {
        Self(
            "address_verify_map", default: "$default_cache_db_type:$data_directory/verify_cache",
            meaning: "single table; cache", since: "2.1", programs: "proxymap verify",
            summary: "Cache table in which verify(8) stores probe results; empty means volatile memory")
    }

    public static var addressVerifySenderDependentDefaultTransportMaps: Self {
        Self(
            "address_verify_sender_dependent_default_transport_maps",
            default: "$sender_dependent_default_transport_maps", since: "2.7", programs: "trivial-rewrite",
            summary: "Replaces sender_dependent_default_transport_maps for probes")
    }

    public static var addressVerifySenderDependentRelayhostMaps: Self {
        Self(
            "address_verify_sender_dependent_relayhost_maps", default: "$sender_dependent_relayhost_maps",
            since: "2.3", programs: "trivial-rewrite",
            summary: "Replaces sender_dependent_relayhost_maps for probes")
    }

    public static var addressVerifyTransportMaps: Self {
        Self(
            "address_verify_transport_maps", default: "$transport_maps", since: "2.1",
            programs: "trivial-rewrite",
            summary: "Replaces transport_maps when routing verification probes")
    }
}

extension Parameter where Value == Bool {
    public static var addressVerifyNegativeCache: Self {
        Self(
            "address_verify_negative_cache", default: "yes", since: "2.1", programs: "* verify",
            summary: "Whether failed probe results are cached as well")
    }
}

extension Parameter where Value == Int {
    public static var addressVerifyPendingRequestLimit: Self {
        Self(
            "address_verify_pending_request_limit", default: "5000", minimum: 1, since: "3.1",
            programs: "oqmgr qmgr", summary: "Upper bound on queued verification probes")
    }

    public static var addressVerifyPollCount: Self {
        Self(
            "address_verify_poll_count", default: "${stress?{1}:{3}}", minimum: 1, since: "2.1",
            programs: "smtpd",
            summary: "How often smtpd asks verify(8) again while a probe is still running")
    }

    public static var unverifiedRecipientDeferCode: Self {
        Self(
            "unverified_recipient_defer_code", default: "450", minimum: 200, maximum: 499,
            meaning: "SMTP reply code", since: "2.6", programs: "smtpd",
            summary: "SMTP code when a recipient probe fails temporarily (200..499; 250 accepts)")
    }

    public static var unverifiedRecipientRejectCode: Self {
        Self(
            "unverified_recipient_reject_code", default: "450", minimum: 200, maximum: 599,
            meaning: "SMTP reply code", since: "2.1", programs: "smtpd",
            summary: "SMTP code of reject_unverified_recipient (200..599; 250 accepts)")
    }

    public static var unverifiedSenderDeferCode: Self {
        Self(
            "unverified_sender_defer_code", default: "450", minimum: 200, maximum: 499,
            meaning: "SMTP reply code", since: "2.6", programs: "smtpd",
            summary: "SMTP code when a sender probe fails temporarily (200..499; 250 accepts)")
    }

    public static var unverifiedSenderRejectCode: Self {
        Self(
            "unverified_sender_reject_code", default: "450", minimum: 200, maximum: 599,
            meaning: "SMTP reply code", since: "2.1", programs: "smtpd",
            summary: "SMTP code of reject_unverified_sender (200..599; 250 accepts)")
    }
}

extension Parameter where Value == AddressText {
    public static var addressVerifySender: Self {
        Self(
            "address_verify_sender", default: "$double_bounce_sender", since: "2.1",
            programs: "smtpd verify",
            summary: "Envelope sender of probes; empty or <> means the null sender")
    }
}

extension Parameter where Value == Keyword {
    public static var unverifiedRecipientTempfailAction: Self {
        Self(
            "unverified_recipient_tempfail_action", default: "$reject_tempfail_action", minimum: 1,
            allowed: "defer, defer_if_permit", since: "2.6", programs: "smtpd",
            summary: "Action when the probe fails temporarily")
    }

    public static var unverifiedSenderTempfailAction: Self {
        Self(
            "unverified_sender_tempfail_action", default: "$reject_tempfail_action", minimum: 1,
            allowed: "defer, defer_if_permit", since: "2.6", programs: "smtpd",
            summary: "Action when the probe fails temporarily")
    }
}

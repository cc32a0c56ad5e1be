// Parameters: Settings per transport.
//
// The names stand for those that begin with the name of a service in place of "transport".

extension Parameter where Value == Int {
    public static var transportDeliverySlotCost: Self {
        Self(
            "transport_delivery_slot_cost", default: "$default_delivery_slot_cost", programs: "qmgr",
            summary: "Per-transport default_delivery_slot_cost")
    }

    public static var transportDeliverySlotDiscount: Self {
        Self(
            "transport_delivery_slot_discount", default: "$default_delivery_slot_discount", maximum: 100,
            programs: "qmgr", summary: "Per-transport default_delivery_slot_discount")
    }

    public static var transportDeliverySlotLoan: Self {
        Self(
            "transport_delivery_slot_loan", default: "$default_delivery_slot_loan", programs: "qmgr",
            summary: "Per-transport default_delivery_slot_loan")
    }

    public static var transportDestinationConcurrencyFailedCohortLimit: Self {
        Self(
            "transport_destination_concurrency_failed_cohort_limit",
            default: "$default_destination_concurrency_failed_cohort_limit", since: "2.5",
            programs: "qmgr oqmgr", summary: "Per-transport failed cohort limit")
    }

    public static var transportDestinationConcurrencyLimit: Self {
        Self(
            "transport_destination_concurrency_limit", default: "$default_destination_concurrency_limit",
            programs: "qmgr oqmgr", summary: "Per-transport concurrency limit")
    }

    public static var transportDestinationRecipientLimit: Self {
        Self(
            "transport_destination_recipient_limit", default: "$default_destination_recipient_limit",
            programs: "qmgr oqmgr", summary: "Per-transport recipient limit")
    }

    public static var transportExtraRecipientLimit: Self {
        Self(
            "transport_extra_recipient_limit", default: "$default_extra_recipient_limit", programs: "qmgr",
            summary: "Per-transport extra recipient limit")
    }

    public static var transportInitialDestinationConcurrency: Self {
        Self(
            "transport_initial_destination_concurrency", default: "$initial_destination_concurrency",
            minimum: 1, since: "2.5", programs: "qmgr oqmgr", summary: "Per-transport initial concurrency")
    }

    public static var transportMinimumDeliverySlots: Self {
        Self(
            "transport_minimum_delivery_slots", default: "$default_minimum_delivery_slots",
            programs: "qmgr", summary: "Per-transport minimum slots")
    }

    public static var transportRecipientLimit: Self {
        Self(
            "transport_recipient_limit", default: "$default_recipient_limit", programs: "qmgr",
            summary: "Per-transport in-memory recipient limit")
    }

    public static var transportRecipientRefillLimit: Self {
        Self(
            "transport_recipient_refill_limit", default: "$default_recipient_refill_limit", minimum: 1,
            since: "2.4", programs: "qmgr", summary: "Per-transport refill limit")
    }
}

extension Parameter where Value == String {
    public static var transportDestinationConcurrencyNegativeFeedback: Self {
        Self(
            "transport_destination_concurrency_negative_feedback",
            default: "$default_destination_concurrency_negative_feedback", meaning: "feedback number",
            since: "2.5", programs: "qmgr oqmgr", summary: "Per-transport negative feedback")
    }

    public static var transportDestinationConcurrencyPositiveFeedback: Self {
        Self(
            "transport_destination_concurrency_positive_feedback",
            default: "$default_destination_concurrency_positive_feedback", meaning: "feedback number",
            since: "2.5", programs: "qmgr oqmgr", summary: "Per-transport positive feedback")
    }
}

extension Parameter where Value == Duration {
    public static var transportDestinationRateDelay: Self {
        Self(
            "transport_destination_rate_delay", default: "$default_destination_rate_delay", unit: .seconds,
            since: "2.5", programs: "qmgr oqmgr", summary: "Per-transport destination rate delay")
    }

    public static var transportRecipientRefillDelay: Self {
        Self(
            "transport_recipient_refill_delay", default: "$default_recipient_refill_delay", unit: .seconds,
            minimum: 1, since: "2.4", programs: "qmgr", summary: "Per-transport refill delay")
    }

    public static var transportTimeLimit: Self {
        Self(
            "transport_time_limit", default: "$command_time_limit", unit: .seconds, minimum: 1,
            programs: "pipe spawn", summary: "Per-service command time limit (pipe and spawn only)")
    }

    public static var transportTransportRateDelay: Self {
        Self(
            "transport_transport_rate_delay", default: "$default_transport_rate_delay", unit: .seconds,
            since: "3.1", programs: "qmgr oqmgr", summary: "Per-transport rate delay")
    }
}

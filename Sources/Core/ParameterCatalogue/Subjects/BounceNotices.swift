// Parameters: Bounces and notices.

extension Parameter where Value == AddressText {
    public static var doubleBounceNoticeRecipient: Self {
        Self(
            "2bounce_notice_recipient", default: "postmaster", minimum: 1, programs: "bounce",
            summary: "Who gets postmaster copies of bounces that themselves bounced (notify class 2bounce)")
    }

    public static var bounceNoticeRecipient: Self {
        Self(
            "bounce_notice_recipient", default: "postmaster", minimum: 1, programs: "bounce smtpd",
            summary: "Who gets postmaster copies of bounced messages")
    }

    public static var errorNoticeRecipient: Self {
        Self(
            "error_notice_recipient", default: "postmaster", minimum: 1, programs: "lmtp smtp smtpd",
            summary: "Who gets notices about policy, protocol, resource and software errors")
    }
}

extension Parameter where Value == Bool {
    public static var backwardsBounceLogfileCompatibility: Self {
        Self(
            "backwards_bounce_logfile_compatibility", default: "yes", since: "2.1", programs: "* bounce",
            summary: "Also write old-format bounce log records that Postfix before 2.0 can read")
    }

    public static var enableThreadedBounces: Self {
        Self(
            "enable_threaded_bounces", default: "no", since: "3.6", programs: "bounce",
            summary: "Add References/In-Reply-To headers to DSNs")
    }

    public static var softBounce: Self {
        Self(
            "soft_bounce", default: "no", programs: "* postscreen qmqpd smtp lmtp smtpd",
            summary: "Turn all permanent failures into temporary ones")
    }
}

extension Parameter where Value == Duration {
    public static var bounceQueueLifetime: Self {
        Self(
            "bounce_queue_lifetime", default: "5d", unit: .days, maximum: 8640000, since: "2.1",
            programs: "oqmgr qmgr",
            summary: "Time after which a queued bounce message is given up; 0 means one attempt")
    }
}

extension Parameter where Value == String {
    public static var bounceServiceName: Self {
        Self(
            "bounce_service_name", default: "bounce", minimum: 1, meaning: "service name", since: "2.0",
            programs: "*", summary: "master.cf name of the bounce log service")
    }
}

extension Parameter where Value == ByteCount {
    public static var bounceSizeLimit: Self {
        Self(
            "bounce_size_limit", default: "50000", minimum: 1, programs: "bounce",
            summary: "Largest original message that is returned in full in a bounce")
    }
}

extension Parameter where Value == PathName {
    public static var bounceTemplateFile: Self {
        Self(
            "bounce_template_file", default: "", since: "2.3", programs: "bounce",
            summary: "File with DSN text templates that replace the built-in ones")
    }
}

extension Parameter where Value == KeywordSet {
    public static var notifyClasses: Self {
        Self(
            "notify_classes", default: "resource, software",
            allowed: "bounce, 2bounce, data, delay, policy, protocol, resource, software",
            programs: "bounce lmtp smtp smtpd", summary: "Error classes reported to the postmaster")
    }
}

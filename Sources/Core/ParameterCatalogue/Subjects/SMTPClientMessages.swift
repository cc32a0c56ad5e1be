// Parameters: SMTP client: protocol, messages and time limits.

extension Parameter where Value == TableList {
    public static var smtpBodyChecks: Self {
        Self(
            "smtp_body_checks", default: "", meaning: "content", since: "2.5", programs: "smtp",
            summary: "Restricted body_checks during delivery")
    }

    public static var smtpDeliveryStatusFilter: Self {
        Self(
            "smtp_delivery_status_filter", default: "$default_delivery_status_filter", meaning: "content",
            since: "3.0", programs: "smtp",
            summary: "Tables that may rewrite the status of SMTP deliveries")
    }

    public static var smtpDiscardEHLOKeywordAddressMaps: Self {
        Self(
            "smtp_discard_ehlo_keyword_address_maps", default: "", since: "2.2", programs: "smtp",
            summary: "EHLO keywords ignored per server address")
    }

    public static var smtpGenericMaps: Self {
        Self(
            "smtp_generic_maps", default: "", since: "2.2", programs: "smtp",
            summary: "Address rewriting tables applied while sending")
    }

    public static var smtpHeaderChecks: Self {
        Self(
            "smtp_header_checks", default: "", meaning: "content", since: "2.5", programs: "smtp",
            summary: "Restricted header_checks during delivery")
    }

    public static var smtpMIMEHeaderChecks: Self {
        Self(
            "smtp_mime_header_checks", default: "", meaning: "content", since: "2.5", programs: "smtp",
            summary: "Restricted mime_header_checks during delivery")
    }

    public static var smtpNestedHeaderChecks: Self {
        Self(
            "smtp_nested_header_checks", default: "", meaning: "content", since: "2.5", programs: "smtp",
            summary: "Restricted nested_header_checks during delivery")
    }

    public static var smtpPIXWorkaroundMaps: Self {
        Self(
            "smtp_pix_workaround_maps", default: "", since: "2.4", programs: "smtp",
            summary: "PIX workarounds per server address")
    }
}

extension Parameter where Value == Duration {
    public static var smtpDataDoneTimeout: Self {
        Self(
            "smtp_data_done_timeout", default: "600s", unit: .seconds, minimum: 1, programs: "smtp",
            summary: "Time limit for the final dot and its reply")
    }

    public static var smtpDataInitTimeout: Self {
        Self(
            "smtp_data_init_timeout", default: "120s", unit: .seconds, minimum: 1, programs: "smtp",
            summary: "Time limit for DATA and its reply")
    }

    public static var smtpDataXferTimeout: Self {
        Self(
            "smtp_data_xfer_timeout", default: "180s", unit: .seconds, minimum: 1, programs: "smtp",
            summary: "Time limit for sending content without progress")
    }

    public static var smtpHELOTimeout: Self {
        Self(
            "smtp_helo_timeout", default: "300s", unit: .seconds, minimum: 1, programs: "smtp",
            summary: "Time limit for the greeting and for HELO/EHLO")
    }

    public static var smtpMailTimeout: Self {
        Self(
            "smtp_mail_timeout", default: "300s", unit: .seconds, minimum: 1, programs: "smtp",
            summary: "Time limit for MAIL FROM and its reply")
    }

    public static var smtpPIXWorkaroundDelayTime: Self {
        Self(
            "smtp_pix_workaround_delay_time", default: "10s", unit: .seconds, minimum: 1, since: "1.1",
            programs: "smtp", summary: "Pause before the final dot for PIX firewalls")
    }

    public static var smtpPIXWorkaroundThresholdTime: Self {
        Self(
            "smtp_pix_workaround_threshold_time", default: "500s", unit: .seconds, since: "1.1",
            programs: "smtp", summary: "Queue time after which PIX workarounds start")
    }

    public static var smtpQuitTimeout: Self {
        Self(
            "smtp_quit_timeout", default: "300s", unit: .seconds, minimum: 1, programs: "smtp",
            summary: "Time limit for QUIT and its reply")
    }

    public static var smtpRCPTTimeout: Self {
        Self(
            "smtp_rcpt_timeout", default: "300s", unit: .seconds, minimum: 1, programs: "smtp",
            summary: "Time limit for RCPT TO and its reply")
    }

    public static var smtpRsetTimeout: Self {
        Self(
            "smtp_rset_timeout", default: "20s", unit: .seconds, minimum: 1, since: "2.1",
            programs: "smtp", summary: "Time limit for RSET and its reply")
    }

    public static var smtpXFORWARDTimeout: Self {
        Self(
            "smtp_xforward_timeout", default: "300s", unit: .seconds, minimum: 1, since: "2.1",
            programs: "smtp", summary: "Time limit for XFORWARD and its reply")
    }
}

extension Parameter where Value == KeywordSet {
    public static var smtpDiscardEHLOKeywords: Self {
        Self(
            "smtp_discard_ehlo_keywords", default: "",
            allowed:
                "8bitmime, auth, chunking, dsn, enhancedstatuscodes, etrn, pipelining, requiretls, silent-discard, size, smtputf8, starttls, verp, vrfy, xclient, xforward",
            meaning: "EHLO keywords", since: "2.2", programs: "smtp",
            summary: "EHLO keywords ignored in server replies")
    }

    public static var smtpPIXWorkarounds: Self {
        Self(
            "smtp_pix_workarounds", default: "disable_esmtp,delay_dotcrlf",
            allowed: "disable_esmtp, delay_dotcrlf", since: "2.4", programs: "smtp",
            summary: "PIX workarounds to use")
    }
}

extension Parameter where Value == Bool {
    public static var smtpQuoteRFC821Envelope: Self {
        Self(
            "smtp_quote_rfc821_envelope", default: "yes", since: "2.1", programs: "smtp",
            summary: "Quote envelope addresses as SMTP requires")
    }

    public static var smtpSendXFORWARDCommand: Self {
        Self(
            "smtp_send_xforward_command", default: "no", since: "2.1", programs: "smtp",
            summary: "Send XFORWARD when offered")
    }
}

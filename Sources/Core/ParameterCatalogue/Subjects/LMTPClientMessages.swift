// Parameters: LMTP client: protocol, messages and time limits.

extension Parameter where Value == TableList {
    public static var lmtpBodyChecks: Self {
        Self(
            "lmtp_body_checks", default: "", meaning: "content", since: "2.5", programs: "lmtp",
            summary: "LMTP counterpart of smtp_body_checks: restricted body_checks during delivery")
    }

    public static var lmtpDeliveryStatusFilter: Self {
        Self(
            "lmtp_delivery_status_filter", default: "$default_delivery_status_filter", meaning: "content",
            since: "3.0", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_delivery_status_filter: tables that may rewrite the status of SMTP deliveries"
        )
    }

    public static var lmtpDiscardLhloKeywordAddressMaps: Self {
        Self(
            "lmtp_discard_lhlo_keyword_address_maps", default: "", since: "2.3", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_discard_ehlo_keyword_address_maps: EHLO keywords ignored per server address"
        )
    }

    public static var lmtpGenericMaps: Self {
        Self(
            "lmtp_generic_maps", default: "", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_generic_maps: address rewriting tables applied while sending")
    }

    public static var lmtpHeaderChecks: Self {
        Self(
            "lmtp_header_checks", default: "", meaning: "content", since: "2.5", programs: "lmtp",
            summary: "LMTP counterpart of smtp_header_checks: restricted header_checks during delivery")
    }

    public static var lmtpMIMEHeaderChecks: Self {
        Self(
            "lmtp_mime_header_checks", default: "", meaning: "content", since: "2.5", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_mime_header_checks: restricted mime_header_checks during delivery")
    }

    public static var lmtpNestedHeaderChecks: Self {
        Self(
            "lmtp_nested_header_checks", default: "", meaning: "content", since: "2.5", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_nested_header_checks: restricted nested_header_checks during delivery"
        )
    }

    public static var lmtpPIXWorkaroundMaps: Self {
        Self(
            "lmtp_pix_workaround_maps", default: "", since: "2.4", programs: "lmtp",
            summary: "LMTP counterpart of smtp_pix_workaround_maps: PIX workarounds per server address")
    }
}

extension Parameter where Value == Duration {
    public static var lmtpDataDoneTimeout: Self {
        Self(
            "lmtp_data_done_timeout", default: "600s", unit: .seconds, minimum: 1, programs: "lmtp",
            summary: "LMTP counterpart of smtp_data_done_timeout: time limit for the final dot and its reply")
    }

    public static var lmtpDataInitTimeout: Self {
        Self(
            "lmtp_data_init_timeout", default: "120s", unit: .seconds, minimum: 1, programs: "lmtp",
            summary: "LMTP counterpart of smtp_data_init_timeout: time limit for DATA and its reply")
    }

    public static var lmtpDataXferTimeout: Self {
        Self(
            "lmtp_data_xfer_timeout", default: "180s", unit: .seconds, minimum: 1, programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_data_xfer_timeout: time limit for sending content without progress")
    }

    public static var lmtpLhloTimeout: Self {
        Self(
            "lmtp_lhlo_timeout", default: "300s", unit: .seconds, minimum: 1, programs: "lmtp",
            summary: "LMTP counterpart of smtp_helo_timeout: time limit for the greeting and for HELO/EHLO")
    }

    public static var lmtpMailTimeout: Self {
        Self(
            "lmtp_mail_timeout", default: "300s", unit: .seconds, minimum: 1, programs: "lmtp",
            summary: "LMTP counterpart of smtp_mail_timeout: time limit for MAIL FROM and its reply")
    }

    public static var lmtpPIXWorkaroundDelayTime: Self {
        Self(
            "lmtp_pix_workaround_delay_time", default: "10s", unit: .seconds, minimum: 1, since: "2.3",
            programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_pix_workaround_delay_time: pause before the final dot for PIX firewalls"
        )
    }

    public static var lmtpPIXWorkaroundThresholdTime: Self {
        Self(
            "lmtp_pix_workaround_threshold_time", default: "500s", unit: .seconds, since: "2.3",
            programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_pix_workaround_threshold_time: queue time after which PIX workarounds start"
        )
    }

    public static var lmtpQuitTimeout: Self {
        Self(
            "lmtp_quit_timeout", default: "300s", unit: .seconds, minimum: 1, programs: "lmtp",
            summary: "LMTP counterpart of smtp_quit_timeout: time limit for QUIT and its reply")
    }

    public static var lmtpRCPTTimeout: Self {
        Self(
            "lmtp_rcpt_timeout", default: "300s", unit: .seconds, minimum: 1, programs: "lmtp",
            summary: "LMTP counterpart of smtp_rcpt_timeout: time limit for RCPT TO and its reply")
    }

    public static var lmtpRsetTimeout: Self {
        Self(
            "lmtp_rset_timeout", default: "20s", unit: .seconds, minimum: 1, programs: "lmtp",
            summary: "LMTP counterpart of smtp_rset_timeout: time limit for RSET and its reply")
    }

    public static var lmtpXFORWARDTimeout: Self {
        Self(
            "lmtp_xforward_timeout", default: "300s", unit: .seconds, minimum: 1, since: "2.1",
            programs: "lmtp",
            summary: "LMTP counterpart of smtp_xforward_timeout: time limit for XFORWARD and its reply")
    }
}

extension Parameter where Value == KeywordSet {
    public static var lmtpDiscardLhloKeywords: Self {
        Self(
            "lmtp_discard_lhlo_keywords", default: "",
            allowed:
                "8bitmime, auth, chunking, dsn, enhancedstatuscodes, etrn, pipelining, requiretls, silent-discard, size, smtputf8, starttls, verp, vrfy, xclient, xforward",
            meaning: "EHLO keywords", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_discard_ehlo_keywords: EHLO keywords ignored in server replies"
        )
    }

    public static var lmtpPIXWorkarounds: Self {
        Self(
            "lmtp_pix_workarounds", default: "disable_esmtp,delay_dotcrlf",
            allowed: "disable_esmtp, delay_dotcrlf", since: "2.4", programs: "lmtp",
            summary: "LMTP counterpart of smtp_pix_workarounds: PIX workarounds to use")
    }
}

extension Parameter where Value == Bool {
    public static var lmtpQuoteRFC821Envelope: Self {
        Self(
            "lmtp_quote_rfc821_envelope", default: "yes", since: "2.3", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_quote_rfc821_envelope: quote envelope addresses as SMTP requires")
    }

    public static var lmtpSendXFORWARDCommand: Self {
        Self(
            "lmtp_send_xforward_command", default: "no", since: "2.1", programs: "lmtp",
            summary: "LMTP counterpart of smtp_send_xforward_command: send XFORWARD when offered")
    }
}

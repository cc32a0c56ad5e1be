// Parameters: SMTP server: sessions and limits.

extension Parameter where Value == Duration {
    public static var anvilRateTimeUnit: Self {
        Self(
            "anvil_rate_time_unit", default: "60s", unit: .seconds, minimum: 1, since: "2.2",
            programs: "anvil", summary: "Time unit over which anvil(8) counts client rates")
    }

    public static var anvilStatusUpdateTime: Self {
        Self(
            "anvil_status_update_time", default: "600s", unit: .seconds, minimum: 1, since: "2.2",
            programs: "anvil", summary: "Interval at which anvil(8) logs its peak counters")
    }

    public static var smtpdErrorSleepTime: Self {
        Self(
            "smtpd_error_sleep_time", default: "1s", unit: .seconds, programs: "smtpd",
            summary: "Pause per reply after the soft error limit")
    }

    public static var smtpdTimeout: Self {
        Self(
            "smtpd_timeout", default: "${stress?{10}:{300}}s", unit: .seconds, minimum: 1,
            programs: "smtpd", summary: "Time limit for sending a reply and for receiving a request")
    }
}

extension Parameter where Value == Bool {
    public static var disableVRFYCommand: Self {
        Self(
            "disable_vrfy_command", default: "no", programs: "postscreen smtpd",
            summary: "Refuse the VRFY command")
    }

    public static var helpfulWarnings: Self {
        Self(
            "helpful_warnings", default: "yes", since: "2.0",
            programs: "* oqmgr qmgr smtp lmtp trivial-rewrite",
            summary: "Log advice about doubtful configuration")
    }

    public static var showUserUnknownTableName: Self {
        Self(
            "show_user_unknown_table_name", default: "yes", since: "2.0",
            programs: "smtpd trivial-rewrite", summary: #"Name the table in "User unknown" replies"#)
    }

    public static var smtpdClientPortLogging: Self {
        Self(
            "smtpd_client_port_logging", default: "no", since: "2.5", programs: "smtpd",
            summary: "Log the port of SMTP clients")
    }

    public static var smtpdDelayOpenUntilValidRCPT: Self {
        Self(
            "smtpd_delay_open_until_valid_rcpt", default: "yes", since: "2.3", programs: "smtpd",
            summary: "Open the queue file at the first valid recipient")
    }

    public static var smtpdHELORequired: Self {
        Self(
            "smtpd_helo_required", default: "no", programs: "postscreen smtpd",
            summary: "Require HELO or EHLO")
    }

    public static var smtpdHideClientSession: Self {
        Self(
            "smtpd_hide_client_session", default: "no", since: "3.10", programs: "smtpd",
            summary: "Leave client details out of the Received: header")
    }

    public static var smtpdPeernameLookup: Self {
        Self(
            "smtpd_peername_lookup", default: "yes", since: "2.3", programs: "smtpd",
            summary: "Look up client host names")
    }

    public static var smtpdPerRecordDeadline: Self {
        Self(
            "smtpd_per_record_deadline", default: "", since: "2.9",
            lifecycle: .renamed(since: "3.11", replacement: "smtpd_per_request_deadline"),
            summary: "Former, weaker form of smtpd_per_request_deadline")
    }

    public static var smtpdPerRequestDeadline: Self {
        Self(
            "smtpd_per_request_deadline",
            default: "${smtpd_per_record_deadline?{$smtpd_per_record_deadline}:{${stress?{yes}:{no}}}}",
            since: "3.7", programs: "smtpd", summary: "Make SMTP server time limits cover a whole request")
    }
}

extension Parameter where Value == String {
    public static var smtpdBanner: Self {
        Self(
            "smtpd_banner", default: "$myhostname ESMTP $mail_name", minimum: 1,
            programs: "postscreen smtpd", summary: "Text after the 220 greeting code")
    }

    public static var smtpdServiceName: Self {
        Self(
            "smtpd_service_name", default: "smtpd", minimum: 1, meaning: "service name", since: "2.8",
            programs: "postscreen", summary: "Service to which postscreen(8) hands clients")
    }
}

extension Parameter where Value == Int {
    public static var smtpdClientConnectionCountLimit: Self {
        Self(
            "smtpd_client_connection_count_limit", default: "50", since: "2.2",
            programs: "postscreen smtpd", summary: "Simultaneous connections per client; 0 means no limit")
    }

    public static var smtpdClientConnectionRateLimit: Self {
        Self(
            "smtpd_client_connection_rate_limit", default: "0", since: "2.2", programs: "smtpd",
            summary: "Connections per client and time unit; 0 means no limit")
    }

    public static var smtpdClientIPv4PrefixLength: Self {
        Self(
            "smtpd_client_ipv4_prefix_length", default: "32", maximum: 32, since: "3.8", programs: "smtpd",
            summary: "Prefix length by which IPv4 clients are counted together (0..32)")
    }

    public static var smtpdClientIPv6PrefixLength: Self {
        Self(
            "smtpd_client_ipv6_prefix_length", default: "84", maximum: 128, since: "3.8",
            programs: "smtpd", summary: "Prefix length by which IPv6 clients are counted together (0..128)")
    }

    public static var smtpdClientMessageRateLimit: Self {
        Self(
            "smtpd_client_message_rate_limit", default: "0", since: "2.2", programs: "smtpd",
            summary: "Messages per client and time unit; 0 means no limit")
    }

    public static var smtpdClientNewTLSSessionRateLimit: Self {
        Self(
            "smtpd_client_new_tls_session_rate_limit", default: "0", since: "2.3", programs: "smtpd",
            summary: "New TLS sessions per client and time unit; 0 means no limit")
    }

    public static var smtpdClientRecipientRateLimit: Self {
        Self(
            "smtpd_client_recipient_rate_limit", default: "0", since: "2.2", programs: "smtpd",
            summary: "Recipients per client and time unit; 0 means no limit")
    }

    public static var smtpdHardErrorLimit: Self {
        Self(
            "smtpd_hard_error_limit", default: "${stress?{1}:{20}}", minimum: 1, programs: "smtpd",
            summary: "Errors after which a client is disconnected")
    }

    public static var smtpdHistoryFlushThreshold: Self {
        Self(
            "smtpd_history_flush_threshold", default: "100", minimum: 1, programs: "smtpd",
            summary: "Lines of session history kept for notices")
    }

    public static var smtpdJunkCommandLimit: Self {
        Self(
            "smtpd_junk_command_limit", default: "${stress?{1}:{100}}", minimum: 1, programs: "smtpd",
            summary: "Junk commands (NOOP, VRFY, ETRN, RSET) allowed per message")
    }

    public static var smtpdMinDataRate: Self {
        Self(
            "smtpd_min_data_rate", default: "500", minimum: 1, since: "3.7", programs: "smtpd",
            summary: "Bytes per second that a deadline allows for in DATA")
    }

    public static var smtpdRecipientLimit: Self {
        Self(
            "smtpd_recipient_limit", default: "1000", minimum: 1, programs: "smtpd",
            summary: "Recipients per message")
    }

    public static var smtpdRecipientOvershootLimit: Self {
        Self(
            "smtpd_recipient_overshoot_limit", default: "1000", minimum: 1, programs: "smtpd",
            summary: "Excess recipients before they count as errors")
    }

    public static var smtpdSoftErrorLimit: Self {
        Self(
            "smtpd_soft_error_limit", default: "10", minimum: 1, programs: "smtpd",
            summary: "Errors after which replies are slowed down")
    }
}

extension Parameter where Value == MatchList {
    public static var smtpdClientConnectionLimitExceptions: Self {
        Self(
            "smtpd_client_connection_limit_exceptions", default: "",
            meaning: "host name and address match list", since: "2.1",
            lifecycle: .renamed(since: "3.11", replacement: "smtpd_client_event_limit_exceptions"),
            summary: "Former name of smtpd_client_event_limit_exceptions")
    }

    public static var smtpdClientEventLimitExceptions: Self {
        Self(
            "smtpd_client_event_limit_exceptions",
            default: "${smtpd_client_connection_limit_exceptions:$mynetworks}",
            meaning: "host name and address match list", since: "2.2", programs: "smtpd",
            summary: "Clients without connection and rate limits")
    }

    public static var smtpdForbiddenCommands: Self {
        Self(
            "smtpd_forbidden_commands", default: "CONNECT GET POST regexp:{{/^[^A-Z]/ Bogus}}",
            meaning: "string match list; commands, tables", since: "2.2",
            programs: "postscreen proxymap smtpd", summary: "Commands that end the session with 221")
    }

    public static var smtpdNoopCommands: Self {
        Self(
            "smtpd_noop_commands", default: "", meaning: "string match list; commands", since: "1.1",
            programs: "smtpd", summary: "Commands answered with 250 and otherwise ignored")
    }
}

extension Parameter where Value == TableList {
    public static var smtpdCommandFilter: Self {
        Self(
            "smtpd_command_filter", default: "", meaning: "single table; content", since: "2.7",
            programs: "postscreen smtpd", summary: "Table that rewrites client commands")
    }

    public static var smtpdDiscardEHLOKeywordAddressMaps: Self {
        Self(
            "smtpd_discard_ehlo_keyword_address_maps", default: "", since: "2.2",
            programs: "postscreen smtpd", summary: "EHLO keywords withheld per client address")
    }

    public static var smtpdDNSReplyFilter: Self {
        Self(
            "smtpd_dns_reply_filter", default: "", meaning: "content", since: "3.0", programs: "smtpd",
            summary: "Tables that can drop single DNS records")
    }
}

extension Parameter where Value == KeywordSet {
    public static var smtpdDiscardEHLOKeywords: Self {
        Self(
            "smtpd_discard_ehlo_keywords", default: "",
            allowed:
                "8bitmime, auth, chunking, dsn, enhancedstatuscodes, etrn, pipelining, requiretls, silent-discard, size, smtputf8, starttls, verp, vrfy, xclient, xforward",
            meaning: "EHLO keywords", since: "2.2", programs: "postscreen smtpd",
            summary: "EHLO keywords withheld from all clients")
    }
}

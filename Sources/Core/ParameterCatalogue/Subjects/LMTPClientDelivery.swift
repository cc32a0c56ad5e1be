// Parameters: LMTP client: destinations and connections.

extension Parameter where Value == Keyword {
    public static var lmtpAddressPreference: Self {
        Self(
            "lmtp_address_preference", default: "any", minimum: 1, allowed: "any, ipv4, ipv6",
            since: "2.8", programs: "lmtp",
            summary: "LMTP counterpart of smtp_address_preference: IP version to try first")
    }

    public static var lmtpAddressVerifyTarget: Self {
        Self(
            "lmtp_address_verify_target", default: "rcpt", minimum: 1, allowed: "rcpt, data", since: "3.0",
            programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_address_verify_target: protocol stage that decides a verification probe"
        )
    }

    public static var lmtpDNSSupportLevel: Self {
        Self(
            "lmtp_dns_support_level", default: "", allowed: "disabled, enabled, dnssec or empty",
            since: "2.11", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_dns_support_level: how DNS is used; empty obeys disable_dns_lookups"
        )
    }
}

extension Parameter where Value == Bool {
    public static var lmtpAssumeFinal: Self {
        Self(
            "lmtp_assume_final", default: "no", since: "2.6", programs: "lmtp smtp",
            summary:
                #"Treat delivery to an LMTP server without DSN as final ("delivered" instead of "relayed")"#)
    }

    public static var lmtpBalanceInetProtocols: Self {
        Self(
            "lmtp_balance_inet_protocols", default: "yes", since: "3.3", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_balance_inet_protocols: make room for both IP versions within the MX address limit"
        )
    }

    public static var lmtpBindAddressEnforce: Self {
        Self(
            "lmtp_bind_address_enforce", default: "no", since: "3.7", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_bind_address_enforce: defer mail when the source address cannot be used"
        )
    }

    public static var lmtpCacheConnection: Self {
        Self(
            "lmtp_cache_connection", default: "yes",
            lifecycle: .removed(
                since: "2.3",
                replacement: "lmtp_connection_cache_on_demand, lmtp_connection_cache_destinations"),
            summary: "Keep LMTP connections open; replaced by the connection cache")
    }

    public static var lmtpCNAMEOverridesServername: Self {
        Self(
            "lmtp_cname_overrides_servername", default: "no", since: "2.3",
            lifecycle: .deprecated(since: "3.11"), programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_cname_overrides_servername: use the CNAME target as the server name"
        )
    }

    public static var lmtpConnectionCacheOnDemand: Self {
        Self(
            "lmtp_connection_cache_on_demand", default: "yes", since: "2.3", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_connection_cache_on_demand: cache connections while a destination has much mail"
        )
    }

    public static var lmtpDeferIfNoMXAddressFound: Self {
        Self(
            "lmtp_defer_if_no_mx_address_found", default: "no", since: "2.3", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_defer_if_no_mx_address_found: defer instead of bounce when no MX host has an address"
        )
    }

    public static var lmtpPerRecordDeadline: Self {
        Self(
            "lmtp_per_record_deadline", default: "", since: "2.9",
            lifecycle: .renamed(since: "3.11", replacement: "lmtp_per_request_deadline"),
            summary:
                "LMTP counterpart of smtp_per_record_deadline: former, weaker form of smtp_per_request_deadline"
        )
    }

    public static var lmtpPerRequestDeadline: Self {
        Self(
            "lmtp_per_request_deadline",
            default: "${lmtp_per_record_deadline?{$lmtp_per_record_deadline}:{no}}", since: "3.7",
            programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_per_request_deadline: make SMTP time limits cover a whole request")
    }

    public static var lmtpRandomizeAddresses: Self {
        Self(
            "lmtp_randomize_addresses", default: "yes", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_randomize_addresses: shuffle hosts of equal preference")
    }

    public static var lmtpSkip5xxGreeting: Self {
        Self(
            "lmtp_skip_5xx_greeting", default: "yes", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_skip_5xx_greeting: try the next server after a 5xx greeting")
    }

    public static var lmtpSkipQuitResponse: Self {
        Self(
            "lmtp_skip_quit_response", default: "no", programs: "lmtp",
            summary: "LMTP counterpart of smtp_skip_quit_response: do not wait for the reply to QUIT")
    }
}

extension Parameter where Value == String {
    public static var lmtpBindAddress: Self {
        Self(
            "lmtp_bind_address", default: "", meaning: "address", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_bind_address: source IPv4 address")
    }

    public static var lmtpBindAddress6: Self {
        Self(
            "lmtp_bind_address6", default: "", meaning: "address", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_bind_address6: source IPv6 address")
    }

    public static var lmtpLhloName: Self {
        Self(
            "lmtp_lhlo_name", default: "$myhostname", minimum: 1, meaning: "hostname", since: "2.3",
            programs: "lmtp", summary: "LMTP counterpart of smtp_helo_name: name sent with HELO/EHLO")
    }

    public static var lmtpTCPPort: Self {
        Self(
            "lmtp_tcp_port", default: "24", meaning: "port name or number", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tcp_port: default server port")
    }
}

extension Parameter where Value == Duration {
    public static var lmtpConnectTimeout: Self {
        Self(
            "lmtp_connect_timeout", default: "0s", unit: .seconds, programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_connect_timeout: time limit for connecting; 0 leaves it to the system"
        )
    }

    public static var lmtpConnectionCacheTimeLimit: Self {
        Self(
            "lmtp_connection_cache_time_limit", default: "2s", unit: .seconds, minimum: 1, since: "2.3",
            programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_connection_cache_time_limit: how long an unused connection stays open"
        )
    }

    public static var lmtpConnectionReuseTimeLimit: Self {
        Self(
            "lmtp_connection_reuse_time_limit", default: "300s", unit: .seconds, minimum: 1, since: "2.3",
            programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_connection_reuse_time_limit: age up to which a connection is reused"
        )
    }
}

extension Parameter where Value == MatchList {
    public static var lmtpConnectionCacheDestinations: Self {
        Self(
            "lmtp_connection_cache_destinations", default: "", meaning: "string match list", since: "2.3",
            programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_connection_cache_destinations: destinations whose connections are always cached"
        )
    }
}

extension Parameter where Value == Int {
    public static var lmtpConnectionReuseCountLimit: Self {
        Self(
            "lmtp_connection_reuse_count_limit", default: "0", since: "2.11", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_connection_reuse_count_limit: reuses of one connection; 0 means no limit"
        )
    }

    public static var lmtpDestinationConcurrencyLimit: Self {
        Self(
            "lmtp_destination_concurrency_limit", default: "$default_destination_concurrency_limit",
            programs: "qmgr oqmgr",
            summary:
                "LMTP counterpart of smtp_destination_concurrency_limit: parallel deliveries to one destination over the smtp transport"
        )
    }

    public static var lmtpDestinationRecipientLimit: Self {
        Self(
            "lmtp_destination_recipient_limit", default: "$default_destination_recipient_limit",
            programs: "qmgr oqmgr",
            summary:
                "LMTP counterpart of smtp_destination_recipient_limit: recipients per delivery over the smtp transport"
        )
    }

    public static var lmtpMinDataRate: Self {
        Self(
            "lmtp_min_data_rate", default: "500", minimum: 1, since: "3.7", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_min_data_rate: bytes per second that a deadline allows for in DATA")
    }

    public static var lmtpMXAddressLimit: Self {
        Self(
            "lmtp_mx_address_limit", default: "5", since: "2.3", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_mx_address_limit: addresses taken from MX lookups; 0 means no limit"
        )
    }

    public static var lmtpMXSessionLimit: Self {
        Self(
            "lmtp_mx_session_limit", default: "2", since: "2.3", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_mx_session_limit: sessions per delivery request; 0 means no limit")
    }
}

extension Parameter where Value == TableList {
    public static var lmtpDNSReplyFilter: Self {
        Self(
            "lmtp_dns_reply_filter", default: "", meaning: "content", since: "3.0", programs: "lmtp",
            summary: "LMTP counterpart of smtp_dns_reply_filter: tables that can drop single DNS records")
    }

    public static var lmtpReplyFilter: Self {
        Self(
            "lmtp_reply_filter", default: "", meaning: "single table; content", since: "2.7",
            programs: "lmtp",
            summary: "LMTP counterpart of smtp_reply_filter: table that rewrites server reply lines")
    }
}

extension Parameter where Value == KeywordSet {
    public static var lmtpDNSResolverOptions: Self {
        Self(
            "lmtp_dns_resolver_options", default: "", allowed: "res_defnames, res_dnsrch", since: "2.8",
            programs: "lmtp",
            summary: "LMTP counterpart of smtp_dns_resolver_options: resolver options for single-label names")
    }

    public static var lmtpHostLookup: Self {
        Self(
            "lmtp_host_lookup", default: "dns", minimum: 1, allowed: "dns, native", since: "2.3",
            programs: "lmtp",
            summary: "LMTP counterpart of smtp_host_lookup: how host addresses are looked up")
    }
}

extension Parameter where Value == WordList {
    public static var lmtpFallbackRelay: Self {
        Self(
            "lmtp_fallback_relay", default: "", meaning: "nexthop", since: "3.1", programs: "lmtp",
            summary: "LMTP counterpart of smtp_fallback_relay: relays used when the regular destination fails"
        )
    }
}

extension Parameter where Value == ByteCount {
    public static var lmtpLineLengthLimit: Self {
        Self(
            "lmtp_line_length_limit", default: "998", since: "2.3", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_line_length_limit: longest line sent; longer lines are folded; 0 means no limit"
        )
    }
}

// Parameters: SMTP client: destinations and connections.

extension Parameter where Value == Keyword {
    public static var smtpAddressPreference: Self {
        Self(
            "smtp_address_preference", default: "any", minimum: 1, allowed: "any, ipv4, ipv6",
            since: "2.8", programs: "smtp", summary: "IP version to try first")
    }

    public static var smtpAddressVerifyTarget: Self {
        Self(
            "smtp_address_verify_target", default: "rcpt", minimum: 1, allowed: "rcpt, data", since: "3.0",
            programs: "smtp", summary: "Protocol stage that decides a verification probe")
    }

    public static var smtpDNSSupportLevel: Self {
        Self(
            "smtp_dns_support_level", default: "", allowed: "disabled, enabled, dnssec or empty",
            since: "2.11", programs: "smtp", summary: "How DNS is used; empty obeys disable_dns_lookups")
    }
}

extension Parameter where Value == Bool {
    public static var smtpAlwaysSendEHLO: Self {
        Self(
            "smtp_always_send_ehlo", default: "yes", programs: "smtp",
            summary: "Send EHLO whatever the greeting says")
    }

    public static var smtpBalanceInetProtocols: Self {
        Self(
            "smtp_balance_inet_protocols", default: "yes", since: "3.3", programs: "smtp",
            summary: "Make room for both IP versions within the MX address limit")
    }

    public static var smtpBindAddressEnforce: Self {
        Self(
            "smtp_bind_address_enforce", default: "no", since: "3.7", programs: "smtp",
            summary: "Defer mail when the source address cannot be used")
    }

    public static var smtpCNAMEOverridesServername: Self {
        Self(
            "smtp_cname_overrides_servername", default: "no", since: "2.2.9",
            lifecycle: .deprecated(since: "3.11"), programs: "smtp",
            summary: "Use the CNAME target as the server name")
    }

    public static var smtpConnectionCacheOnDemand: Self {
        Self(
            "smtp_connection_cache_on_demand", default: "yes", since: "2.2", programs: "smtp",
            summary: "Cache connections while a destination has much mail")
    }

    public static var smtpDeferIfNoMXAddressFound: Self {
        Self(
            "smtp_defer_if_no_mx_address_found", default: "no", since: "2.1", programs: "smtp",
            summary: "Defer instead of bounce when no MX host has an address")
    }

    public static var smtpNeverSendEHLO: Self {
        Self("smtp_never_send_ehlo", default: "no", programs: "smtp", summary: "Never send EHLO")
    }

    public static var smtpPerRecordDeadline: Self {
        Self(
            "smtp_per_record_deadline", default: "", since: "2.9",
            lifecycle: .renamed(since: "3.11", replacement: "smtp_per_request_deadline"),
            summary: "Former, weaker form of smtp_per_request_deadline")
    }

    public static var smtpPerRequestDeadline: Self {
        Self(
            "smtp_per_request_deadline",
            default: "${smtp_per_record_deadline?{$smtp_per_record_deadline}:{no}}", since: "3.7",
            programs: "smtp", summary: "Make SMTP time limits cover a whole request")
    }

    public static var smtpRandomizeAddresses: Self {
        Self(
            "smtp_randomize_addresses", default: "yes", since: "1.1", programs: "smtp",
            summary: "Shuffle hosts of equal preference")
    }

    public static var smtpSkip4xxGreeting: Self {
        Self(
            "smtp_skip_4xx_greeting", default: "yes", lifecycle: .removed(since: "2.1"),
            summary: "Try the next server after a 4xx greeting")
    }

    public static var smtpSkip5xxGreeting: Self {
        Self(
            "smtp_skip_5xx_greeting", default: "yes", programs: "smtp",
            summary: "Try the next server after a 5xx greeting")
    }

    public static var smtpSkipQuitResponse: Self {
        Self(
            "smtp_skip_quit_response", default: "yes", programs: "smtp",
            summary: "Do not wait for the reply to QUIT")
    }
}

extension Parameter where Value == String {
    public static var smtpBindAddress: Self {
        Self(
            "smtp_bind_address", default: "", meaning: "address", programs: "smtp",
            summary: "Source IPv4 address")
    }

    public static var smtpBindAddress6: Self {
        Self(
            "smtp_bind_address6", default: "", meaning: "address", since: "2.2", programs: "smtp",
            summary: "Source IPv6 address")
    }

    public static var smtpHELOName: Self {
        Self(
            "smtp_helo_name", default: "$myhostname", minimum: 1, meaning: "hostname", since: "2.0",
            programs: "smtp", summary: "Name sent with HELO/EHLO")
    }

    public static var smtpTCPPort: Self {
        Self(
            "smtp_tcp_port", default: "smtp", meaning: "port name or number", programs: "smtp",
            summary: "Default server port")
    }
}

extension Parameter where Value == Duration {
    public static var smtpConnectTimeout: Self {
        Self(
            "smtp_connect_timeout", default: "30s", unit: .seconds, programs: "smtp",
            summary: "Time limit for connecting; 0 leaves it to the system")
    }

    public static var smtpConnectionCacheTimeLimit: Self {
        Self(
            "smtp_connection_cache_time_limit", default: "2s", unit: .seconds, minimum: 1, since: "2.2",
            programs: "smtp", summary: "How long an unused connection stays open")
    }

    public static var smtpConnectionReuseTimeLimit: Self {
        Self(
            "smtp_connection_reuse_time_limit", default: "300s", unit: .seconds, minimum: 1, since: "2.3",
            programs: "smtp", summary: "Age up to which a connection is reused")
    }
}

extension Parameter where Value == MatchList {
    public static var smtpConnectionCacheDestinations: Self {
        Self(
            "smtp_connection_cache_destinations", default: "", meaning: "string match list", since: "2.2",
            programs: "smtp", summary: "Destinations whose connections are always cached")
    }
}

extension Parameter where Value == Int {
    public static var smtpConnectionReuseCountLimit: Self {
        Self(
            "smtp_connection_reuse_count_limit", default: "0", since: "2.11", programs: "smtp",
            summary: "Reuses of one connection; 0 means no limit")
    }

    public static var smtpDestinationConcurrencyLimit: Self {
        Self(
            "smtp_destination_concurrency_limit", default: "$default_destination_concurrency_limit",
            programs: "qmgr oqmgr",
            summary: "Parallel deliveries to one destination over the smtp transport")
    }

    public static var smtpDestinationRecipientLimit: Self {
        Self(
            "smtp_destination_recipient_limit", default: "$default_destination_recipient_limit",
            programs: "qmgr oqmgr", summary: "Recipients per delivery over the smtp transport")
    }

    public static var smtpMinDataRate: Self {
        Self(
            "smtp_min_data_rate", default: "500", minimum: 1, since: "3.7", programs: "smtp",
            summary: "Bytes per second that a deadline allows for in DATA")
    }

    public static var smtpMXAddressLimit: Self {
        Self(
            "smtp_mx_address_limit", default: "5", since: "2.1", programs: "smtp",
            summary: "Addresses taken from MX lookups; 0 means no limit")
    }

    public static var smtpMXSessionLimit: Self {
        Self(
            "smtp_mx_session_limit", default: "2", since: "2.1", programs: "smtp",
            summary: "Sessions per delivery request; 0 means no limit")
    }
}

extension Parameter where Value == TableList {
    public static var smtpDNSReplyFilter: Self {
        Self(
            "smtp_dns_reply_filter", default: "", meaning: "content", since: "3.0", programs: "smtp",
            summary: "Tables that can drop single DNS records")
    }

    public static var smtpReplyFilter: Self {
        Self(
            "smtp_reply_filter", default: "", meaning: "single table; content", since: "2.7",
            programs: "smtp", summary: "Table that rewrites server reply lines")
    }
}

extension Parameter where Value == KeywordSet {
    public static var smtpDNSResolverOptions: Self {
        Self(
            "smtp_dns_resolver_options", default: "", allowed: "res_defnames, res_dnsrch", since: "2.8",
            programs: "smtp", summary: "Resolver options for single-label names")
    }

    public static var smtpHostLookup: Self {
        Self(
            "smtp_host_lookup", default: "dns", minimum: 1, allowed: "dns, native", since: "2.1",
            programs: "smtp", summary: "How host addresses are looked up")
    }
}

extension Parameter where Value == WordList {
    public static var smtpFallbackRelay: Self {
        Self(
            "smtp_fallback_relay", default: "$fallback_relay", meaning: "nexthop", since: "2.3",
            programs: "smtp", summary: "Relays used when the regular destination fails")
    }
}

extension Parameter where Value == ByteCount {
    public static var smtpLineLengthLimit: Self {
        Self(
            "smtp_line_length_limit", default: "998", programs: "smtp",
            summary: "Longest line sent; longer lines are folded; 0 means no limit")
    }
}

// Parameters: Routing: classes, transports and nexthops.

extension Parameter where Value == Bool {
    public static var allowSRVLookupFallback: Self {
        Self(
            "allow_srv_lookup_fallback", default: "no", since: "3.8", programs: "lmtp smtp",
            summary: "Fall back to MX or address lookup when an SRV lookup fails or finds nothing")
    }

    public static var disableDNSLookups: Self {
        Self(
            "disable_dns_lookups", default: "no",
            lifecycle: .deprecated(since: "3.9", replacement: "smtp_dns_support_level"),
            programs: "* smtp lmtp", summary: "Look hosts up without DNS in smtp(8)")
    }

    public static var dnsNcacheTTLFixEnable: Self {
        Self(
            "dns_ncache_ttl_fix_enable", default: "no", since: "3.1", programs: "*",
            summary: "Work around resolver libraries that hide the TTL of negative answers")
    }

    public static var ignoreMXLookupError: Self {
        Self(
            "ignore_mx_lookup_error", default: "no", programs: "smtp",
            summary: "Use address lookup when an MX lookup fails")
    }

    public static var ignoreSRVLookupError: Self {
        Self(
            "ignore_srv_lookup_error", default: "no", since: "3.8", programs: "lmtp smtp",
            summary: "Use MX or address lookup when an SRV lookup fails")
    }

    public static var senderBasedRouting: Self {
        Self(
            "sender_based_routing", default: "no",
            lifecycle: .removed(since: "2.3", replacement: "sender_dependent_relayhost_maps"),
            summary: "Never released; replaced by sender_dependent_relayhost_maps")
    }
}

extension Parameter where Value == String {
    public static var bestMXTransport: Self {
        Self(
            "best_mx_transport", default: "", meaning: "transport:nexthop", programs: "lmtp smtp",
            summary:
                "Transport to use when this host turns out to be the best MX of a foreign domain; empty bounces the mail"
        )
    }

    public static var defaultTransport: Self {
        Self(
            "default_transport", default: "smtp", minimum: 1, meaning: "transport:nexthop",
            programs: "trivial-rewrite", summary: "Transport and next hop of the default address class")
    }

    public static var dnssecProbe: Self {
        Self(
            "dnssec_probe", default: "ns:.", meaning: "type:name", since: "3.6", programs: "*",
            summary: "DNS query that shows whether the resolver validates; empty disables the probe")
    }

    public static var emptyAddressDefaultTransportMapsLookupKey: Self {
        Self(
            "empty_address_default_transport_maps_lookup_key", default: "<>", minimum: 1, meaning: "key",
            since: "2.7", programs: "trivial-rewrite",
            summary: "Key that stands for the null sender in sender_dependent_default_transport_maps")
    }

    public static var emptyAddressLocalLoginSenderMapsLookupKey: Self {
        Self(
            "empty_address_local_login_sender_maps_lookup_key", default: "<>", meaning: "key",
            since: "3.6", programs: "postdrop",
            summary: "Pattern that stands for the null sender in local_login_sender_maps results")
    }

    public static var emptyAddressRelayhostMapsLookupKey: Self {
        Self(
            "empty_address_relayhost_maps_lookup_key", default: "<>", minimum: 1, meaning: "key",
            since: "2.5", programs: "trivial-rewrite",
            summary: "Key that stands for the null sender in sender_dependent_relayhost_maps")
    }

    public static var fallbackTransport: Self {
        Self(
            "fallback_transport", default: "", meaning: "transport:nexthop", programs: "local",
            summary: "Transport for local names found neither in aliases nor in passwd")
    }

    public static var localTransport: Self {
        Self(
            "local_transport", default: "local:$myhostname", minimum: 1, meaning: "transport:nexthop",
            programs: "trivial-rewrite", summary: "Transport and next hop of the local address class")
    }

    public static var myorigin: Self {
        Self(
            "myorigin", default: "$myhostname", minimum: 1, meaning: "domain",
            programs: "* smtp lmtp smtpd trivial-rewrite",
            summary: "Domain appended to locally posted mail")
    }

    public static var relayTransport: Self {
        Self(
            "relay_transport", default: "relay", minimum: 1, meaning: "transport:nexthop", since: "2.0",
            programs: "trivial-rewrite", summary: "Transport and next hop of the relay address class")
    }

    public static var virtualTransport: Self {
        Self(
            "virtual_transport", default: "virtual", minimum: 1, meaning: "transport:nexthop",
            since: "2.0", programs: "trivial-rewrite",
            summary: "Transport and next hop of the virtual mailbox class")
    }
}

extension Parameter where Value == TableList {
    public static var defaultDeliveryStatusFilter: Self {
        Self(
            "default_delivery_status_filter", default: "", meaning: "content", since: "3.0", programs: "*",
            summary: "Tables that may rewrite delivery status code and text, for all agents")
    }

    public static var fallbackTransportMaps: Self {
        Self(
            "fallback_transport_maps", default: "", since: "2.3", programs: "local",
            summary: "Per-user transports for local names found neither in aliases nor in passwd")
    }

    public static var localRecipientMaps: Self {
        Self(
            "local_recipient_maps", default: "proxy:unix:passwd.byname $alias_maps",
            programs: "proxymap smtpd",
            summary: "Tables of valid local recipients; empty disables the check")
    }

    public static var relayClientcerts: Self {
        Self(
            "relay_clientcerts", default: "", since: "2.2", programs: "smtpd",
            summary: "Client certificate or key fingerprints that permit_tls_clientcerts accepts")
    }

    public static var relayRecipientMaps: Self {
        Self(
            "relay_recipient_maps", default: "", since: "2.0", programs: "proxymap smtpd",
            summary: "Tables of valid recipients in relay domains; empty disables the check")
    }

    public static var senderDependentDefaultTransportMaps: Self {
        Self(
            "sender_dependent_default_transport_maps", default: "", since: "2.7",
            programs: "trivial-rewrite", summary: "Per-sender replacement of default_transport")
    }

    public static var senderDependentRelayhostMaps: Self {
        Self(
            "sender_dependent_relayhost_maps", default: "", since: "2.3", programs: "trivial-rewrite",
            summary: "Per-sender replacement of relayhost")
    }

    public static var transportMaps: Self {
        Self(
            "transport_maps", default: "", programs: "proxymap trivial-rewrite",
            summary: "Transport and next hop per recipient or domain")
    }
}

extension Parameter where Value == WordList {
    public static var proxyInterfaces: Self {
        Self(
            "proxy_interfaces", default: "", meaning: "address match list", since: "2.0",
            programs: "* smtpd", summary: "Addresses of this host outside a NAT or proxy")
    }

    public static var fallbackRelay: Self {
        Self(
            "fallback_relay", default: "", meaning: "nexthop",
            lifecycle: .renamed(since: "3.11", replacement: "smtp_fallback_relay"),
            summary: "Former name of smtp_fallback_relay")
    }

    public static var relayhost: Self {
        Self(
            "relayhost", default: "", meaning: "nexthop", programs: "* smtp lmtp trivial-rewrite",
            summary: "Next hop(s) for non-local mail")
    }
}

extension Parameter where Value == MatchList {
    public static var mydestination: Self {
        Self(
            "mydestination", default: "$myhostname, localhost.$mydomain, localhost",
            meaning: "string match list", programs: "* smtp lmtp smtpd trivial-rewrite",
            summary: "Domains delivered with local_transport")
    }

    public static var relayDomains: Self {
        Self(
            "relay_domains", default: "${{$compatibility_level} <level {2} ? {$mydestination} : {}}",
            meaning: "domain match list", programs: "* smtpd trivial-rewrite",
            summary: "Domains that this host relays mail to")
    }

    public static var useSRVLookup: Self {
        Self(
            "use_srv_lookup", default: "", allowed: "smtp, submission, submissions, lmtp ...",
            meaning: "string match list; service names, tables", since: "3.8", programs: "lmtp smtp",
            summary: "Services that are found with SRV records")
    }

    public static var virtualMailboxDomains: Self {
        Self(
            "virtual_mailbox_domains", default: "$virtual_mailbox_maps", meaning: "string match list",
            since: "2.0", programs: "proxymap trivial-rewrite",
            summary: "Domains delivered with virtual_transport")
    }
}

extension Parameter where Value == Int {
    public static var relayDestinationConcurrencyLimit: Self {
        Self(
            "relay_destination_concurrency_limit", default: "$default_destination_concurrency_limit",
            since: "2.0", programs: "qmgr oqmgr",
            summary: "Parallel deliveries to one destination over the relay transport")
    }

    public static var relayDestinationRecipientLimit: Self {
        Self(
            "relay_destination_recipient_limit", default: "$default_destination_recipient_limit",
            since: "2.0", programs: "qmgr oqmgr",
            summary: "Recipients per delivery over the relay transport")
    }
}

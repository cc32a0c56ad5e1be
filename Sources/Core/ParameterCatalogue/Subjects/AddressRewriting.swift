// Parameters: Address rewriting.

extension Parameter where Value == Bool {
    public static var allowMinUser: Self {
        Self(
            "allow_min_user", default: "no", programs: "trivial-rewrite",
            summary: "Accept addresses that begin with a hyphen")
    }

    public static var allowPercentHack: Self {
        Self(
            "allow_percent_hack", default: "yes", programs: "trivial-rewrite",
            summary: "Rewrite user%domain into user@domain")
    }

    public static var appendAtMyorigin: Self {
        Self(
            "append_at_myorigin", default: "yes", programs: "trivial-rewrite",
            summary: "Complete bare user names with @$myorigin (local) or the remote rewrite domain")
    }

    public static var appendDotMydomain: Self {
        Self(
            "append_dot_mydomain", default: "${{$compatibility_level} <level {1} ? {yes} : {no}}",
            programs: "trivial-rewrite",
            summary: "Complete single-label domains with .$mydomain (local) or the remote rewrite domain")
    }

    public static var relocatedPrefixEnable: Self {
        Self(
            "relocated_prefix_enable", default: "yes", since: "3.11", programs: "trivial-rewrite",
            summary: #"Put "5.1.6 User has moved to" before relocated_maps results"#)
    }

    public static var resolveDequotedAddress: Self {
        Self(
            "resolve_dequoted_address", default: "yes", programs: "trivial-rewrite",
            summary: "Look inside quoted localparts for routing operators")
    }

    public static var resolveNullDomain: Self {
        Self(
            "resolve_null_domain", default: "no", since: "2.1", programs: "trivial-rewrite",
            summary: #"Treat "user@" as local"#)
    }

    public static var resolveNumericDomain: Self {
        Self(
            "resolve_numeric_domain", default: "no", since: "2.3", programs: "trivial-rewrite",
            summary: "Treat user@ip as user@[ip]")
    }

    public static var swapBangpath: Self {
        Self(
            "swap_bangpath", default: "yes", programs: "trivial-rewrite",
            summary: "Rewrite site!user into user@site")
    }
}

extension Parameter where Value == KeywordSet {
    public static var canonicalClasses: Self {
        Self(
            "canonical_classes",
            default: "envelope_sender, envelope_recipient, header_sender, header_recipient", minimum: 1,
            allowed: "envelope_sender, envelope_recipient, header_sender, header_recipient", since: "2.2",
            programs: "cleanup", summary: "Which addresses canonical_maps rewrites")
    }

    public static var propagateUnmatchedExtensions: Self {
        Self(
            "propagate_unmatched_extensions", default: "canonical, virtual",
            allowed: "canonical, virtual, alias, forward, include, generic",
            programs: "cleanup local lmtp smtp",
            summary: "Tables whose results get the address extension of the key")
    }

    public static var recipientCanonicalClasses: Self {
        Self(
            "recipient_canonical_classes", default: "envelope_recipient, header_recipient", minimum: 1,
            allowed: "envelope_recipient, header_recipient", since: "2.2", programs: "cleanup",
            summary: "Which addresses recipient_canonical_maps rewrites")
    }

    public static var senderCanonicalClasses: Self {
        Self(
            "sender_canonical_classes", default: "envelope_sender, header_sender", minimum: 1,
            allowed: "envelope_sender, header_sender", since: "2.2", programs: "cleanup",
            summary: "Which addresses sender_canonical_maps rewrites")
    }
}

extension Parameter where Value == TableList {
    public static var canonicalMaps: Self {
        Self(
            "canonical_maps", default: "", programs: "cleanup proxymap smtpd",
            summary: "Address rewriting tables for envelopes and headers, senders and recipients")
    }

    public static var recipientCanonicalMaps: Self {
        Self(
            "recipient_canonical_maps", default: "", programs: "cleanup proxymap smtpd",
            summary: "Address rewriting tables for recipients")
    }

    public static var relocatedMaps: Self {
        Self(
            "relocated_maps", default: "", programs: "proxymap trivial-rewrite",
            summary: "Contact information for users and domains that moved")
    }

    public static var senderCanonicalMaps: Self {
        Self(
            "sender_canonical_maps", default: "", programs: "cleanup proxymap smtpd",
            summary: "Address rewriting tables for senders")
    }

    public static var virtualAliasMaps: Self {
        Self(
            "virtual_alias_maps", default: "$virtual_maps", since: "2.0",
            programs: "cleanup proxymap smtpd trivial-rewrite", summary: "Alias tables for all recipients")
    }

    public static var virtualMaps: Self {
        Self(
            "virtual_maps", default: "",
            lifecycle: .renamed(since: "3.11", replacement: "virtual_alias_maps"),
            summary: "Former name of virtual_alias_maps")
    }
}

extension Parameter where Value == AddressText {
    public static var doubleBounceSender: Self {
        Self(
            "double_bounce_sender", default: "double-bounce", minimum: 1, meaning: "localpart",
            programs: "* oqmgr qmgr smtpd", summary: "Sender of postmaster notices; mail to it is dropped")
    }

    public static var emptyAddressRecipient: Self {
        Self(
            "empty_address_recipient", default: "MAILER-DAEMON", minimum: 1,
            programs: "cleanup showq trivial-rewrite", summary: "Recipient that replaces the null address")
    }
}

extension Parameter where Value == RestrictionList {
    public static var localHeaderRewriteClients: Self {
        Self(
            "local_header_rewrite_clients", default: "permit_inet_interfaces",
            meaning:
                "only permit_inet_interfaces, permit_mynetworks, permit_sasl_authenticated, permit_tls_clientcerts, permit_tls_all_clientcerts, check_address_map type:table or a table alone",
            since: "2.2", programs: "smtpd",
            summary: "Clients whose message headers are completed with local domain names")
    }
}

extension Parameter where Value == String {
    public static var recipientDelimiter: Self {
        Self(
            "recipient_delimiter", default: "", meaning: "character set of delimiters",
            programs: "* cleanup local oqmgr pipe postdrop qmgr smtp lmtp smtpd trivial-rewrite",
            summary: "Characters that separate user name and address extension")
    }

    public static var remoteHeaderRewriteDomain: Self {
        Self(
            "remote_header_rewrite_domain", default: "", meaning: "domain", since: "2.2",
            programs: "cleanup trivial-rewrite",
            summary:
                "Domain used to complete headers of mail from remote clients; empty leaves those headers alone"
        )
    }
}

extension Parameter where Value == ByteCount {
    public static var virtualAliasAddressLengthLimit: Self {
        Self(
            "virtual_alias_address_length_limit", default: "1000", minimum: 1, since: "3.0",
            programs: "cleanup", summary: "Longest address after virtual alias expansion")
    }
}

extension Parameter where Value == MatchList {
    public static var virtualAliasDomains: Self {
        Self(
            "virtual_alias_domains", default: "$virtual_alias_maps", meaning: "string match list",
            since: "2.0", programs: "proxymap trivial-rewrite",
            summary: "Domains in which every address is an alias")
    }
}

extension Parameter where Value == Int {
    public static var virtualAliasExpansionLimit: Self {
        Self(
            "virtual_alias_expansion_limit", default: "1000", minimum: 1, since: "2.1",
            programs: "cleanup", summary: "Addresses produced from one recipient")
    }

    public static var virtualAliasRecursionLimit: Self {
        Self(
            "virtual_alias_recursion_limit", default: "1000", minimum: 1, since: "2.1",
            programs: "cleanup", summary: "Nesting depth of virtual alias expansion")
    }
}

// Parameters: SMTP server: access control.

extension Parameter where Value == Int {
    public static var accessMapDeferCode: Self {
        Self(
            "access_map_defer_code", default: "450", meaning: "SMTP reply code", since: "2.6",
            programs: "smtpd",
            summary: "SMTP code that replies to a DEFER-type result from an access table")
    }

    public static var accessMapRejectCode: Self {
        Self(
            "access_map_reject_code", default: "554", meaning: "SMTP reply code", programs: "smtpd",
            summary: "SMTP code that replies to a REJECT result from an access table")
    }

    public static var deferCode: Self {
        Self(
            "defer_code", default: "450", meaning: "SMTP reply code", programs: "smtpd",
            summary: "SMTP code of the defer restriction")
    }

    public static var invalidHostnameRejectCode: Self {
        Self(
            "invalid_hostname_reject_code", default: "501", meaning: "SMTP reply code", programs: "smtpd",
            summary: "SMTP code of reject_invalid_helo_hostname")
    }

    public static var mapsRBLRejectCode: Self {
        Self(
            "maps_rbl_reject_code", default: "554", meaning: "SMTP reply code", programs: "smtpd",
            summary: "SMTP code of DNSBL and RHSBL rejections")
    }

    public static var multiRecipientBounceRejectCode: Self {
        Self(
            "multi_recipient_bounce_reject_code", default: "550", meaning: "SMTP reply code", since: "2.1",
            programs: "smtpd", summary: "SMTP code of reject_multi_recipient_bounce")
    }

    public static var nonFqdnRejectCode: Self {
        Self(
            "non_fqdn_reject_code", default: "504", meaning: "SMTP reply code", programs: "smtpd",
            summary: "SMTP code of the reject_non_fqdn_* restrictions")
    }

    public static var plaintextRejectCode: Self {
        Self(
            "plaintext_reject_code", default: "450", meaning: "SMTP reply code", since: "2.3",
            programs: "smtpd", summary: "SMTP code of reject_plaintext_session")
    }

    public static var rejectCode: Self {
        Self(
            "reject_code", default: "554", meaning: "SMTP reply code", programs: "smtpd",
            summary: "SMTP code of the reject restriction")
    }

    public static var relayDomainsRejectCode: Self {
        Self(
            "relay_domains_reject_code", default: "554", meaning: "SMTP reply code", programs: "smtpd",
            summary: "SMTP code of reject_unauth_destination (100 less for defer_unauth_destination)")
    }

    public static var smtpdForbidBareNewlineRejectCode: Self {
        Self(
            "smtpd_forbid_bare_newline_reject_code", default: "550", minimum: 500, maximum: 599,
            meaning: "SMTP reply code", since: "3.9", programs: "smtpd",
            summary: "SMTP code for smtpd_forbid_bare_newline = reject (500..599)")
    }

    public static var unknownAddressRejectCode: Self {
        Self(
            "unknown_address_reject_code", default: "450", meaning: "SMTP reply code", programs: "smtpd",
            summary: "SMTP code for addresses in unknown domains")
    }

    public static var unknownClientRejectCode: Self {
        Self(
            "unknown_client_reject_code", default: "450", meaning: "SMTP reply code", programs: "smtpd",
            summary: "SMTP code of reject_unknown_client_hostname and its reverse variant")
    }

    public static var unknownHostnameRejectCode: Self {
        Self(
            "unknown_hostname_reject_code", default: "450", meaning: "SMTP reply code", programs: "smtpd",
            summary: "SMTP code of reject_unknown_helo_hostname")
    }

    public static var unknownLocalRecipientRejectCode: Self {
        Self(
            "unknown_local_recipient_reject_code", default: "550", meaning: "SMTP reply code",
            since: "2.0", programs: "smtpd", summary: "SMTP code for unknown local recipients")
    }

    public static var unknownRelayRecipientRejectCode: Self {
        Self(
            "unknown_relay_recipient_reject_code", default: "550", meaning: "SMTP reply code",
            since: "2.0", programs: "smtpd", summary: "SMTP code for unknown relay recipients")
    }

    public static var unknownVirtualAliasRejectCode: Self {
        Self(
            "unknown_virtual_alias_reject_code", default: "550", meaning: "SMTP reply code", since: "2.0",
            programs: "smtpd", summary: "SMTP code for unknown recipients in virtual alias domains")
    }

    public static var unknownVirtualMailboxRejectCode: Self {
        Self(
            "unknown_virtual_mailbox_reject_code", default: "550", meaning: "SMTP reply code",
            since: "2.0", programs: "smtpd",
            summary: "SMTP code for unknown recipients in virtual mailbox domains")
    }
}

extension Parameter where Value == Bool {
    public static var allowUntrustedRouting: Self {
        Self(
            "allow_untrusted_routing", default: "no", programs: "smtpd",
            summary:
                "Let untrusted clients use sender-specified routing (user@a@b and the like) to relay domains")
    }

    public static var smtpdDelayReject: Self {
        Self(
            "smtpd_delay_reject", default: "yes", programs: "smtpd",
            summary: "Evaluate client, helo and sender restrictions at RCPT TO")
    }

    public static var smtpdForbidUnauthPipelining: Self {
        Self(
            "smtpd_forbid_unauth_pipelining", default: "yes", since: "3.9", programs: "smtpd",
            summary: "Disconnect clients that pipeline without permission")
    }

    public static var smtpdRejectUnlistedRecipient: Self {
        Self(
            "smtpd_reject_unlisted_recipient", default: "yes", since: "2.1", programs: "smtpd",
            summary: "Reject unknown recipients even without an explicit restriction")
    }

    public static var smtpdRejectUnlistedSender: Self {
        Self(
            "smtpd_reject_unlisted_sender", default: "no", since: "2.1", programs: "smtpd",
            summary: "Reject unknown senders even without an explicit restriction")
    }

    public static var smtpdRelayBeforeRecipientRestrictions: Self {
        Self(
            "smtpd_relay_before_recipient_restrictions",
            default: "${{$compatibility_level} <level {3.6} ? {no} : {yes}}", since: "3.6",
            programs: "smtpd", summary: "Evaluate relay restrictions before recipient restrictions")
    }

    public static var strictRFC821Envelopes: Self {
        Self(
            "strict_rfc821_envelopes", default: "no", programs: "smtpd",
            summary: "Require <> around envelope addresses and no comments")
    }
}

extension Parameter where Value == TextTemplate {
    public static var defaultRBLReply: Self {
        Self(
            "default_rbl_reply",
            default:
                "$rbl_code Service unavailable; $rbl_class [$rbl_what] blocked using $rbl_domain${rbl_reason?; $rbl_reason}",
            minimum: 1, meaning: "reply", isRaw: true, since: "2.0", programs: "smtpd",
            summary: "Reply template for DNSBL rejections")
    }

    public static var smtpdRejectFooter: Self {
        Self(
            "smtpd_reject_footer", default: "", meaning: "reply footer", isRaw: true, since: "2.8",
            programs: "postscreen smtpd", summary: "Text appended to 4xx and 5xx replies")
    }
}

extension Parameter where Value == TableList {
    public static var localLoginSenderMaps: Self {
        Self(
            "local_login_sender_maps", default: "static:*", since: "3.6", programs: "postdrop",
            summary: "Envelope senders that a UNIX login may use with postdrop(1)")
    }

    public static var rblReplyMaps: Self {
        Self(
            "rbl_reply_maps", default: "", since: "2.0", programs: "smtpd",
            summary: "Reply templates looked up by DNSBL domain")
    }

    public static var smtpdRejectFilterMaps: Self {
        Self(
            "smtpd_reject_filter_maps", default: "", meaning: "content", since: "3.11", programs: "smtpd",
            summary: "Tables that replace reject replies")
    }

    public static var smtpdRejectFooterMaps: Self {
        Self(
            "smtpd_reject_footer_maps", default: "", meaning: "content", since: "3.4", programs: "smtpd",
            summary: "Reply footers looked up by the complete reply")
    }

    public static var smtpdSenderLoginMaps: Self {
        Self(
            "smtpd_sender_login_maps", default: "", since: "1.1", programs: "proxymap smtpd",
            summary: "SASL logins that own a sender address")
    }
}

extension Parameter where Value == WordList {
    public static var mapsRBLDomains: Self {
        Self(
            "maps_rbl_domains", default: "", meaning: "domain",
            lifecycle: .obsolete(since: "3.9", replacement: "reject_rbl_client"), programs: "smtpd",
            summary: "DNSBL domains of the obsolete reject_maps_rbl")
    }

    public static var parentDomainMatchesSubdomains: Self {
        Self(
            "parent_domain_matches_subdomains",
            default:
                "debug_peer_list,fast_flush_domains,mynetworks,permit_mx_backup_networks,qmqpd_authorized_clients,relay_domains,smtpd_access_maps",
            allowed:
                "debug_peer_list, fast_flush_domains, mynetworks, permit_mx_backup_networks, postscreen_access_list, postscreen_tls_loglevel_maps, qmqpd_authorized_clients, relay_domains, smtp_tls_loglevel_maps, smtpd_access_maps, smtpd_client_event_limit_exceptions, smtpd_tls_loglevel_maps, transport_maps",
            meaning: "feature name (a match list, so tables and ! work)", since: "1.1", programs: "* smtpd",
            summary: #"Features in which "example.com" also matches its subdomains"#)
    }

    public static var smtpdRestrictionClasses: Self {
        Self(
            "smtpd_restriction_classes", default: "", meaning: "class name", programs: "proxymap smtpd",
            summary: "Names of user-defined restriction classes; each is a parameter of its own")
    }
}

extension Parameter where Value == MatchList {
    public static var mynetworks: Self {
        Self(
            "mynetworks", default: .computed, meaning: "host name and address match list",
            programs: "* postscreen smtpd", summary: "Clients that are trusted, e.g. to relay")
    }

    public static var permitMXBackupNetworks: Self {
        Self(
            "permit_mx_backup_networks", default: "", meaning: "host name and address match list",
            since: "1.1", programs: "smtpd",
            summary: "Networks in which the primary MX must be for permit_mx_backup")
    }

    public static var smtpdAuthorizedVERPClients: Self {
        Self(
            "smtpd_authorized_verp_clients", default: "$authorized_verp_clients",
            meaning: "host name and address match list", since: "2.1", programs: "smtpd",
            summary: "Clients that may use XVERP")
    }

    public static var smtpdAuthorizedXCLIENTHosts: Self {
        Self(
            "smtpd_authorized_xclient_hosts", default: "", meaning: "host name and address match list",
            since: "2.1", programs: "smtpd", summary: "Clients that may use XCLIENT")
    }

    public static var smtpdAuthorizedXFORWARDHosts: Self {
        Self(
            "smtpd_authorized_xforward_hosts", default: "", meaning: "host name and address match list",
            since: "2.1", programs: "smtpd", summary: "Clients that may use XFORWARD")
    }

    public static var smtpdForbidBareNewlineExclusions: Self {
        Self(
            "smtpd_forbid_bare_newline_exclusions", default: "$mynetworks",
            meaning: "host name and address match list", since: "3.9", programs: "smtpd",
            summary: "Clients exempt from smtpd_forbid_bare_newline")
    }

    public static var smtpdLogAccessPermitActions: Self {
        Self(
            "smtpd_log_access_permit_actions", default: "",
            meaning: "string match list; permit action names, tables", since: "2.10", programs: "smtpd",
            summary: "Permit actions that are logged")
    }
}

extension Parameter where Value == Keyword {
    public static var mynetworksStyle: Self {
        Self(
            "mynetworks_style", default: "${{$compatibility_level} <level {2} ? {subnet} : {host}}",
            minimum: 1, allowed: "host, subnet, class", programs: "* smtpd",
            summary: "How the default of mynetworks is computed")
    }

    public static var rejectTempfailAction: Self {
        Self(
            "reject_tempfail_action", default: "defer_if_permit", minimum: 1,
            allowed: "defer, defer_if_permit", since: "2.6", programs: "smtpd",
            summary: "What a reject-type restriction does after a temporary lookup error")
    }

    public static var smtpdForbidBareNewline: Self {
        Self(
            "smtpd_forbid_bare_newline", default: "normalize", minimum: 1,
            allowed: "normalize, yes, note, reject, no", since: "3.9", programs: "smtpd",
            summary: "How lines ending in a bare LF are treated")
    }

    public static var unknownAddressTempfailAction: Self {
        Self(
            "unknown_address_tempfail_action", default: "$reject_tempfail_action", minimum: 1,
            allowed: "defer, defer_if_permit", since: "2.6", programs: "smtpd",
            summary: "Action when that check fails temporarily")
    }

    public static var unknownHELOHostnameTempfailAction: Self {
        Self(
            "unknown_helo_hostname_tempfail_action", default: "$reject_tempfail_action", minimum: 1,
            allowed: "defer, defer_if_permit", since: "2.6", programs: "smtpd",
            summary: "Action when reject_unknown_helo_hostname fails temporarily")
    }
}

extension Parameter where Value == RestrictionList {
    public static var smtpdClientRestrictions: Self {
        Self(
            "smtpd_client_restrictions", default: "", programs: "smtpd",
            summary: "Restrictions at connect time")
    }

    public static var smtpdDataRestrictions: Self {
        Self(
            "smtpd_data_restrictions", default: "", since: "2.0", programs: "smtpd",
            summary: "Restrictions at DATA")
    }

    public static var smtpdEndOfDataRestrictions: Self {
        Self(
            "smtpd_end_of_data_restrictions", default: "", since: "2.2", programs: "smtpd",
            summary: "Restrictions at end-of-data")
    }

    public static var smtpdETRNRestrictions: Self {
        Self("smtpd_etrn_restrictions", default: "", programs: "smtpd", summary: "Restrictions at ETRN")
    }

    public static var smtpdHELORestrictions: Self {
        Self(
            "smtpd_helo_restrictions", default: "", programs: "smtpd",
            summary: "Restrictions at HELO/EHLO")
    }

    public static var smtpdRecipientRestrictions: Self {
        Self(
            "smtpd_recipient_restrictions", default: "", programs: "smtpd",
            summary: "Restrictions at RCPT TO, after the relay restrictions")
    }

    public static var smtpdRelayRestrictions: Self {
        Self(
            "smtpd_relay_restrictions",
            default:
                "${{$compatibility_level} <level {1} ? {} : {permit_mynetworks, permit_sasl_authenticated, defer_unauth_destination}}",
            since: "2.10", programs: "smtpd", summary: "Relay control at RCPT TO")
    }

    public static var smtpdSenderRestrictions: Self {
        Self(
            "smtpd_sender_restrictions", default: "", programs: "smtpd",
            summary: "Restrictions at MAIL FROM")
    }
}

extension Parameter where Value == String {
    public static var smtpdExpansionFilter: Self {
        Self(
            "smtpd_expansion_filter",
            default:
                ##"\t\40!"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"##,
            minimum: 1, meaning: "character C escapes", isRaw: true, since: "2.0",
            programs: "postscreen smtpd", summary: "Characters allowed in reply template expansions")
    }

    public static var smtpdNullAccessLookupKey: Self {
        Self(
            "smtpd_null_access_lookup_key", default: "<>", meaning: "key", since: "1.1", programs: "smtpd",
            summary: "Key that stands for the null sender in access tables")
    }
}

// Parameters: postscreen: tests before and after the greeting.

extension Parameter where Value == WordList {
    public static var postscreenAccessList: Self {
        Self(
            "postscreen_access_list", default: "permit_mynetworks",
            allowed: "permit_mynetworks, permit, reject, dunno, type:table", meaning: "access list",
            since: "2.8", programs: "postscreen", summary: "Permanent allow/deny list for client addresses")
    }

    public static var postscreenDNSBLSites: Self {
        Self(
            "postscreen_dnsbl_sites", default: "", meaning: "domain[=d.d.d.d filter][*weight]",
            since: "2.8", programs: "postscreen", summary: "DNSBL/DNSWL sites with reply filter and weight")
    }
}

extension Parameter where Value == MatchList {
    public static var postscreenAllowlistInterfaces: Self {
        Self(
            "postscreen_allowlist_interfaces",
            default: "${postscreen_whitelist_interfaces?{$postscreen_whitelist_interfaces}:{static:all}}",
            meaning: "address match list", since: "3.6", programs: "postscreen",
            summary: "Local addresses on which a client can earn temporary allowlisting")
    }

    public static var postscreenForbiddenCommands: Self {
        Self(
            "postscreen_forbidden_commands", default: "$smtpd_forbidden_commands",
            meaning: "string match list; commands, tables", since: "2.8", programs: "postscreen proxymap",
            summary: "Commands that count as protocol violations")
    }

    public static var postscreenWhitelistInterfaces: Self {
        Self(
            "postscreen_whitelist_interfaces", default: "", meaning: "address match list", since: "2.9",
            lifecycle: .renamed(since: "3.11", replacement: "postscreen_allowlist_interfaces"),
            summary: "Former name of postscreen_allowlist_interfaces")
    }
}

extension Parameter where Value == Keyword {
    public static var postscreenBareNewlineAction: Self {
        Self(
            "postscreen_bare_newline_action", default: "ignore", minimum: 1,
            allowed: "ignore, enforce, drop", since: "2.8", programs: "postscreen",
            summary: "What to do with clients that send bare newlines")
    }

    public static var postscreenBlacklistAction: Self {
        Self(
            "postscreen_blacklist_action", default: "", allowed: "ignore, enforce, drop", since: "2.8",
            lifecycle: .renamed(since: "3.11", replacement: "postscreen_denylist_action"),
            summary: "Former name of postscreen_denylist_action")
    }

    public static var postscreenDenylistAction: Self {
        Self(
            "postscreen_denylist_action",
            default: "${postscreen_blacklist_action?{$postscreen_blacklist_action}:{ignore}}", minimum: 1,
            allowed: "ignore, enforce, drop", since: "3.6", programs: "postscreen",
            summary: "What to do with permanently denylisted clients")
    }

    public static var postscreenDNSBLAction: Self {
        Self(
            "postscreen_dnsbl_action", default: "ignore", minimum: 1, allowed: "ignore, enforce, drop",
            since: "2.8", programs: "postscreen",
            summary: "What to do with clients at or above the DNSBL threshold")
    }

    public static var postscreenGreetAction: Self {
        Self(
            "postscreen_greet_action", default: "ignore", minimum: 1, allowed: "ignore, enforce, drop",
            since: "2.8", programs: "postscreen",
            summary: "What to do with clients that talk before the greeting is complete")
    }

    public static var postscreenNonSMTPCommandAction: Self {
        Self(
            "postscreen_non_smtp_command_action", default: "drop", minimum: 1,
            allowed: "ignore, enforce, drop", since: "2.8", programs: "postscreen",
            summary: "What to do with clients that send forbidden commands")
    }

    public static var postscreenPipeliningAction: Self {
        Self(
            "postscreen_pipelining_action", default: "enforce", minimum: 1,
            allowed: "ignore, enforce, drop", since: "2.8", programs: "postscreen",
            summary: "What to do with clients that pipeline without permission")
    }
}

extension Parameter where Value == Bool {
    public static var postscreenBareNewlineEnable: Self {
        Self(
            "postscreen_bare_newline_enable", default: "no", since: "2.8", programs: "postscreen",
            summary: "Test clients for bare newlines")
    }

    public static var postscreenDisableVRFYCommand: Self {
        Self(
            "postscreen_disable_vrfy_command", default: "$disable_vrfy_command", since: "2.8",
            programs: "postscreen", summary: "Refuse VRFY in postscreen(8)")
    }

    public static var postscreenEnforceTLS: Self {
        Self(
            "postscreen_enforce_tls", default: "$smtpd_enforce_tls", since: "2.8",
            lifecycle: .deprecated(since: "3.9", replacement: "postscreen_tls_security_level"),
            programs: "postscreen",
            summary: "Require STARTTLS in postscreen(8); use postscreen_tls_security_level")
    }

    public static var postscreenHELORequired: Self {
        Self(
            "postscreen_helo_required", default: "$smtpd_helo_required", since: "2.8",
            programs: "postscreen", summary: "Require HELO or EHLO before MAIL")
    }

    public static var postscreenNonSMTPCommandEnable: Self {
        Self(
            "postscreen_non_smtp_command_enable", default: "no", since: "2.8", programs: "postscreen",
            summary: "Test clients for non-SMTP commands")
    }

    public static var postscreenPipeliningEnable: Self {
        Self(
            "postscreen_pipelining_enable", default: "no", since: "2.8", programs: "postscreen",
            summary: "Test clients for unauthorized pipelining")
    }
}

extension Parameter where Value == Duration {
    public static var postscreenBareNewlineTTL: Self {
        Self(
            "postscreen_bare_newline_ttl", default: "30d", unit: .days, minimum: 1, since: "2.8",
            programs: "postscreen", summary: "How long a passed bare newline test is remembered")
    }

    public static var postscreenCacheCleanupInterval: Self {
        Self(
            "postscreen_cache_cleanup_interval", default: "12h", unit: .hours, since: "2.8",
            programs: "postscreen",
            summary: "Time between cleanup passes over the postscreen cache; 0 disables")
    }

    public static var postscreenCacheRetentionTime: Self {
        Self(
            "postscreen_cache_retention_time", default: "7d", unit: .days, minimum: 1, since: "2.8",
            programs: "postscreen", summary: "How long expired cache entries are kept")
    }

    public static var postscreenDNSBLMaxTTL: Self {
        Self(
            "postscreen_dnsbl_max_ttl", default: "${postscreen_dnsbl_ttl?{$postscreen_dnsbl_ttl}:{1}}h",
            unit: .hours, minimum: 1, since: "3.1", programs: "postscreen",
            summary: "Longest time a passed DNSBL test is remembered")
    }

    public static var postscreenDNSBLMinTTL: Self {
        Self(
            "postscreen_dnsbl_min_ttl", default: "60s", unit: .seconds, minimum: 1, since: "3.1",
            programs: "postscreen", summary: "Shortest time a passed DNSBL test is remembered")
    }

    public static var postscreenDNSBLTimeout: Self {
        Self(
            "postscreen_dnsbl_timeout", default: "10s", unit: .seconds, minimum: 1, since: "3.0",
            programs: "postscreen", summary: "Time limit for DNSBL lookups")
    }

    public static var postscreenDNSBLTTL: Self {
        Self(
            "postscreen_dnsbl_ttl", default: "", unit: .hours, since: "2.8",
            lifecycle: .renamed(since: "3.11", replacement: "postscreen_dnsbl_max_ttl"),
            summary: "Former single TTL for passed DNSBL tests")
    }

    public static var postscreenGreetTTL: Self {
        Self(
            "postscreen_greet_ttl", default: "1d", unit: .days, minimum: 1, since: "2.8",
            programs: "postscreen", summary: "How long a passed pregreet test is remembered")
    }

    public static var postscreenGreetWait: Self {
        Self(
            "postscreen_greet_wait", default: "${stress?{2}:{6}}s", unit: .seconds, minimum: 1,
            since: "2.8", programs: "postscreen",
            summary: "How long to wait for early talkers and DNSBL answers")
    }

    public static var postscreenNonSMTPCommandTTL: Self {
        Self(
            "postscreen_non_smtp_command_ttl", default: "30d", unit: .days, minimum: 1, since: "2.8",
            programs: "postscreen", summary: "How long a passed non-SMTP command test is remembered")
    }

    public static var postscreenPipeliningTTL: Self {
        Self(
            "postscreen_pipelining_ttl", default: "30d", unit: .days, minimum: 1, since: "2.8",
            programs: "postscreen", summary: "How long a passed pipelining test is remembered")
    }
}

extension Parameter where Value == TableList {
    public static var postscreenCacheMap: Self {
        Self(
            "postscreen_cache_map", default: "$default_cache_db_type:$data_directory/postscreen_cache",
            meaning: "single table; cache", since: "2.8", programs: "postscreen proxymap",
            summary: "Table that stores postscreen decisions")
    }

    public static var postscreenDiscardEHLOKeywordAddressMaps: Self {
        Self(
            "postscreen_discard_ehlo_keyword_address_maps",
            default: "$smtpd_discard_ehlo_keyword_address_maps", since: "2.8", programs: "postscreen",
            summary: "EHLO keywords withheld per client address")
    }

    public static var postscreenDNSBLReplyMap: Self {
        Self(
            "postscreen_dnsbl_reply_map", default: "", meaning: "single table", since: "2.8",
            programs: "postscreen", summary: "Maps secret DNSBL names to the names shown to clients")
    }

    public static var postscreenRejectFooterMaps: Self {
        Self(
            "postscreen_reject_footer_maps", default: "$smtpd_reject_footer_maps", meaning: "content",
            since: "3.4", programs: "postscreen", summary: "Reply footers looked up by the complete reply")
    }
}

extension Parameter where Value == KeywordSet {
    public static var postscreenDiscardEHLOKeywords: Self {
        Self(
            "postscreen_discard_ehlo_keywords", default: "$smtpd_discard_ehlo_keywords",
            allowed:
                "8bitmime, auth, chunking, dsn, enhancedstatuscodes, etrn, pipelining, requiretls, silent-discard, size, smtputf8, starttls, verp, vrfy, xclient, xforward",
            meaning: "EHLO keywords", since: "2.8", programs: "postscreen",
            summary: "EHLO keywords withheld from all clients")
    }
}

extension Parameter where Value == Int {
    public static var postscreenDNSBLAllowlistThreshold: Self {
        Self(
            "postscreen_dnsbl_allowlist_threshold",
            default: "${postscreen_dnsbl_whitelist_threshold?{$postscreen_dnsbl_whitelist_threshold}:{0}}",
            since: "3.6", programs: "postscreen",
            summary: "Negative score that lets clients skip the other tests; 0 disables")
    }

    public static var postscreenDNSBLThreshold: Self {
        Self(
            "postscreen_dnsbl_threshold", default: "1", minimum: 1, since: "2.8", programs: "postscreen",
            summary: "Combined score at which a client is blocked")
    }

    public static var postscreenDNSBLWhitelistThreshold: Self {
        Self(
            "postscreen_dnsbl_whitelist_threshold", default: "", since: "2.11",
            lifecycle: .renamed(since: "3.11", replacement: "postscreen_dnsbl_allowlist_threshold"),
            summary: "Former name of postscreen_dnsbl_allowlist_threshold")
    }
}

extension Parameter where Value == String {
    public static var postscreenGreetBanner: Self {
        Self(
            "postscreen_greet_banner", default: "$smtpd_banner", since: "2.8", programs: "postscreen",
            summary: "Text of the 220- teaser line; empty disables it")
    }
}

extension Parameter where Value == TextTemplate {
    public static var postscreenRejectFooter: Self {
        Self(
            "postscreen_reject_footer", default: "$smtpd_reject_footer", meaning: "reply footer",
            isRaw: true, since: "2.8", programs: "postscreen",
            summary: "Text appended to 4xx and 5xx replies")
    }
}

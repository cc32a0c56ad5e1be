// Parameters: postscreen: service and limits.

extension Parameter where Value == Duration {
    public static var dnsblogReplyDelay: Self {
        Self(
            "dnsblog_reply_delay", default: "0s", unit: .seconds, since: "2.8", programs: "dnsblog",
            summary: "Testing aid: delays DNSBL answers")
    }

    public static var postscreenCommandTimeLimit: Self {
        Self(
            "postscreen_command_time_limit", default: "${stress?{10}:{300}}s", unit: .seconds, minimum: 1,
            since: "2.8", programs: "postscreen",
            summary: "Time to read one command line in the built-in SMTP engine")
    }

    public static var postscreenStarttlsTimeout: Self {
        Self(
            "postscreen_starttls_timeout", default: "$smtpd_starttls_timeout", unit: .seconds, minimum: 1,
            since: "3.12", programs: "postscreen",
            summary: "Time limit for the TLS handshake of postscreen clients")
    }

    public static var postscreenUpstreamProxyTimeout: Self {
        Self(
            "postscreen_upstream_proxy_timeout", default: "5s", unit: .seconds, minimum: 1, since: "2.10",
            programs: "postscreen", summary: "Time limit for the proxy protocol header")
    }

    public static var postscreenWatchdogTimeout: Self {
        Self(
            "postscreen_watchdog_timeout", default: "10s", unit: .seconds, minimum: 10, since: "2.8",
            programs: "postscreen", summary: "Watchdog limit of postscreen(8)")
    }
}

extension Parameter where Value == String {
    public static var dnsblogServiceName: Self {
        Self(
            "dnsblog_service_name", default: "dnsblog", minimum: 1, meaning: "service name", since: "2.8",
            programs: "postscreen", summary: "master.cf name of the dnsblog(8) service")
    }

    public static var postscreenExpansionFilter: Self {
        Self(
            "postscreen_expansion_filter", default: "$smtpd_expansion_filter", minimum: 1,
            meaning: "character C escapes", isRaw: true, since: "2.8", programs: "postscreen",
            summary: "Characters allowed when postscreen_reject_footer is expanded")
    }

    public static var postscreenTLSFingerprintDigest: Self {
        Self(
            "postscreen_tls_fingerprint_digest", default: "$smtpd_tls_fingerprint_digest", minimum: 1,
            meaning: "digest name", since: "3.12", programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_fingerprint_digest: digest for client fingerprints")
    }
}

extension Parameter where Value == Int {
    public static var postscreenClientConnectionCountLimit: Self {
        Self(
            "postscreen_client_connection_count_limit", default: "$smtpd_client_connection_count_limit",
            since: "2.8", programs: "postscreen",
            summary: "Simultaneous connections per client to postscreen(8)")
    }

    public static var postscreenCommandCountLimit: Self {
        Self(
            "postscreen_command_count_limit", default: "20", minimum: 1, since: "2.8",
            programs: "postscreen", summary: "Commands per session in the built-in SMTP engine")
    }

    public static var postscreenPostQueueLimit: Self {
        Self(
            "postscreen_post_queue_limit", default: "$default_process_limit", minimum: 5, since: "2.8",
            programs: "postscreen", summary: "Clients that may wait for a real smtpd process")
    }

    public static var postscreenPreQueueLimit: Self {
        Self(
            "postscreen_pre_queue_limit", default: "$default_process_limit", minimum: 10, since: "2.8",
            programs: "postscreen", summary: "Clients that may wait for a decision")
    }

    public static var postscreenTLSCcertVerifydepth: Self {
        Self(
            "postscreen_tls_ccert_verifydepth", default: "$smtpd_tls_ccert_verifydepth", since: "3.12",
            programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_ccert_verifydepth: longest client certificate chain")
    }
}

extension Parameter where Value == TableList {
    public static var postscreenCommandFilter: Self {
        Self(
            "postscreen_command_filter", default: "", meaning: "single table; content", since: "2.8",
            programs: "postscreen",
            summary: "Table that rewrites client commands before postscreen interprets them")
    }

    public static var postscreenTLSLoglevelMaps: Self {
        Self(
            "postscreen_tls_loglevel_maps", default: "$smtpd_tls_loglevel_maps", since: "3.12",
            programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_loglevel_maps: TLS logging per client name or address"
        )
    }
}

extension Parameter where Value == Bool {
    public static var postscreenTLSAlwaysIssueSessionIDs: Self {
        Self(
            "postscreen_tls_always_issue_session_ids", default: "$smtpd_tls_always_issue_session_ids",
            since: "3.12", programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_always_issue_session_ids: issue TLS session IDs even without a cache"
        )
    }

    public static var postscreenTLSAskCcert: Self {
        Self(
            "postscreen_tls_ask_ccert", default: "$smtpd_tls_ask_ccert", since: "3.12",
            programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_ask_ccert: ask for a client certificate")
    }

    public static var postscreenTLSEnableRPK: Self {
        Self(
            "postscreen_tls_enable_rpk", default: "$smtpd_tls_enable_rpk", since: "3.12",
            programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_enable_rpk: ask clients for raw public keys")
    }

    public static var postscreenTLSReqCcert: Self {
        Self(
            "postscreen_tls_req_ccert", default: "$smtpd_tls_req_ccert", since: "3.12",
            programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_req_ccert: require a trusted client certificate in mandatory TLS"
        )
    }

    public static var postscreenUseTLS: Self {
        Self(
            "postscreen_use_tls", default: "$smtpd_use_tls", since: "2.8",
            lifecycle: .deprecated(since: "3.9", replacement: "postscreen_tls_security_level"),
            programs: "postscreen",
            summary: "Offer STARTTLS in postscreen(8); use postscreen_tls_security_level")
    }
}

extension Parameter where Value == PathName {
    public static var postscreenTLSCAFile: Self {
        Self(
            "postscreen_tls_CAfile", default: "$smtpd_tls_CAfile", since: "3.12", programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_CAfile: file with CA certificates for client certificates"
        )
    }

    public static var postscreenTLSCAPath: Self {
        Self(
            "postscreen_tls_CApath", default: "$smtpd_tls_CApath", since: "3.12", programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_CApath: directory with CA certificates for client certificates"
        )
    }

    public static var postscreenTLSCertFile: Self {
        Self(
            "postscreen_tls_cert_file", default: "$smtpd_tls_cert_file", allowed: "pathname or none",
            since: "3.12", programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_cert_file: server RSA certificate")
    }

    public static var postscreenTLSDcertFile: Self {
        Self(
            "postscreen_tls_dcert_file", default: "$smtpd_tls_dcert_file", since: "3.12",
            programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_dcert_file: server DSA certificate")
    }

    public static var postscreenTLSDh1024ParamFile: Self {
        Self(
            "postscreen_tls_dh1024_param_file", default: "$smtpd_tls_dh1024_param_file",
            allowed: "pathname, auto, none or empty", since: "3.12", programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_dh1024_param_file: DH parameters")
    }

    public static var postscreenTLSDh512ParamFile: Self {
        Self(
            "postscreen_tls_dh512_param_file", default: "$smtpd_tls_dh512_param_file", since: "3.12",
            lifecycle: .ignored(since: "", replacement: "smtpd_tls_dh512_param_file"),
            programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_dh512_param_file: export DH parameters; ignored")
    }

    public static var postscreenTLSDkeyFile: Self {
        Self(
            "postscreen_tls_dkey_file", default: "$smtpd_tls_dkey_file", since: "3.12",
            programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_dkey_file: server DSA key")
    }

    public static var postscreenTLSEccertFile: Self {
        Self(
            "postscreen_tls_eccert_file", default: "$smtpd_tls_eccert_file", since: "3.12",
            programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_eccert_file: server ECDSA certificate")
    }

    public static var postscreenTLSEckeyFile: Self {
        Self(
            "postscreen_tls_eckey_file", default: "$smtpd_tls_eckey_file", since: "3.12",
            programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_eckey_file: server ECDSA key")
    }

    public static var postscreenTLSKeyFile: Self {
        Self(
            "postscreen_tls_key_file", default: "$smtpd_tls_key_file", since: "3.12",
            programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_key_file: server RSA key")
    }
}

extension Parameter where Value == WordList {
    public static var postscreenTLSChainFiles: Self {
        Self(
            "postscreen_tls_chain_files", default: "$smtpd_tls_chain_files", meaning: "path",
            since: "3.12", programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_chain_files: files with server keys and certificate chains"
        )
    }

    public static var postscreenTLSExcludeCiphers: Self {
        Self(
            "postscreen_tls_exclude_ciphers", default: "$smtpd_tls_exclude_ciphers",
            meaning: "cipher name", since: "3.12", programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_exclude_ciphers: ciphers never used")
    }

    public static var postscreenTLSMandatoryExcludeCiphers: Self {
        Self(
            "postscreen_tls_mandatory_exclude_ciphers", default: "$smtpd_tls_mandatory_exclude_ciphers",
            meaning: "cipher name", since: "3.12", programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_mandatory_exclude_ciphers: more ciphers not used in mandatory TLS"
        )
    }
}

extension Parameter where Value == Keyword {
    public static var postscreenTLSCiphers: Self {
        Self(
            "postscreen_tls_ciphers", default: "$smtpd_tls_ciphers", minimum: 1,
            allowed: "export, low, medium, high, null", since: "3.12", programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_ciphers: cipher grade for opportunistic TLS")
    }

    public static var postscreenTLSEECDHGrade: Self {
        Self(
            "postscreen_tls_eecdh_grade", default: "$smtpd_tls_eecdh_grade", minimum: 1,
            allowed: "auto, none, strong, ultra", since: "3.12",
            lifecycle: .ignored(since: "", replacement: "smtpd_tls_eecdh_grade"), programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_eecdh_grade: ECDH grade; ignored")
    }

    public static var postscreenTLSMandatoryCiphers: Self {
        Self(
            "postscreen_tls_mandatory_ciphers", default: "$smtpd_tls_mandatory_ciphers", minimum: 1,
            allowed: "export, low, medium, high, null", since: "3.12", programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_mandatory_ciphers: cipher grade for mandatory TLS")
    }

    public static var postscreenTLSSecurityLevel: Self {
        Self(
            "postscreen_tls_security_level", default: "$smtpd_tls_security_level",
            allowed: "none, may, encrypt", since: "2.8", programs: "postscreen",
            summary: "TLS policy of postscreen(8)")
    }

    public static var postscreenUpstreamProxyProtocol: Self {
        Self(
            "postscreen_upstream_proxy_protocol", default: "", allowed: "haproxy or empty", since: "2.10",
            programs: "postscreen",
            summary: "Proxy protocol spoken by a load balancer in front of postscreen")
    }
}

extension Parameter where Value == KeywordSet {
    public static var postscreenTLSLoglevel: Self {
        Self(
            "postscreen_tls_loglevel", default: "$smtpd_tls_loglevel",
            allowed:
                "0, 1, 2, 3, 4, none, routine, debug, ssl-expert, ssl-developer, summary, untrusted, peercert, certmatch, verbose, cache, dane, trace ...",
            meaning: "level or keywords", since: "3.12", programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_loglevel: TLS logging")
    }

    public static var postscreenTLSMandatoryProtocols: Self {
        Self(
            "postscreen_tls_mandatory_protocols", default: "$smtpd_tls_mandatory_protocols",
            allowed: "SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3 with !, >= or <=",
            meaning: "protocol list or range", since: "3.12", programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_mandatory_protocols: TLS versions in mandatory TLS")
    }

    public static var postscreenTLSProtocols: Self {
        Self(
            "postscreen_tls_protocols", default: "$smtpd_tls_protocols",
            allowed: "SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3 with !, >= or <=",
            meaning: "protocol list or range", since: "3.12", programs: "postscreen",
            summary: "postscreen(8) counterpart of smtpd_tls_protocols: TLS versions in opportunistic TLS")
    }
}

extension Parameter where Value == ByteCount {
    public static var postscreenTLSTraceSizeLimit: Self {
        Self(
            "postscreen_tls_trace_size_limit", default: "$smtpd_tls_trace_size_limit", since: "3.12",
            programs: "postscreen",
            summary:
                "postscreen(8) counterpart of smtpd_tls_trace_size_limit: size limit of TLS protocol traces")
    }
}

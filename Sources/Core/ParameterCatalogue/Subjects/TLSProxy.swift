// Parameters: tlsproxy.

extension Parameter where Value == PathName {
    public static var tlsproxyTLSCAFile: Self {
        Self(
            "tlsproxy_tls_CAfile", default: "$smtpd_tls_CAfile", since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_CAfile: file with CA certificates for client certificates"
        )
    }

    public static var tlsproxyTLSCAPath: Self {
        Self(
            "tlsproxy_tls_CApath", default: "$smtpd_tls_CApath", since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_CApath: directory with CA certificates for client certificates"
        )
    }

    public static var tlsproxyTLSCertFile: Self {
        Self(
            "tlsproxy_tls_cert_file", default: "$smtpd_tls_cert_file", allowed: "pathname or none",
            since: "2.8", programs: "tlsproxy",
            summary: "tlsproxy(8) server side counterpart of smtpd_tls_cert_file: server RSA certificate")
    }

    public static var tlsproxyTLSDcertFile: Self {
        Self(
            "tlsproxy_tls_dcert_file", default: "$smtpd_tls_dcert_file", since: "2.8",
            programs: "tlsproxy",
            summary: "tlsproxy(8) server side counterpart of smtpd_tls_dcert_file: server DSA certificate")
    }

    public static var tlsproxyTLSDh1024ParamFile: Self {
        Self(
            "tlsproxy_tls_dh1024_param_file", default: "$smtpd_tls_dh1024_param_file",
            allowed: "pathname, auto, none or empty", since: "2.8", lifecycle: .deprecated(since: "3.9"),
            programs: "tlsproxy",
            summary: "tlsproxy(8) server side counterpart of smtpd_tls_dh1024_param_file: DH parameters")
    }

    public static var tlsproxyTLSDh512ParamFile: Self {
        Self(
            "tlsproxy_tls_dh512_param_file", default: "$smtpd_tls_dh512_param_file", since: "2.8",
            lifecycle: .ignored(since: "3.6"), programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_dh512_param_file: export DH parameters; ignored"
        )
    }

    public static var tlsproxyTLSDkeyFile: Self {
        Self(
            "tlsproxy_tls_dkey_file", default: "$smtpd_tls_dkey_file", since: "2.8", programs: "tlsproxy",
            summary: "tlsproxy(8) server side counterpart of smtpd_tls_dkey_file: server DSA key")
    }

    public static var tlsproxyTLSEccertFile: Self {
        Self(
            "tlsproxy_tls_eccert_file", default: "$smtpd_tls_eccert_file", since: "2.8",
            programs: "tlsproxy",
            summary: "tlsproxy(8) server side counterpart of smtpd_tls_eccert_file: server ECDSA certificate")
    }

    public static var tlsproxyTLSEckeyFile: Self {
        Self(
            "tlsproxy_tls_eckey_file", default: "$smtpd_tls_eckey_file", since: "2.8",
            programs: "tlsproxy",
            summary: "tlsproxy(8) server side counterpart of smtpd_tls_eckey_file: server ECDSA key")
    }

    public static var tlsproxyTLSKeyFile: Self {
        Self(
            "tlsproxy_tls_key_file", default: "$smtpd_tls_key_file", since: "2.8", programs: "tlsproxy",
            summary: "tlsproxy(8) server side counterpart of smtpd_tls_key_file: server RSA key")
    }
}

extension Parameter where Value == WordList {
    public static var tlsproxyTLSChainFiles: Self {
        Self(
            "tlsproxy_tls_chain_files", default: "$smtpd_tls_chain_files", meaning: "path", since: "3.4",
            programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_chain_files: files with server keys and certificate chains"
        )
    }

    public static var tlsproxyTLSExcludeCiphers: Self {
        Self(
            "tlsproxy_tls_exclude_ciphers", default: "$smtpd_tls_exclude_ciphers", meaning: "cipher name",
            since: "2.8", programs: "tlsproxy",
            summary: "tlsproxy(8) server side counterpart of smtpd_tls_exclude_ciphers: ciphers never used")
    }

    public static var tlsproxyTLSMandatoryExcludeCiphers: Self {
        Self(
            "tlsproxy_tls_mandatory_exclude_ciphers", default: "$smtpd_tls_mandatory_exclude_ciphers",
            meaning: "cipher name", since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_mandatory_exclude_ciphers: more ciphers not used in mandatory TLS"
        )
    }
}

extension Parameter where Value == Bool {
    public static var tlsproxyEnforceTLS: Self {
        Self(
            "tlsproxy_enforce_tls", default: "$smtpd_enforce_tls", since: "2.8",
            lifecycle: .deprecated(since: "3.9", replacement: "tlsproxy_tls_security_level"),
            programs: "tlsproxy", summary: "Require STARTTLS; use tlsproxy_tls_security_level")
    }

    public static var tlsproxyTLSAlwaysIssueSessionIDs: Self {
        Self(
            "tlsproxy_tls_always_issue_session_ids", default: "$smtpd_tls_always_issue_session_ids",
            since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_always_issue_session_ids: issue TLS session IDs even without a cache"
        )
    }

    public static var tlsproxyTLSAskCcert: Self {
        Self(
            "tlsproxy_tls_ask_ccert", default: "$smtpd_tls_ask_ccert", since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_ask_ccert: ask for a client certificate")
    }

    public static var tlsproxyTLSEnableRPK: Self {
        Self(
            "tlsproxy_tls_enable_rpk", default: "$smtpd_tls_enable_rpk", since: "3.9",
            programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_enable_rpk: ask clients for raw public keys"
        )
    }

    public static var tlsproxyTLSReqCcert: Self {
        Self(
            "tlsproxy_tls_req_ccert", default: "$smtpd_tls_req_ccert", since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_req_ccert: require a trusted client certificate in mandatory TLS"
        )
    }

    public static var tlsproxyUseTLS: Self {
        Self(
            "tlsproxy_use_tls", default: "$smtpd_use_tls", since: "2.8",
            lifecycle: .deprecated(since: "3.9", replacement: "tlsproxy_tls_security_level"),
            programs: "tlsproxy", summary: "Offer STARTTLS; use tlsproxy_tls_security_level")
    }
}

extension Parameter where Value == String {
    public static var tlsproxyServiceName: Self {
        Self(
            "tlsproxy_service_name", default: "tlsproxy", minimum: 1, meaning: "service name",
            since: "2.8", programs: "postscreen lmtp smtp smtpd",
            summary: "master.cf name of the tlsproxy(8) service")
    }

    public static var tlsproxyTLSFingerprintDigest: Self {
        Self(
            "tlsproxy_tls_fingerprint_digest", default: "$smtpd_tls_fingerprint_digest", minimum: 1,
            meaning: "digest name", since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_fingerprint_digest: digest for client fingerprints"
        )
    }
}

extension Parameter where Value == Keyword {
    public static var tlsproxyTLSCiphers: Self {
        Self(
            "tlsproxy_tls_ciphers", default: "$smtpd_tls_ciphers", minimum: 1,
            allowed: "export, low, medium, high, null", since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_ciphers: cipher grade for opportunistic TLS"
        )
    }

    public static var tlsproxyTLSEECDHGrade: Self {
        Self(
            "tlsproxy_tls_eecdh_grade", default: "$smtpd_tls_eecdh_grade", minimum: 1,
            allowed: "auto, none, strong, ultra", since: "2.8", lifecycle: .ignored(since: "3.6"),
            programs: "tlsproxy",
            summary: "tlsproxy(8) server side counterpart of smtpd_tls_eecdh_grade: ECDH grade; ignored")
    }

    public static var tlsproxyTLSMandatoryCiphers: Self {
        Self(
            "tlsproxy_tls_mandatory_ciphers", default: "$smtpd_tls_mandatory_ciphers", minimum: 1,
            allowed: "export, low, medium, high, null", since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_mandatory_ciphers: cipher grade for mandatory TLS"
        )
    }

    public static var tlsproxyTLSSecurityLevel: Self {
        Self(
            "tlsproxy_tls_security_level", default: "$smtpd_tls_security_level",
            allowed: "none, may, encrypt", since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_security_level: TLS policy of the server")
    }
}

extension Parameter where Value == KeywordSet {
    public static var tlsproxyTLSLoglevel: Self {
        Self(
            "tlsproxy_tls_loglevel", default: "$smtpd_tls_loglevel",
            allowed:
                "0, 1, 2, 3, 4, none, routine, debug, ssl-expert, ssl-developer, summary, untrusted, peercert, certmatch, verbose, cache, dane, trace ...",
            meaning: "level or keywords", since: "2.8", programs: "tlsproxy",
            summary: "tlsproxy(8) server side counterpart of smtpd_tls_loglevel: TLS logging")
    }

    public static var tlsproxyTLSMandatoryProtocols: Self {
        Self(
            "tlsproxy_tls_mandatory_protocols", default: "$smtpd_tls_mandatory_protocols",
            allowed: "SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3 with !, >= or <=",
            meaning: "protocol list or range", since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_mandatory_protocols: TLS versions in mandatory TLS"
        )
    }

    public static var tlsproxyTLSProtocols: Self {
        Self(
            "tlsproxy_tls_protocols", default: "$smtpd_tls_protocols",
            allowed: "SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3 with !, >= or <=",
            meaning: "protocol list or range", since: "2.8", programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_protocols: TLS versions in opportunistic TLS"
        )
    }
}

extension Parameter where Value == Int {
    public static var tlsproxyTLSCcertVerifydepth: Self {
        Self(
            "tlsproxy_tls_ccert_verifydepth", default: "$smtpd_tls_ccert_verifydepth", since: "2.8",
            programs: "tlsproxy",
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_ccert_verifydepth: longest client certificate chain"
        )
    }
}

extension Parameter where Value == Duration {
    public static var tlsproxyTLSSessionCacheTimeout: Self {
        Self(
            "tlsproxy_tls_session_cache_timeout", default: "$smtpd_tls_session_cache_timeout",
            unit: .seconds, since: "2.8",
            lifecycle: .removed(since: "2.11", replacement: "smtpd_tls_session_cache_timeout"),
            summary:
                "tlsproxy(8) server side counterpart of smtpd_tls_session_cache_timeout: lifetime of cached TLS sessions and session tickets"
        )
    }

    public static var tlsproxyWatchdogTimeout: Self {
        Self(
            "tlsproxy_watchdog_timeout", default: "10s", unit: .seconds, minimum: 10, since: "2.8",
            programs: "tlsproxy", summary: "Watchdog limit of tlsproxy(8)")
    }
}

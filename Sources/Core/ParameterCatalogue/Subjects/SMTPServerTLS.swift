// Parameters: SMTP server: TLS.

extension Parameter where Value == Bool {
    public static var smtpdEnforceTLS: Self {
        Self(
            "smtpd_enforce_tls", default: "no", since: "2.2",
            lifecycle: .deprecated(since: "3.9", replacement: "smtpd_tls_security_level"),
            programs: "postscreen smtpd tlsproxy",
            summary: "Require STARTTLS; use smtpd_tls_security_level")
    }

    public static var smtpdTLSAlwaysIssueSessionIDs: Self {
        Self(
            "smtpd_tls_always_issue_session_ids", default: "yes", since: "2.3",
            programs: "postscreen smtpd tlsproxy", summary: "Issue TLS session IDs even without a cache")
    }

    public static var smtpdTLSAskCcert: Self {
        Self(
            "smtpd_tls_ask_ccert", default: "no", since: "2.2", programs: "postscreen smtpd tlsproxy",
            summary: "Ask for a client certificate")
    }

    public static var smtpdTLSAuthOnly: Self {
        Self(
            "smtpd_tls_auth_only", default: "no", since: "2.2", programs: "smtpd",
            summary: "Offer AUTH only after STARTTLS")
    }

    public static var smtpdTLSEnableRPK: Self {
        Self(
            "smtpd_tls_enable_rpk", default: "no", since: "3.9", programs: "postscreen smtpd tlsproxy",
            summary: "Ask clients for raw public keys")
    }

    public static var smtpdTLSReceivedHeader: Self {
        Self(
            "smtpd_tls_received_header", default: "no", since: "2.2", programs: "smtpd",
            summary: "Show TLS details in the Received: header")
    }

    public static var smtpdTLSReqCcert: Self {
        Self(
            "smtpd_tls_req_ccert", default: "no", since: "2.2", programs: "postscreen smtpd tlsproxy",
            summary: "Require a trusted client certificate in mandatory TLS")
    }

    public static var smtpdTLSWrappermode: Self {
        Self(
            "smtpd_tls_wrappermode", default: "no", since: "2.2", programs: "smtpd",
            summary: "Start TLS at once, without STARTTLS")
    }

    public static var smtpdUseTLS: Self {
        Self(
            "smtpd_use_tls", default: "no", since: "2.2",
            lifecycle: .deprecated(since: "3.9", replacement: "smtpd_tls_security_level"),
            programs: "postscreen smtpd tlsproxy", summary: "Offer STARTTLS; use smtpd_tls_security_level")
    }
}

extension Parameter where Value == Duration {
    public static var smtpdStarttlsTimeout: Self {
        Self(
            "smtpd_starttls_timeout", default: "${stress?{10}:{300}}s", unit: .seconds, minimum: 1,
            since: "2.2", programs: "postscreen smtpd", summary: "Time limit for TLS handshake I/O")
    }

    public static var smtpdTLSSessionCacheTimeout: Self {
        Self(
            "smtpd_tls_session_cache_timeout", default: "3600s", unit: .seconds, maximum: 8640000,
            since: "2.2", programs: "tlsmgr",
            summary: "Lifetime of cached TLS sessions and session tickets")
    }
}

extension Parameter where Value == PathName {
    public static var smtpdTLSCAFile: Self {
        Self(
            "smtpd_tls_CAfile", default: "", since: "2.2", programs: "postscreen smtpd tlsproxy",
            summary: "File with CA certificates for client certificates")
    }

    public static var smtpdTLSCAPath: Self {
        Self(
            "smtpd_tls_CApath", default: "", since: "2.2", programs: "postscreen smtpd tlsproxy",
            summary: "Directory with CA certificates for client certificates")
    }

    public static var smtpdTLSCertFile: Self {
        Self(
            "smtpd_tls_cert_file", default: "", allowed: "pathname or none", since: "2.2",
            programs: "postscreen smtpd tlsproxy", summary: "Server RSA certificate")
    }

    public static var smtpdTLSDcertFile: Self {
        Self(
            "smtpd_tls_dcert_file", default: "", since: "2.2", programs: "postscreen smtpd tlsproxy",
            summary: "Server DSA certificate")
    }

    public static var smtpdTLSDh1024ParamFile: Self {
        Self(
            "smtpd_tls_dh1024_param_file", default: "", allowed: "pathname, auto, none or empty",
            since: "2.2", lifecycle: .deprecated(since: "3.9"), programs: "postscreen smtpd tlsproxy",
            summary: "DH parameters")
    }

    public static var smtpdTLSDh512ParamFile: Self {
        Self(
            "smtpd_tls_dh512_param_file", default: "", since: "2.2", lifecycle: .ignored(since: "3.6"),
            programs: "postscreen smtpd tlsproxy", summary: "Export DH parameters; ignored")
    }

    public static var smtpdTLSDkeyFile: Self {
        Self(
            "smtpd_tls_dkey_file", default: "$smtpd_tls_dcert_file", since: "2.2",
            programs: "postscreen smtpd tlsproxy", summary: "Server DSA key")
    }

    public static var smtpdTLSEccertFile: Self {
        Self(
            "smtpd_tls_eccert_file", default: "", since: "2.6", programs: "postscreen smtpd tlsproxy",
            summary: "Server ECDSA certificate")
    }

    public static var smtpdTLSEckeyFile: Self {
        Self(
            "smtpd_tls_eckey_file", default: "$smtpd_tls_eccert_file", since: "2.6",
            programs: "postscreen smtpd tlsproxy", summary: "Server ECDSA key")
    }

    public static var smtpdTLSKeyFile: Self {
        Self(
            "smtpd_tls_key_file", default: "$smtpd_tls_cert_file", since: "2.2",
            programs: "postscreen smtpd tlsproxy", summary: "Server RSA key")
    }
}

extension Parameter where Value == Int {
    public static var smtpdTLSCcertVerifydepth: Self {
        Self(
            "smtpd_tls_ccert_verifydepth", default: "9", since: "2.2",
            programs: "postscreen smtpd tlsproxy", summary: "Longest client certificate chain")
    }
}

extension Parameter where Value == WordList {
    public static var smtpdTLSChainFiles: Self {
        Self(
            "smtpd_tls_chain_files", default: "", meaning: "path", since: "3.4",
            programs: "postscreen smtpd tlsproxy", summary: "Files with server keys and certificate chains")
    }

    public static var smtpdTLSExcludeCiphers: Self {
        Self(
            "smtpd_tls_exclude_ciphers", default: "", meaning: "cipher name", since: "2.3",
            programs: "postscreen smtpd tlsproxy", summary: "Ciphers never used")
    }

    public static var smtpdTLSMandatoryExcludeCiphers: Self {
        Self(
            "smtpd_tls_mandatory_exclude_ciphers", default: "", meaning: "cipher name", since: "2.3",
            programs: "postscreen smtpd tlsproxy", summary: "More ciphers not used in mandatory TLS")
    }
}

extension Parameter where Value == String {
    public static var smtpdTLSCipherlist: Self {
        Self(
            "smtpd_tls_cipherlist", default: "", meaning: "OpenSSL cipher list", since: "2.2",
            lifecycle: .removed(since: "2.3", replacement: "smtpd_tls_mandatory_ciphers"),
            summary: "Former cipher list for all TLS levels")
    }

    public static var smtpdTLSFingerprintDigest: Self {
        Self(
            "smtpd_tls_fingerprint_digest",
            default: "${{$compatibility_level} <level {3.6} ? {md5} : {sha256}}", minimum: 1,
            meaning: "digest name", since: "2.5", programs: "postscreen smtpd tlsproxy",
            summary: "Digest for client fingerprints")
    }
}

extension Parameter where Value == Keyword {
    public static var smtpdTLSCiphers: Self {
        Self(
            "smtpd_tls_ciphers", default: "medium", minimum: 1, allowed: "export, low, medium, high, null",
            since: "2.6", programs: "postscreen smtpd tlsproxy",
            summary: "Cipher grade for opportunistic TLS")
    }

    public static var smtpdTLSEECDHGrade: Self {
        Self(
            "smtpd_tls_eecdh_grade", default: "auto", minimum: 1, allowed: "auto, none, strong, ultra",
            since: "2.6", lifecycle: .ignored(since: "3.6"), programs: "postscreen smtpd tlsproxy",
            summary: "ECDH grade; ignored")
    }

    public static var smtpdTLSMandatoryCiphers: Self {
        Self(
            "smtpd_tls_mandatory_ciphers", default: "medium", minimum: 1,
            allowed: "export, low, medium, high, null", since: "2.3", programs: "postscreen smtpd tlsproxy",
            summary: "Cipher grade for mandatory TLS")
    }

    public static var smtpdTLSSecurityLevel: Self {
        Self(
            "smtpd_tls_security_level", default: "", allowed: "none, may, encrypt", since: "2.3",
            programs: "postscreen smtpd tlsproxy", summary: "TLS policy of the server")
    }
}

extension Parameter where Value == KeywordSet {
    public static var smtpdTLSLoglevel: Self {
        Self(
            "smtpd_tls_loglevel", default: "0",
            allowed:
                "0, 1, 2, 3, 4, none, routine, debug, ssl-expert, ssl-developer, summary, untrusted, peercert, certmatch, verbose, cache, dane, trace ...",
            meaning: "level or keywords", since: "2.2", programs: "postscreen smtpd tlsmgr tlsproxy",
            summary: "TLS logging")
    }

    public static var smtpdTLSMandatoryProtocols: Self {
        Self(
            "smtpd_tls_mandatory_protocols", default: ">=TLSv1",
            allowed: "SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3 with !, >= or <=",
            meaning: "protocol list or range", since: "2.3", programs: "postscreen smtpd tlsproxy",
            summary: "TLS versions in mandatory TLS")
    }

    public static var smtpdTLSProtocols: Self {
        Self(
            "smtpd_tls_protocols", default: ">=TLSv1",
            allowed: "SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3 with !, >= or <=",
            meaning: "protocol list or range", since: "2.6", programs: "postscreen smtpd tlsproxy",
            summary: "TLS versions in opportunistic TLS")
    }
}

extension Parameter where Value == TableList {
    public static var smtpdTLSLoglevelMaps: Self {
        Self(
            "smtpd_tls_loglevel_maps", default: "", since: "3.12", programs: "postscreen smtpd",
            summary: "TLS logging per client name or address")
    }

    public static var smtpdTLSSessionCacheDatabase: Self {
        Self(
            "smtpd_tls_session_cache_database", default: "", meaning: "single table; cache", since: "2.2",
            programs: "tlsmgr", summary: "Table of server TLS sessions")
    }
}

extension Parameter where Value == ByteCount {
    public static var smtpdTLSTraceSizeLimit: Self {
        Self(
            "smtpd_tls_trace_size_limit", default: "102400", since: "3.12", programs: "postscreen smtpd",
            summary: "Size limit of TLS protocol traces")
    }
}

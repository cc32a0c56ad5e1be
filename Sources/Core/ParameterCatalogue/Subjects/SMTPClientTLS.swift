// Parameters: SMTP client: TLS.

extension Parameter where Value == Bool {
    public static var smtpEnforceTLS: Self {
        Self(
            "smtp_enforce_tls", default: "no", since: "2.2",
            lifecycle: .deprecated(since: "3.9", replacement: "smtp_tls_security_level"),
            programs: "smtp tlsproxy",
            summary: "Require TLS with a matching certificate; use smtp_tls_security_level")
    }

    public static var smtpLogTLSFeatureStatus: Self {
        Self(
            "smtp_log_tls_feature_status", default: "yes", since: "3.11", programs: "smtp",
            summary: "Log the TLS level in delivery records")
    }

    public static var smtpTLSBlockEarlyMailReply: Self {
        Self(
            "smtp_tls_block_early_mail_reply", default: "no", since: "2.7", programs: "smtp",
            summary: "Treat a reply that arrives too early after MAIL as an attack")
    }

    public static var smtpTLSConnectionReuse: Self {
        Self(
            "smtp_tls_connection_reuse", default: "no", since: "3.4", programs: "smtp",
            summary: "Reuse TLS connections through tlsproxy(8)")
    }

    public static var smtpTLSEnableRPK: Self {
        Self(
            "smtp_tls_enable_rpk", default: "no", since: "3.9", programs: "smtp",
            summary: "Ask servers for raw public keys")
    }

    public static var smtpTLSEnforcePeername: Self {
        Self(
            "smtp_tls_enforce_peername", default: "yes", since: "2.2",
            lifecycle: .deprecated(since: "3.11", replacement: "smtp_tls_security_level"), programs: "smtp",
            summary: "Match the server name in mandatory TLS; use smtp_tls_security_level")
    }

    public static var smtpTLSEnforceSTSMXPatterns: Self {
        Self(
            "smtp_tls_enforce_sts_mx_patterns", default: "yes", since: "3.10.5", programs: "smtp",
            summary: "Apply MTA-STS mx patterns that a policy plug-in delivers")
    }

    public static var smtpTLSForceInsecureHostTLSALookup: Self {
        Self(
            "smtp_tls_force_insecure_host_tlsa_lookup", default: "no", since: "2.11", programs: "smtp",
            summary: "Look up TLSA records even for hosts in unsigned zones")
    }

    public static var smtpTLSNoteStarttlsOffer: Self {
        Self(
            "smtp_tls_note_starttls_offer", default: "no", since: "2.2", programs: "smtp",
            summary: "Log servers that offer STARTTLS when it is not used")
    }

    public static var smtpTLSWrappermode: Self {
        Self(
            "smtp_tls_wrappermode", default: "no", since: "3.0", programs: "smtp",
            summary: "Start TLS at once, without STARTTLS")
    }

    public static var smtpTLSRPTEnable: Self {
        Self(
            "smtp_tlsrpt_enable", default: "no", since: "3.10", programs: "smtp",
            summary: "Report TLS results to a TLSRPT service")
    }

    public static var smtpTLSRPTSkipReusedHandshakes: Self {
        Self(
            "smtp_tlsrpt_skip_reused_handshakes", default: "no", since: "3.10", programs: "smtp",
            summary: "Do not report resumed TLS sessions")
    }

    public static var smtpUseTLS: Self {
        Self(
            "smtp_use_tls", default: "no", since: "2.2",
            lifecycle: .deprecated(since: "3.9", replacement: "smtp_tls_security_level"),
            programs: "smtp tlsproxy", summary: "Use TLS when offered; use smtp_tls_security_level")
    }
}

extension Parameter where Value == WordList {
    public static var smtpRequiretlsPolicy: Self {
        Self(
            "smtp_requiretls_policy",
            default:
                "inline:{{${domain_to_ascii{$mydomain}}=opportunistic}, {.${domain_to_ascii{$mydomain}}=opportunistic}, {localhost=opportunistic}}, cidr:{{0.0.0.0/0 opportunistic}, {::/0 opportunistic}}, enforce",
            allowed: "enforce, opportunistic+starttls, opportunistic, disable",
            meaning: "type:table or action", since: "3.11", programs: "smtp",
            summary: "How REQUIRETLS is enforced per next hop")
    }

    public static var smtpTLSChainFiles: Self {
        Self(
            "smtp_tls_chain_files", default: "", meaning: "path", since: "3.4", programs: "smtp tlsproxy",
            summary: "Files with client keys and certificate chains")
    }

    public static var smtpTLSExcludeCiphers: Self {
        Self(
            "smtp_tls_exclude_ciphers", default: "", meaning: "cipher name", since: "2.3",
            programs: "smtp", summary: "Ciphers never used")
    }

    public static var smtpTLSFingerprintCertMatch: Self {
        Self(
            "smtp_tls_fingerprint_cert_match", default: "", meaning: "fingerprint", since: "2.5",
            programs: "smtp", summary: "Acceptable server fingerprints")
    }

    public static var smtpTLSMandatoryExcludeCiphers: Self {
        Self(
            "smtp_tls_mandatory_exclude_ciphers", default: "", meaning: "cipher name", since: "2.3",
            programs: "smtp", summary: "More ciphers not used in mandatory TLS")
    }

    public static var smtpTLSTrustAnchorFile: Self {
        Self(
            "smtp_tls_trust_anchor_file", default: "", meaning: "path", since: "2.11", programs: "smtp",
            summary: "Files with trust anchors that replace all CAs")
    }
}

extension Parameter where Value == Duration {
    public static var smtpStarttlsTimeout: Self {
        Self(
            "smtp_starttls_timeout", default: "300s", unit: .seconds, minimum: 1, since: "2.2",
            programs: "smtp", summary: "Time limit for TLS handshake I/O")
    }

    public static var smtpTLSSessionCacheTimeout: Self {
        Self(
            "smtp_tls_session_cache_timeout", default: "3600s", unit: .seconds, maximum: 8640000,
            since: "2.2", programs: "tlsmgr", summary: "Lifetime of cached TLS sessions")
    }
}

extension Parameter where Value == PathName {
    public static var smtpTLSCAFile: Self {
        Self(
            "smtp_tls_CAfile", default: "", since: "2.2", programs: "smtp tlsproxy",
            summary: "File with trusted CA certificates")
    }

    public static var smtpTLSCAPath: Self {
        Self(
            "smtp_tls_CApath", default: "", since: "2.2", programs: "smtp tlsproxy",
            summary: "Directory with trusted CA certificates")
    }

    public static var smtpTLSCertFile: Self {
        Self(
            "smtp_tls_cert_file", default: "", since: "2.2", programs: "smtp tlsproxy",
            summary: "Client RSA certificate")
    }

    public static var smtpTLSDcertFile: Self {
        Self(
            "smtp_tls_dcert_file", default: "", since: "2.2", programs: "smtp tlsproxy",
            summary: "Client DSA certificate")
    }

    public static var smtpTLSDkeyFile: Self {
        Self(
            "smtp_tls_dkey_file", default: "$smtp_tls_dcert_file", since: "2.2", programs: "smtp tlsproxy",
            summary: "Client DSA key")
    }

    public static var smtpTLSEccertFile: Self {
        Self(
            "smtp_tls_eccert_file", default: "", since: "2.6", programs: "smtp tlsproxy",
            summary: "Client ECDSA certificate")
    }

    public static var smtpTLSEckeyFile: Self {
        Self(
            "smtp_tls_eckey_file", default: "$smtp_tls_eccert_file", since: "2.6",
            programs: "smtp tlsproxy", summary: "Client ECDSA key")
    }

    public static var smtpTLSKeyFile: Self {
        Self(
            "smtp_tls_key_file", default: "$smtp_tls_cert_file", since: "2.2", programs: "smtp tlsproxy",
            summary: "Client RSA key")
    }

    public static var smtpTLSRPTSocketName: Self {
        Self(
            "smtp_tlsrpt_socket_name", default: "", meaning: "relative to queue_directory", since: "3.10",
            programs: "smtp", summary: "Socket of the TLSRPT service")
    }
}

extension Parameter where Value == String {
    public static var smtpTLSCipherlist: Self {
        Self(
            "smtp_tls_cipherlist", default: "", meaning: "OpenSSL cipher list", since: "2.2",
            lifecycle: .removed(since: "2.3", replacement: "smtp_tls_mandatory_ciphers"),
            summary: "Former cipher list for all TLS levels")
    }

    public static var smtpTLSFingerprintDigest: Self {
        Self(
            "smtp_tls_fingerprint_digest",
            default: "${{$compatibility_level} <level {3.6} ? {md5} : {sha256}}", minimum: 1,
            meaning: "digest name", since: "2.5", programs: "posttls-finger smtp tlsproxy",
            summary: "Digest for fingerprints")
    }

    public static var smtpTLSServername: Self {
        Self(
            "smtp_tls_servername", default: "", meaning: "hostname, nexthop or name", since: "3.4",
            programs: "smtp", summary: "Server name sent in SNI")
    }
}

extension Parameter where Value == Keyword {
    public static var smtpTLSCiphers: Self {
        Self(
            "smtp_tls_ciphers", default: "medium", minimum: 1, allowed: "export, low, medium, high, null",
            since: "2.6", programs: "smtp", summary: "Cipher grade for opportunistic TLS")
    }

    public static var smtpTLSDANEInsecureMXPolicy: Self {
        Self(
            "smtp_tls_dane_insecure_mx_policy", default: "dane", allowed: "may, encrypt, dane",
            since: "3.1", programs: "smtp", summary: "What DANE does when the MX record was not validated")
    }

    public static var smtpTLSMandatoryCiphers: Self {
        Self(
            "smtp_tls_mandatory_ciphers", default: "medium", minimum: 1,
            allowed: "export, low, medium, high, null", since: "2.3", programs: "smtp",
            summary: "Cipher grade for mandatory TLS")
    }

    public static var smtpTLSSecurityLevel: Self {
        Self(
            "smtp_tls_security_level", default: "${{$compatibility_level} <level {3.11} ? {} : {may}}",
            allowed: "none, may, encrypt, dane, dane-only, fingerprint, verify, secure", since: "2.3",
            programs: "smtp tlsproxy", summary: "TLS policy of the client")
    }
}

extension Parameter where Value == KeywordSet {
    public static var smtpTLSLoglevel: Self {
        Self(
            "smtp_tls_loglevel", default: "0",
            allowed:
                "0, 1, 2, 3, 4, none, routine, debug, ssl-expert, ssl-developer, summary, untrusted, peercert, certmatch, verbose, cache, dane, trace ...",
            meaning: "level or keywords", since: "2.2", programs: "smtp tlsmgr tlsproxy",
            summary: "TLS logging")
    }

    public static var smtpTLSMandatoryProtocols: Self {
        Self(
            "smtp_tls_mandatory_protocols", default: ">=TLSv1",
            allowed: "SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3 with !, >= or <=",
            meaning: "protocol list or range", since: "2.3", programs: "smtp",
            summary: "TLS versions in mandatory TLS")
    }

    public static var smtpTLSProtocols: Self {
        Self(
            "smtp_tls_protocols", default: ">=TLSv1",
            allowed: "SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3 with !, >= or <=",
            meaning: "protocol list or range", since: "2.6", programs: "smtp",
            summary: "TLS versions in opportunistic TLS")
    }

    public static var smtpTLSSecureCertMatch: Self {
        Self(
            "smtp_tls_secure_cert_match", default: "nexthop, dot-nexthop", minimum: 1,
            allowed: "hostname, nexthop, dot-nexthop, or domain patterns", meaning: "match strategy",
            since: "2.3", programs: "smtp", summary: "Name matching at level secure")
    }

    public static var smtpTLSVerifyCertMatch: Self {
        Self(
            "smtp_tls_verify_cert_match", default: "hostname", minimum: 1,
            allowed: "hostname, nexthop, dot-nexthop, or domain patterns", meaning: "match strategy",
            since: "2.3", programs: "smtp", summary: "Name matching at level verify")
    }
}

extension Parameter where Value == TableList {
    public static var smtpTLSLoglevelMaps: Self {
        Self(
            "smtp_tls_loglevel_maps", default: "", since: "3.12", programs: "smtp",
            summary: "TLS logging per server name or address")
    }

    public static var smtpTLSPerSite: Self {
        Self(
            "smtp_tls_per_site", default: "", since: "2.2",
            lifecycle: .deprecated(since: "3.9", replacement: "smtp_tls_policy_maps"),
            programs: "smtp tlsproxy",
            summary: "Former per-site TLS policy (NONE, MAY, MUST, MUST_NOPEERMATCH)")
    }

    public static var smtpTLSPolicyMaps: Self {
        Self(
            "smtp_tls_policy_maps", default: "", since: "2.3", programs: "smtp tlsproxy",
            summary: "TLS policy per next hop")
    }

    public static var smtpTLSSessionCacheDatabase: Self {
        Self(
            "smtp_tls_session_cache_database", default: "", meaning: "single table; cache", since: "2.2",
            programs: "tlsmgr", summary: "Table of client TLS sessions")
    }
}

extension Parameter where Value == Int {
    public static var smtpTLSScertVerifydepth: Self {
        Self(
            "smtp_tls_scert_verifydepth", default: "9", since: "2.2", programs: "smtp tlsproxy",
            summary: "Longest server certificate chain")
    }
}

extension Parameter where Value == ByteCount {
    public static var smtpTLSTraceSizeLimit: Self {
        Self(
            "smtp_tls_trace_size_limit", default: "102400", since: "3.12", programs: "smtp",
            summary: "Size limit of TLS protocol traces")
    }
}

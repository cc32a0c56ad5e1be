// Parameters: LMTP client: TLS.

extension Parameter where Value == Bool {
    public static var lmtpEnforceTLS: Self {
        Self(
            "lmtp_enforce_tls", default: "no", since: "2.3",
            lifecycle: .deprecated(since: "3.9", replacement: "lmtp_tls_security_level"), programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_enforce_tls: require TLS with a matching certificate; use smtp_tls_security_level"
        )
    }

    public static var lmtpLogTLSFeatureStatus: Self {
        Self(
            "lmtp_log_tls_feature_status", default: "yes", since: "3.11", programs: "lmtp",
            summary: "LMTP counterpart of smtp_log_tls_feature_status: log the TLS level in delivery records")
    }

    public static var lmtpTLSBlockEarlyMailReply: Self {
        Self(
            "lmtp_tls_block_early_mail_reply", default: "no", since: "2.7", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_tls_block_early_mail_reply: treat a reply that arrives too early after MAIL as an attack"
        )
    }

    public static var lmtpTLSConnectionReuse: Self {
        Self(
            "lmtp_tls_connection_reuse", default: "no", since: "3.4", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_tls_connection_reuse: reuse TLS connections through tlsproxy(8)")
    }

    public static var lmtpTLSEnableRPK: Self {
        Self(
            "lmtp_tls_enable_rpk", default: "no", since: "3.9", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_enable_rpk: ask servers for raw public keys")
    }

    public static var lmtpTLSEnforcePeername: Self {
        Self(
            "lmtp_tls_enforce_peername", default: "yes", since: "2.3",
            lifecycle: .deprecated(since: "3.11", replacement: "lmtp_tls_security_level"), programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_tls_enforce_peername: match the server name in mandatory TLS; use smtp_tls_security_level"
        )
    }

    public static var lmtpTLSEnforceSTSMXPatterns: Self {
        Self(
            "lmtp_tls_enforce_sts_mx_patterns", default: "yes", since: "3.10.5", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_tls_enforce_sts_mx_patterns: apply MTA-STS mx patterns that a policy plug-in delivers"
        )
    }

    public static var lmtpTLSForceInsecureHostTLSALookup: Self {
        Self(
            "lmtp_tls_force_insecure_host_tlsa_lookup", default: "no", since: "2.11", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_tls_force_insecure_host_tlsa_lookup: look up TLSA records even for hosts in unsigned zones"
        )
    }

    public static var lmtpTLSNoteStarttlsOffer: Self {
        Self(
            "lmtp_tls_note_starttls_offer", default: "no", since: "2.3", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_tls_note_starttls_offer: log servers that offer STARTTLS when it is not used"
        )
    }

    public static var lmtpTLSWrappermode: Self {
        Self(
            "lmtp_tls_wrappermode", default: "no", since: "3.0", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_wrappermode: start TLS at once, without STARTTLS")
    }

    public static var lmtpTLSRPTEnable: Self {
        Self(
            "lmtp_tlsrpt_enable", default: "no", since: "3.10", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tlsrpt_enable: report TLS results to a TLSRPT service")
    }

    public static var lmtpTLSRPTSkipReusedHandshakes: Self {
        Self(
            "lmtp_tlsrpt_skip_reused_handshakes", default: "no", since: "3.10", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_tlsrpt_skip_reused_handshakes: do not report resumed TLS sessions")
    }

    public static var lmtpUseTLS: Self {
        Self(
            "lmtp_use_tls", default: "no", since: "2.3",
            lifecycle: .deprecated(since: "3.9", replacement: "lmtp_tls_security_level"), programs: "lmtp",
            summary: "LMTP counterpart of smtp_use_tls: use TLS when offered; use smtp_tls_security_level")
    }
}

extension Parameter where Value == WordList {
    public static var lmtpRequiretlsPolicy: Self {
        Self(
            "lmtp_requiretls_policy", default: "opportunistic",
            allowed: "enforce, opportunistic+starttls, opportunistic, disable",
            meaning: "type:table or action", since: "3.11", programs: "lmtp",
            summary: "LMTP counterpart of smtp_requiretls_policy: how REQUIRETLS is enforced per next hop")
    }

    public static var lmtpTLSChainFiles: Self {
        Self(
            "lmtp_tls_chain_files", default: "", meaning: "path", since: "3.4", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_chain_files: files with client keys and certificate chains"
        )
    }

    public static var lmtpTLSExcludeCiphers: Self {
        Self(
            "lmtp_tls_exclude_ciphers", default: "", meaning: "cipher name", since: "2.3",
            programs: "lmtp", summary: "LMTP counterpart of smtp_tls_exclude_ciphers: ciphers never used")
    }

    public static var lmtpTLSFingerprintCertMatch: Self {
        Self(
            "lmtp_tls_fingerprint_cert_match", default: "", meaning: "fingerprint", since: "2.5",
            programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_fingerprint_cert_match: acceptable server fingerprints")
    }

    public static var lmtpTLSMandatoryExcludeCiphers: Self {
        Self(
            "lmtp_tls_mandatory_exclude_ciphers", default: "", meaning: "cipher name", since: "2.3",
            programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_tls_mandatory_exclude_ciphers: more ciphers not used in mandatory TLS"
        )
    }

    public static var lmtpTLSTrustAnchorFile: Self {
        Self(
            "lmtp_tls_trust_anchor_file", default: "", meaning: "path", since: "2.11", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_tls_trust_anchor_file: files with trust anchors that replace all CAs"
        )
    }
}

extension Parameter where Value == Duration {
    public static var lmtpStarttlsTimeout: Self {
        Self(
            "lmtp_starttls_timeout", default: "300s", unit: .seconds, minimum: 1, since: "2.3",
            programs: "lmtp",
            summary: "LMTP counterpart of smtp_starttls_timeout: time limit for TLS handshake I/O")
    }

    public static var lmtpTLSSessionCacheTimeout: Self {
        Self(
            "lmtp_tls_session_cache_timeout", default: "3600s", unit: .seconds, maximum: 8640000,
            since: "2.3", programs: "tlsmgr",
            summary: "LMTP counterpart of smtp_tls_session_cache_timeout: lifetime of cached TLS sessions")
    }
}

extension Parameter where Value == PathName {
    public static var lmtpTLSCAFile: Self {
        Self(
            "lmtp_tls_CAfile", default: "", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_CAfile: file with trusted CA certificates")
    }

    public static var lmtpTLSCAPath: Self {
        Self(
            "lmtp_tls_CApath", default: "", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_CApath: directory with trusted CA certificates")
    }

    public static var lmtpTLSCertFile: Self {
        Self(
            "lmtp_tls_cert_file", default: "", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_cert_file: client RSA certificate")
    }

    public static var lmtpTLSDcertFile: Self {
        Self(
            "lmtp_tls_dcert_file", default: "", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_dcert_file: client DSA certificate")
    }

    public static var lmtpTLSDkeyFile: Self {
        Self(
            "lmtp_tls_dkey_file", default: "$lmtp_tls_dcert_file", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_dkey_file: client DSA key")
    }

    public static var lmtpTLSEccertFile: Self {
        Self(
            "lmtp_tls_eccert_file", default: "", since: "2.6", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_eccert_file: client ECDSA certificate")
    }

    public static var lmtpTLSEckeyFile: Self {
        Self(
            "lmtp_tls_eckey_file", default: "$lmtp_tls_eccert_file", since: "2.6", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_eckey_file: client ECDSA key")
    }

    public static var lmtpTLSKeyFile: Self {
        Self(
            "lmtp_tls_key_file", default: "$lmtp_tls_cert_file", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_key_file: client RSA key")
    }

    public static var lmtpTLSRPTSocketName: Self {
        Self(
            "lmtp_tlsrpt_socket_name", default: "", meaning: "relative to queue_directory", since: "3.10",
            programs: "lmtp",
            summary: "LMTP counterpart of smtp_tlsrpt_socket_name: socket of the TLSRPT service")
    }
}

extension Parameter where Value == Keyword {
    public static var lmtpTLSCiphers: Self {
        Self(
            "lmtp_tls_ciphers", default: "medium", minimum: 1, allowed: "export, low, medium, high, null",
            since: "2.6", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_ciphers: cipher grade for opportunistic TLS")
    }

    public static var lmtpTLSMandatoryCiphers: Self {
        Self(
            "lmtp_tls_mandatory_ciphers", default: "medium", minimum: 1,
            allowed: "export, low, medium, high, null", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_mandatory_ciphers: cipher grade for mandatory TLS")
    }

    public static var lmtpTLSSecurityLevel: Self {
        Self(
            "lmtp_tls_security_level", default: "",
            allowed: "none, may, encrypt, dane, dane-only, fingerprint, verify, secure", since: "2.3",
            programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_security_level: TLS policy of the client")
    }
}

extension Parameter where Value == String {
    public static var lmtpTLSFingerprintDigest: Self {
        Self(
            "lmtp_tls_fingerprint_digest",
            default: "${{$compatibility_level} <level {3.6} ? {md5} : {sha256}}", minimum: 1,
            meaning: "digest name", since: "2.5", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_fingerprint_digest: digest for fingerprints")
    }

    public static var lmtpTLSServername: Self {
        Self(
            "lmtp_tls_servername", default: "", meaning: "hostname, nexthop or name", since: "3.4",
            programs: "lmtp", summary: "LMTP counterpart of smtp_tls_servername: server name sent in SNI")
    }
}

extension Parameter where Value == KeywordSet {
    public static var lmtpTLSLoglevel: Self {
        Self(
            "lmtp_tls_loglevel", default: "0",
            allowed:
                "0, 1, 2, 3, 4, none, routine, debug, ssl-expert, ssl-developer, summary, untrusted, peercert, certmatch, verbose, cache, dane, trace ...",
            meaning: "level or keywords", since: "2.3", programs: "lmtp tlsmgr",
            summary: "LMTP counterpart of smtp_tls_loglevel: TLS logging")
    }

    public static var lmtpTLSMandatoryProtocols: Self {
        Self(
            "lmtp_tls_mandatory_protocols", default: ">=TLSv1",
            allowed: "SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3 with !, >= or <=",
            meaning: "protocol list or range", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_mandatory_protocols: TLS versions in mandatory TLS")
    }

    public static var lmtpTLSProtocols: Self {
        Self(
            "lmtp_tls_protocols", default: ">=TLSv1",
            allowed: "SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3 with !, >= or <=",
            meaning: "protocol list or range", since: "2.6", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_protocols: TLS versions in opportunistic TLS")
    }

    public static var lmtpTLSSecureCertMatch: Self {
        Self(
            "lmtp_tls_secure_cert_match", default: "nexthop", minimum: 1,
            allowed: "hostname, nexthop, dot-nexthop, or domain patterns", meaning: "match strategy",
            since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_secure_cert_match: name matching at level secure")
    }

    public static var lmtpTLSVerifyCertMatch: Self {
        Self(
            "lmtp_tls_verify_cert_match", default: "hostname", minimum: 1,
            allowed: "hostname, nexthop, dot-nexthop, or domain patterns", meaning: "match strategy",
            since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_verify_cert_match: name matching at level verify")
    }
}

extension Parameter where Value == TableList {
    public static var lmtpTLSLoglevelMaps: Self {
        Self(
            "lmtp_tls_loglevel_maps", default: "", since: "3.12", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_loglevel_maps: TLS logging per server name or address")
    }

    public static var lmtpTLSPerSite: Self {
        Self(
            "lmtp_tls_per_site", default: "", since: "2.3",
            lifecycle: .deprecated(since: "3.9", replacement: "lmtp_tls_policy_maps"), programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_tls_per_site: former per-site TLS policy (NONE, MAY, MUST, MUST_NOPEERMATCH)"
        )
    }

    public static var lmtpTLSPolicyMaps: Self {
        Self(
            "lmtp_tls_policy_maps", default: "", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_policy_maps: TLS policy per next hop")
    }

    public static var lmtpTLSSessionCacheDatabase: Self {
        Self(
            "lmtp_tls_session_cache_database", default: "", meaning: "single table; cache", since: "2.3",
            programs: "tlsmgr",
            summary: "LMTP counterpart of smtp_tls_session_cache_database: table of client TLS sessions")
    }
}

extension Parameter where Value == Int {
    public static var lmtpTLSScertVerifydepth: Self {
        Self(
            "lmtp_tls_scert_verifydepth", default: "9", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_scert_verifydepth: longest server certificate chain")
    }
}

extension Parameter where Value == ByteCount {
    public static var lmtpTLSTraceSizeLimit: Self {
        Self(
            "lmtp_tls_trace_size_limit", default: "102400", since: "3.12", programs: "lmtp",
            summary: "LMTP counterpart of smtp_tls_trace_size_limit: size limit of TLS protocol traces")
    }
}

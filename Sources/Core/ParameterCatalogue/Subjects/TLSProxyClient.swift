// Parameters: tlsproxy: TLS as a client.

extension Parameter where Value == PathName {
    public static var tlsproxyClientCAFile: Self {
        Self(
            "tlsproxy_client_CAfile", default: "$smtp_tls_CAfile", since: "3.4", programs: "tlsproxy",
            summary:
                "tlsproxy(8) client side counterpart of smtp_tls_CAfile: file with trusted CA certificates")
    }

    public static var tlsproxyClientCAPath: Self {
        Self(
            "tlsproxy_client_CApath", default: "$smtp_tls_CApath", since: "3.4", programs: "tlsproxy",
            summary:
                "tlsproxy(8) client side counterpart of smtp_tls_CApath: directory with trusted CA certificates"
        )
    }

    public static var tlsproxyClientCertFile: Self {
        Self(
            "tlsproxy_client_cert_file", default: "$smtp_tls_cert_file", since: "3.4",
            programs: "tlsproxy",
            summary: "tlsproxy(8) client side counterpart of smtp_tls_cert_file: client RSA certificate")
    }

    public static var tlsproxyClientDcertFile: Self {
        Self(
            "tlsproxy_client_dcert_file", default: "$smtp_tls_dcert_file", since: "3.4",
            programs: "tlsproxy",
            summary: "tlsproxy(8) client side counterpart of smtp_tls_dcert_file: client DSA certificate")
    }

    public static var tlsproxyClientDkeyFile: Self {
        Self(
            "tlsproxy_client_dkey_file", default: "$smtp_tls_dkey_file", since: "3.4",
            programs: "tlsproxy",
            summary: "tlsproxy(8) client side counterpart of smtp_tls_dkey_file: client DSA key")
    }

    public static var tlsproxyClientEccertFile: Self {
        Self(
            "tlsproxy_client_eccert_file", default: "$smtp_tls_eccert_file", since: "3.4",
            programs: "tlsproxy",
            summary: "tlsproxy(8) client side counterpart of smtp_tls_eccert_file: client ECDSA certificate")
    }

    public static var tlsproxyClientEckeyFile: Self {
        Self(
            "tlsproxy_client_eckey_file", default: "$smtp_tls_eckey_file", since: "3.4",
            programs: "tlsproxy",
            summary: "tlsproxy(8) client side counterpart of smtp_tls_eckey_file: client ECDSA key")
    }

    public static var tlsproxyClientKeyFile: Self {
        Self(
            "tlsproxy_client_key_file", default: "$smtp_tls_key_file", since: "3.4", programs: "tlsproxy",
            summary: "tlsproxy(8) client side counterpart of smtp_tls_key_file: client RSA key")
    }
}

extension Parameter where Value == WordList {
    public static var tlsproxyClientChainFiles: Self {
        Self(
            "tlsproxy_client_chain_files", default: "$smtp_tls_chain_files", meaning: "path", since: "3.4",
            programs: "tlsproxy",
            summary:
                "tlsproxy(8) client side counterpart of smtp_tls_chain_files: files with client keys and certificate chains"
        )
    }
}

extension Parameter where Value == Bool {
    public static var tlsproxyClientEnforceTLS: Self {
        Self(
            "tlsproxy_client_enforce_tls", default: "$smtp_enforce_tls", since: "3.4",
            lifecycle: .deprecated(since: "3.9", replacement: "tlsproxy_client_security_level"),
            programs: "tlsproxy", summary: "Require TLS; use tlsproxy_client_security_level")
    }

    public static var tlsproxyClientUseTLS: Self {
        Self(
            "tlsproxy_client_use_tls", default: "$smtp_use_tls", since: "3.4",
            lifecycle: .deprecated(since: "3.9", replacement: "tlsproxy_client_security_level"),
            programs: "tlsproxy", summary: "Use TLS when offered; use tlsproxy_client_security_level")
    }
}

extension Parameter where Value == String {
    public static var tlsproxyClientFingerprintDigest: Self {
        Self(
            "tlsproxy_client_fingerprint_digest", default: "$smtp_tls_fingerprint_digest", minimum: 1,
            meaning: "digest name", since: "3.4", programs: "tlsproxy",
            summary:
                "tlsproxy(8) client side counterpart of smtp_tls_fingerprint_digest: digest for fingerprints")
    }

    public static var tlsproxyClientLoglevelParameter: Self {
        Self(
            "tlsproxy_client_loglevel_parameter", default: "smtp_tls_loglevel", since: "3.4",
            lifecycle: .removed(since: "3.12"),
            summary: "Name of the parameter behind tlsproxy_client_loglevel; removed")
    }
}

extension Parameter where Value == Keyword {
    public static var tlsproxyClientLevel: Self {
        Self(
            "tlsproxy_client_level", default: "",
            allowed: "none, may, encrypt, dane, dane-only, fingerprint, verify, secure", since: "3.4",
            lifecycle: .renamed(since: "3.11", replacement: "tlsproxy_client_security_level"),
            summary: "Former name of tlsproxy_client_security_level")
    }

    public static var tlsproxyClientSecurityLevel: Self {
        Self(
            "tlsproxy_client_security_level",
            default: "${tlsproxy_client_level?{$tlsproxy_client_level}:{$smtp_tls_security_level}}",
            allowed: "none, may, encrypt, dane, dane-only, fingerprint, verify, secure", since: "3.7",
            programs: "tlsproxy",
            summary:
                "tlsproxy(8) client side counterpart of smtp_tls_security_level: TLS policy of the client")
    }
}

extension Parameter where Value == KeywordSet {
    public static var tlsproxyClientLoglevel: Self {
        Self(
            "tlsproxy_client_loglevel", default: "$smtp_tls_loglevel",
            allowed:
                "0, 1, 2, 3, 4, none, routine, debug, ssl-expert, ssl-developer, summary, untrusted, peercert, certmatch, verbose, cache, dane, trace ...",
            meaning: "level or keywords", since: "3.4", programs: "tlsproxy",
            summary: "tlsproxy(8) client side counterpart of smtp_tls_loglevel: TLS logging")
    }
}

extension Parameter where Value == TableList {
    public static var tlsproxyClientPerSite: Self {
        Self(
            "tlsproxy_client_per_site", default: "$smtp_tls_per_site", since: "3.4",
            lifecycle: .deprecated(since: "3.9", replacement: "tlsproxy_client_policy_maps"),
            programs: "tlsproxy",
            summary:
                "tlsproxy(8) client side counterpart of smtp_tls_per_site: former per-site TLS policy (NONE, MAY, MUST, MUST_NOPEERMATCH)"
        )
    }

    public static var tlsproxyClientPolicy: Self {
        Self(
            "tlsproxy_client_policy", default: "", since: "3.4",
            lifecycle: .renamed(since: "3.11", replacement: "tlsproxy_client_policy_maps"),
            summary: "Former name of tlsproxy_client_policy_maps")
    }

    public static var tlsproxyClientPolicyMaps: Self {
        Self(
            "tlsproxy_client_policy_maps",
            default: "${tlsproxy_client_policy?{$tlsproxy_client_policy}:{$smtp_tls_policy_maps}}",
            since: "3.7", programs: "tlsproxy",
            summary: "tlsproxy(8) client side counterpart of smtp_tls_policy_maps: TLS policy per next hop")
    }
}

extension Parameter where Value == Int {
    public static var tlsproxyClientScertVerifydepth: Self {
        Self(
            "tlsproxy_client_scert_verifydepth", default: "$smtp_tls_scert_verifydepth", since: "3.4",
            programs: "tlsproxy",
            summary:
                "tlsproxy(8) client side counterpart of smtp_tls_scert_verifydepth: longest server certificate chain"
        )
    }
}

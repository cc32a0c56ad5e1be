// Parameters: TLS library, tickets and random numbers.

extension Parameter where Value == CommandLine {
    public static var opensslPath: Self {
        Self(
            "openssl_path", default: "openssl", minimum: 1, since: "3.1",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: #"OpenSSL program used by "postfix tls""#)
    }
}

extension Parameter where Value == Bool {
    public static var requiretlsEnable: Self {
        Self(
            "requiretls_enable", default: "yes", since: "3.11",
            programs: "* bounce cleanup sendmail smtp lmtp smtpd",
            summary: "Support the REQUIRETLS extension")
    }

    public static var requiretlsESMTPHeader: Self {
        Self(
            "requiretls_esmtp_header", default: "yes", since: "3.11", programs: "cleanup smtpd",
            summary: "Record REQUIRETLS in a message header")
    }

    public static var requiretlsRedactDSN: Self {
        Self(
            "requiretls_redact_dsn", default: "yes", since: "3.11", programs: "bounce",
            summary: "Return headers only, and do not enforce REQUIRETLS, in DSNs for REQUIRETLS mail")
    }

    public static var tlsAppendDefaultCA: Self {
        Self(
            "tls_append_default_CA", default: "no", since: "2.4.15",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Also trust the system's CA certificates")
    }

    public static var tlsDANETrustAnchorDigestEnable: Self {
        Self(
            "tls_dane_trust_anchor_digest_enable", default: "yes", since: "2.11",
            lifecycle: .removed(since: "3.2"), summary: "DANE trust anchor digests; removed")
    }

    public static var tlsFastShutdownEnable: Self {
        Self(
            "tls_fast_shutdown_enable", default: "yes", since: "3.5",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Do not wait for the peer's TLS close notification")
    }

    public static var tlsLegacyPublicKeyFingerprints: Self {
        Self(
            "tls_legacy_public_key_fingerprints", default: "no", since: "2.9.6",
            lifecycle: .removed(since: "3.11"), summary: "Fingerprints as computed by 2.9.0-2.9.5; removed")
    }

    public static var tlsPreemptCipherlist: Self {
        Self(
            "tls_preempt_cipherlist", default: "no", since: "2.8",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Prefer the server's cipher order")
    }

    public static var tlsRequiredEnable: Self {
        Self(
            "tls_required_enable", default: "yes", since: "3.10", programs: "* bounce cleanup",
            summary: "Obey the TLS-Required: no header")
    }

    public static var tlsTrustServerCcerts: Self {
        Self(
            "tls_trust_server_ccerts", default: "no", since: "3.12",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Accept client certificates made for servers only")
    }

    public static var tlsWildcardMatchesMultipleLabels: Self {
        Self(
            "tls_wildcard_matches_multiple_labels", default: "yes", since: "2.11",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Let * match several labels")
    }
}

extension Parameter where Value == String {
    public static var tlsConfigFile: Self {
        Self(
            "tls_config_file", default: "default", allowed: "default, none, /absolute-path",
            meaning: "path or keyword", since: "3.9",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "OpenSSL configuration file")
    }

    public static var tlsConfigName: Self {
        Self(
            "tls_config_name", default: "", since: "3.9",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Application name in the OpenSSL configuration")
    }

    public static var tlsEECDHStrongCurve: Self {
        Self(
            "tls_eecdh_strong_curve", default: "prime256v1", meaning: "curve name", since: "2.6",
            lifecycle: .ignored(since: "3.6"),
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Curve of the former strong grade")
    }

    public static var tlsEECDHUltraCurve: Self {
        Self(
            "tls_eecdh_ultra_curve", default: "secp384r1", meaning: "curve name", since: "2.6",
            lifecycle: .ignored(since: "3.6"),
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Curve of the former ultra grade")
    }

    public static var tlsExportCipherlist: Self {
        Self(
            "tls_export_cipherlist", default: "", meaning: "OpenSSL cipher list", since: "2.3",
            lifecycle: .ignored(since: "3.8"),
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Export grade; ignored")
    }

    public static var tlsHighCipherlist: Self {
        Self(
            "tls_high_cipherlist",
            default: "aNULL:-aNULL:HIGH:!SEED:!IDEA:!3DES:!RC2:!RC4:!RC5:!kDH:!kECDH:!aDSS:!MD5:@STRENGTH",
            minimum: 1, meaning: "OpenSSL cipher list", since: "2.3",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Meaning of cipher grade high")
    }

    public static var tlsLowCipherlist: Self {
        Self(
            "tls_low_cipherlist", default: "", meaning: "OpenSSL cipher list", since: "2.3",
            lifecycle: .ignored(since: "3.8"),
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger", summary: "Low grade; ignored")
    }

    public static var tlsMediumCipherlist: Self {
        Self(
            "tls_medium_cipherlist",
            default:
                "aNULL:-aNULL:HIGH:MEDIUM:!SEED:!IDEA:!3DES:!RC2:!RC4:!RC5:!kDH:!kECDH:!aDSS:!MD5:+RC4:@STRENGTH",
            minimum: 1, meaning: "OpenSSL cipher list", since: "2.3",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Meaning of cipher grade medium")
    }

    public static var tlsNullCipherlist: Self {
        Self(
            "tls_null_cipherlist", default: "eNULL:!kDH:!kECDH:!aDSS:!MD5:!aNULL", minimum: 1,
            meaning: "OpenSSL cipher list", since: "2.3",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Meaning of cipher grade null")
    }

    public static var tlsRandomSource: Self {
        Self(
            "tls_random_source", default: "dev:/dev/urandom", meaning: "egd:/path, dev:/path or file",
            since: "2.2", programs: "tlsmgr", summary: "External entropy source")
    }

    public static var tlsSessionTicketCipher: Self {
        Self(
            "tls_session_ticket_cipher", default: "aes-256-cbc", meaning: "OpenSSL cipher", since: "3.0",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Cipher for session tickets")
    }

    public static var tlsmgrServiceName: Self {
        Self(
            "tlsmgr_service_name", default: "tlsmgr", minimum: 1, meaning: "service name", since: "2.11",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "master.cf name of the tlsmgr(8) service")
    }
}

extension Parameter where Value == Int {
    public static var tlsDaemonRandomBytes: Self {
        Self(
            "tls_daemon_random_bytes", default: "32", minimum: 1, since: "2.2",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Random bytes a daemon gets from tlsmgr(8)")
    }

    public static var tlsRandomBytes: Self {
        Self(
            "tls_random_bytes", default: "32", minimum: 1, since: "2.2", programs: "tlsmgr",
            summary: "Bytes read from tls_random_source")
    }

    public static var tlsTraceRateLimit: Self {
        Self(
            "tls_trace_rate_limit", default: "1", since: "3.12",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "TLS traces per time unit; 0 or less means no limit")
    }
}

extension Parameter where Value == Keyword {
    public static var tlsDANEDigestAgility: Self {
        Self(
            "tls_dane_digest_agility", default: "on", allowed: "on, off, maybe", since: "2.11",
            lifecycle: .removed(since: "3.2"), summary: "DANE digest agility; removed")
    }
}

extension Parameter where Value == WordList {
    public static var tlsDANEDigests: Self {
        Self(
            "tls_dane_digests", default: "sha512 sha256", minimum: 1, meaning: "digest name",
            since: "2.11", programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "DANE digest algorithms in order of preference")
    }

    public static var tlsEECDHAutoCurves: Self {
        Self(
            "tls_eecdh_auto_curves", default: "X25519 X448 prime256v1 secp384r1 secp521r1",
            meaning: "curve name", since: "3.2", lifecycle: .deprecated(since: "3.11"),
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Elliptic curves in order of preference")
    }

    public static var tlsFFDHEAutoGroups: Self {
        Self(
            "tls_ffdhe_auto_groups", default: "ffdhe2048 ffdhe3072", meaning: "group name", since: "3.8",
            lifecycle: .deprecated(since: "3.11"),
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "FFDHE groups in order of preference")
    }
}

extension Parameter where Value == KeywordSet {
    public static var tlsDisableWorkarounds: Self {
        Self(
            "tls_disable_workarounds", default: "",
            allowed:
                "CRYPTOPRO_TLSEXT_BUG, DONT_INSERT_EMPTY_FRAGMENTS, LEGACY_SERVER_CONNECT, MICROSOFT_BIG_SSLV3_BUFFER, MICROSOFT_SESS_ID_BUG, MSIE_SSLV2_RSA_PADDING, NETSCAPE_CHALLENGE_BUG, NETSCAPE_REUSE_CIPHER_CHANGE_BUG, SSLEAY_080_CLIENT_DH_BUG, SSLREF2_REUSE_CERT_TYPE_BUG, TLS_BLOCK_PADDING_BUG, TLS_D5_BUG, TLS_ROLLBACK_BUG, TLSEXT_PADDING",
            meaning: "names or bit mask", since: "2.8",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "OpenSSL bug workarounds to turn off")
    }

    public static var tlsSslOptions: Self {
        Self(
            "tls_ssl_options", default: "",
            allowed:
                "ENABLE_MIDDLEBOX_COMPAT, LEGACY_SERVER_CONNECT, NO_TICKET, NO_COMPRESSION, NO_RENEGOTIATION, NO_SESSION_RESUMPTION_ON_RENEGOTIATION, PRIORITIZE_CHACHA",
            meaning: "names or bit mask", since: "2.11",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "OpenSSL options to turn on")
    }
}

extension Parameter where Value == PathName {
    public static var tlsRandomExchangeName: Self {
        Self(
            "tls_random_exchange_name", default: "${data_directory}/prng_exch", since: "2.2",
            programs: "tlsmgr", summary: "File with the state of the random generator")
    }
}

extension Parameter where Value == Duration {
    public static var tlsRandomPrngUpdatePeriod: Self {
        Self(
            "tls_random_prng_update_period", default: "3600s", unit: .seconds, minimum: 1, since: "2.2",
            programs: "tlsmgr", summary: "Interval at which that state is saved")
    }

    public static var tlsRandomReseedPeriod: Self {
        Self(
            "tls_random_reseed_period", default: "3600s", unit: .seconds, minimum: 1, since: "2.2",
            programs: "tlsmgr", summary: "Longest time between two seedings")
    }
}

extension Parameter where Value == TableList {
    public static var tlsServerSniMaps: Self {
        Self(
            "tls_server_sni_maps", default: "", meaning: "file contents", since: "3.4",
            programs: "smtp lmtp smtpd tlsproxy postscreen posttls-finger",
            summary: "Keys and certificates per server name")
    }
}

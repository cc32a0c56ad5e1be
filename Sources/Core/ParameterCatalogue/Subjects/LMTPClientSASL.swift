// Parameters: LMTP client: SASL authentication.

extension Parameter where Value == TableList {
    public static var lmtpSASLAuthCacheName: Self {
        Self(
            "lmtp_sasl_auth_cache_name", default: "", meaning: "single table; cache", since: "2.5",
            programs: "lmtp",
            summary: "LMTP counterpart of smtp_sasl_auth_cache_name: table that remembers failed SASL logins")
    }

    public static var lmtpSASLPasswordMaps: Self {
        Self(
            "lmtp_sasl_password_maps", default: "", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_sasl_password_maps: credentials per sender, server or destination")
    }
}

extension Parameter where Value == Duration {
    public static var lmtpSASLAuthCacheTime: Self {
        Self(
            "lmtp_sasl_auth_cache_time", default: "90d", unit: .days, since: "2.5", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_sasl_auth_cache_time: age at which a remembered failed login is dropped"
        )
    }
}

extension Parameter where Value == Bool {
    public static var lmtpSASLAuthEnable: Self {
        Self(
            "lmtp_sasl_auth_enable", default: "no", programs: "lmtp",
            summary: "LMTP counterpart of smtp_sasl_auth_enable: log in to servers with SASL")
    }

    public static var lmtpSASLAuthSoftBounce: Self {
        Self(
            "lmtp_sasl_auth_soft_bounce", default: "yes", since: "2.5", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_sasl_auth_soft_bounce: defer instead of bounce after a 535 reply")
    }

    public static var lmtpSendDummyMailAuth: Self {
        Self(
            "lmtp_send_dummy_mail_auth", default: "no", since: "2.9", programs: "lmtp",
            summary: "LMTP counterpart of smtp_send_dummy_mail_auth: add AUTH=<> to MAIL FROM after login")
    }

    public static var lmtpSenderDependentAuthentication: Self {
        Self(
            "lmtp_sender_dependent_authentication", default: "no", since: "2.3", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_sender_dependent_authentication: choose credentials by envelope sender"
        )
    }
}

extension Parameter where Value == MatchList {
    public static var lmtpSASLMechanismFilter: Self {
        Self(
            "lmtp_sasl_mechanism_filter", default: "", meaning: "string match list; mechanisms, tables",
            since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_sasl_mechanism_filter: SASL mechanisms the client may use")
    }
}

extension Parameter where Value == String {
    public static var lmtpSASLPasswordResultDelimiter: Self {
        Self(
            "lmtp_sasl_password_result_delimiter", default: ":", minimum: 1,
            meaning: "character one character", since: "3.9", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_sasl_password_result_delimiter: separator of user name and password"
        )
    }

    public static var lmtpSASLPath: Self {
        Self(
            "lmtp_sasl_path", default: "", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_sasl_path: plug-in specific path of the SASL client")
    }

    public static var lmtpSASLType: Self {
        Self(
            "lmtp_sasl_type", default: "cyrus", minimum: 1, allowed: "cyrus", meaning: "plug-in name",
            since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_sasl_type: SASL client implementation")
    }
}

extension Parameter where Value == KeywordSet {
    public static var lmtpSASLSecurityOptions: Self {
        Self(
            "lmtp_sasl_security_options", default: "noplaintext, noanonymous",
            allowed: "noplaintext, noactive, nodictionary, noanonymous, mutual_auth",
            meaning: "plug-in properties", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_sasl_security_options: properties that SASL mechanisms must have")
    }

    public static var lmtpSASLTLSSecurityOptions: Self {
        Self(
            "lmtp_sasl_tls_security_options", default: "$lmtp_sasl_security_options",
            allowed: "noplaintext, noactive, nodictionary, noanonymous, mutual_auth",
            meaning: "plug-in properties", since: "2.3", programs: "lmtp",
            summary: "LMTP counterpart of smtp_sasl_tls_security_options: the same for TLS sessions")
    }

    public static var lmtpSASLTLSVerifiedSecurityOptions: Self {
        Self(
            "lmtp_sasl_tls_verified_security_options", default: "$lmtp_sasl_tls_security_options",
            allowed: "noplaintext, noactive, nodictionary, noanonymous, mutual_auth",
            meaning: "plug-in properties", since: "2.3", programs: "lmtp",
            summary:
                "LMTP counterpart of smtp_sasl_tls_verified_security_options: the same for TLS sessions with a verified server"
        )
    }
}

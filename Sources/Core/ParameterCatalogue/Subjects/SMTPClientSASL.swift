// Parameters: SMTP client: SASL authentication.

extension Parameter where Value == Bool {
    public static var sendCyrusSASLAuthzid: Self {
        Self(
            "send_cyrus_sasl_authzid", default: "no", since: "2.4.4", programs: "*",
            summary: "Send an authorization ID along with the authentication ID")
    }

    public static var smtpSASLAuthEnable: Self {
        Self(
            "smtp_sasl_auth_enable", default: "no", programs: "smtp",
            summary: "Log in to servers with SASL")
    }

    public static var smtpSASLAuthSoftBounce: Self {
        Self(
            "smtp_sasl_auth_soft_bounce", default: "yes", since: "2.5", programs: "smtp",
            summary: "Defer instead of bounce after a 535 reply")
    }

    public static var smtpSendDummyMailAuth: Self {
        Self(
            "smtp_send_dummy_mail_auth", default: "no", since: "2.9", programs: "smtp",
            summary: "Add AUTH=<> to MAIL FROM after login")
    }

    public static var smtpSenderDependentAuthentication: Self {
        Self(
            "smtp_sender_dependent_authentication", default: "no", since: "2.3", programs: "smtp",
            summary: "Choose credentials by envelope sender")
    }
}

extension Parameter where Value == TableList {
    public static var smtpSASLAuthCacheName: Self {
        Self(
            "smtp_sasl_auth_cache_name", default: "", meaning: "single table; cache", since: "2.5",
            programs: "smtp", summary: "Table that remembers failed SASL logins")
    }

    public static var smtpSASLPasswordMaps: Self {
        Self(
            "smtp_sasl_password_maps", default: "", programs: "smtp",
            summary: "Credentials per sender, server or destination")
    }
}

extension Parameter where Value == Duration {
    public static var smtpSASLAuthCacheTime: Self {
        Self(
            "smtp_sasl_auth_cache_time", default: "90d", unit: .days, since: "2.5", programs: "smtp",
            summary: "Age at which a remembered failed login is dropped")
    }
}

extension Parameter where Value == MatchList {
    public static var smtpSASLMechanismFilter: Self {
        Self(
            "smtp_sasl_mechanism_filter", default: "", meaning: "string match list; mechanisms, tables",
            since: "2.2", programs: "smtp", summary: "SASL mechanisms the client may use")
    }
}

extension Parameter where Value == String {
    public static var smtpSASLPasswordResultDelimiter: Self {
        Self(
            "smtp_sasl_password_result_delimiter", default: ":", minimum: 1,
            meaning: "character one character", since: "3.9", programs: "smtp",
            summary: "Separator of user name and password")
    }

    public static var smtpSASLPath: Self {
        Self(
            "smtp_sasl_path", default: "", since: "2.3", programs: "smtp",
            summary: "Plug-in specific path of the SASL client")
    }

    public static var smtpSASLType: Self {
        Self(
            "smtp_sasl_type", default: "cyrus", minimum: 1, allowed: "cyrus", meaning: "plug-in name",
            since: "2.3", programs: "smtp", summary: "SASL client implementation")
    }
}

extension Parameter where Value == KeywordSet {
    public static var smtpSASLSecurityOptions: Self {
        Self(
            "smtp_sasl_security_options", default: "noplaintext, noanonymous",
            allowed: "noplaintext, noactive, nodictionary, noanonymous, mutual_auth",
            meaning: "plug-in properties", programs: "smtp",
            summary: "Properties that SASL mechanisms must have")
    }

    public static var smtpSASLTLSSecurityOptions: Self {
        Self(
            "smtp_sasl_tls_security_options", default: "$smtp_sasl_security_options",
            allowed: "noplaintext, noactive, nodictionary, noanonymous, mutual_auth",
            meaning: "plug-in properties", since: "2.2", programs: "smtp",
            summary: "The same for TLS sessions")
    }

    public static var smtpSASLTLSVerifiedSecurityOptions: Self {
        Self(
            "smtp_sasl_tls_verified_security_options", default: "$smtp_sasl_tls_security_options",
            allowed: "noplaintext, noactive, nodictionary, noanonymous, mutual_auth",
            meaning: "plug-in properties", since: "2.6", programs: "smtp",
            summary: "The same for TLS sessions with a verified server")
    }
}

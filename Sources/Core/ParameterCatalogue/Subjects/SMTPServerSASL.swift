// Parameters: SMTP server: SASL authentication.

extension Parameter where Value == Bool {
    public static var brokenSASLAuthClients: Self {
        Self(
            "broken_sasl_auth_clients", default: "no", programs: "smtpd",
            summary: "Announce AUTH twice, also in the obsolete AUTH= form")
    }

    public static var smtpdSASLAuthEnable: Self {
        Self(
            "smtpd_sasl_auth_enable", default: "no", programs: "smtpd",
            summary: "Offer SASL authentication")
    }

    public static var smtpdSASLAuthenticatedHeader: Self {
        Self(
            "smtpd_sasl_authenticated_header", default: "no", since: "2.3", programs: "smtpd",
            summary: "Show the login name in the Received: header")
    }
}

extension Parameter where Value == WordList {
    public static var cyrusSASLConfigPath: Self {
        Self(
            "cyrus_sasl_config_path", default: "", meaning: "path, colon-separated", since: "2.5",
            programs: "lmtp smtp smtpd",
            summary: "Directories searched for Cyrus SASL application configuration")
    }
}

extension Parameter where Value == Int {
    public static var smtpdClientAuthRateLimit: Self {
        Self(
            "smtpd_client_auth_rate_limit", default: "0", since: "3.1", programs: "smtpd",
            summary: "AUTH commands per client and time unit; 0 means no limit")
    }
}

extension Parameter where Value == String {
    public static var smtpdSASLApplicationName: Self {
        Self(
            "smtpd_sasl_application_name", default: "smtpd", since: "2.1",
            lifecycle: .removed(since: "2.3", replacement: "smtpd_sasl_path"),
            summary: "Former name of smtpd_sasl_path")
    }

    public static var smtpdSASLLocalDomain: Self {
        Self("smtpd_sasl_local_domain", default: "", programs: "smtpd", summary: "SASL realm")
    }

    public static var smtpdSASLPath: Self {
        Self(
            "smtpd_sasl_path", default: "smtpd", minimum: 1, since: "2.3", programs: "smtpd",
            summary: "Plug-in specific path of the SASL server (for dovecot: the socket)")
    }

    public static var smtpdSASLService: Self {
        Self(
            "smtpd_sasl_service", default: "smtp", minimum: 1, since: "2.11", programs: "smtpd",
            summary: "Service name passed to the SASL plug-in")
    }

    public static var smtpdSASLType: Self {
        Self(
            "smtpd_sasl_type", default: "cyrus", minimum: 1, allowed: "cyrus, dovecot",
            meaning: "plug-in name", since: "2.3", programs: "smtpd", summary: "SASL server implementation")
    }
}

extension Parameter where Value == MatchList {
    public static var smtpdSASLExceptionsNetworks: Self {
        Self(
            "smtpd_sasl_exceptions_networks", default: "", meaning: "host name and address match list",
            since: "2.1", programs: "smtpd", summary: "Clients that are not offered AUTH")
    }

    public static var smtpdSASLMechanismFilter: Self {
        Self(
            "smtpd_sasl_mechanism_filter", default: "!external, static:rest",
            meaning: "string match list; mechanisms, tables", since: "3.6", programs: "smtpd",
            summary: "SASL mechanisms that are announced")
    }
}

extension Parameter where Value == ByteCount {
    public static var smtpdSASLResponseLimit: Self {
        Self(
            "smtpd_sasl_response_limit", default: "12288", minimum: 12288, since: "3.4", programs: "smtpd",
            summary: "Longest SASL response line")
    }
}

extension Parameter where Value == KeywordSet {
    public static var smtpdSASLSecurityOptions: Self {
        Self(
            "smtpd_sasl_security_options", default: "noanonymous",
            allowed: "noplaintext, noactive, nodictionary, noanonymous, forward_secrecy, mutual_auth",
            meaning: "plug-in properties", programs: "smtpd",
            summary: "Properties that SASL mechanisms must have")
    }

    public static var smtpdSASLTLSSecurityOptions: Self {
        Self(
            "smtpd_sasl_tls_security_options", default: "$smtpd_sasl_security_options",
            allowed: "noplaintext, noactive, nodictionary, noanonymous, forward_secrecy, mutual_auth",
            meaning: "plug-in properties", since: "2.2", programs: "smtpd",
            summary: "The same for TLS sessions")
    }
}

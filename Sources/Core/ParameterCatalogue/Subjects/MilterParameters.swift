// Parameters: Milters.

extension Parameter where Value == KeywordSet {
    public static var internalMailFilterClasses: Self {
        Self(
            "internal_mail_filter_classes", default: "", allowed: "bounce, notify", since: "2.3",
            programs: "*",
            summary: "Postfix-generated mail that passes header/body checks and non_smtpd_milters")
    }
}

extension Parameter where Value == Duration {
    public static var milterCommandTimeout: Self {
        Self(
            "milter_command_timeout", default: "30s", unit: .seconds, minimum: 1, since: "2.3",
            programs: "cleanup smtpd", summary: "Time limit for one SMTP command sent to a milter")
    }

    public static var milterConnectTimeout: Self {
        Self(
            "milter_connect_timeout", default: "30s", unit: .seconds, minimum: 1, since: "2.3",
            programs: "cleanup smtpd", summary: "Time limit for connecting and negotiating with a milter")
    }

    public static var milterContentTimeout: Self {
        Self(
            "milter_content_timeout", default: "300s", unit: .seconds, minimum: 1, since: "2.3",
            programs: "cleanup smtpd", summary: "Time limit for sending content to a milter")
    }
}

extension Parameter where Value == WordList {
    public static var milterConnectMacros: Self {
        Self(
            "milter_connect_macros", default: "j {daemon_name} {daemon_addr} v _", meaning: "macro name",
            since: "2.3", programs: "cleanup smtpd", summary: "Macros sent to milters after connect")
    }

    public static var milterDataMacros: Self {
        Self(
            "milter_data_macros", default: "i", meaning: "macro name", since: "2.3",
            programs: "cleanup smtpd", summary: "Macros sent to milters after DATA")
    }

    public static var milterEndOfDataMacros: Self {
        Self(
            "milter_end_of_data_macros", default: "i", meaning: "macro name", since: "2.3",
            programs: "cleanup smtpd", summary: "Macros sent to milters after end-of-data")
    }

    public static var milterEndOfHeaderMacros: Self {
        Self(
            "milter_end_of_header_macros", default: "i", meaning: "macro name", since: "2.5",
            programs: "cleanup smtpd", summary: "Macros sent to milters after the header")
    }

    public static var milterHELOMacros: Self {
        Self(
            "milter_helo_macros",
            default: "{tls_version} {cipher} {cipher_bits} {cert_subject} {cert_issuer}",
            meaning: "macro name", since: "2.3", programs: "cleanup smtpd",
            summary: "Macros sent to milters after HELO/EHLO")
    }

    public static var milterMacroDefaults: Self {
        Self(
            "milter_macro_defaults", default: "", meaning: "name=value", since: "3.1",
            programs: "cleanup smtpd", summary: "Milter macro values to use when nothing else is known")
    }

    public static var milterMailMacros: Self {
        Self(
            "milter_mail_macros",
            default: "i {auth_type} {auth_authen} {auth_author} {mail_addr} {mail_host} {mail_mailer}",
            meaning: "macro name", since: "2.3", programs: "cleanup smtpd",
            summary: "Macros sent to milters after MAIL FROM")
    }

    public static var milterRCPTMacros: Self {
        Self(
            "milter_rcpt_macros", default: "i {rcpt_addr} {rcpt_host} {rcpt_mailer}",
            meaning: "macro name", since: "2.3", programs: "cleanup smtpd",
            summary: "Macros sent to milters after RCPT TO")
    }

    public static var milterUnknownCommandMacros: Self {
        Self(
            "milter_unknown_command_macros", default: "", meaning: "macro name", since: "2.3",
            programs: "cleanup smtpd", summary: "Macros sent to milters after an unknown command")
    }

    public static var nonSmtpdMilters: Self {
        Self(
            "non_smtpd_milters", default: "", allowed: "DISABLE or endpoints", meaning: "endpoint; milter",
            since: "2.3", programs: "cleanup", summary: "Milters for mail that does not arrive by SMTP")
    }
}

extension Parameter where Value == Keyword {
    public static var milterDefaultAction: Self {
        Self(
            "milter_default_action", default: "shutdown", minimum: 1,
            allowed: "accept, reject, tempfail, quarantine, shutdown", since: "2.3",
            programs: "cleanup smtpd", summary: "What to do when a milter is unavailable")
    }

    public static var milterProtocol: Self {
        Self(
            "milter_protocol", default: "6", minimum: 1, allowed: "2, 3, 4, 6, plus no_header_reply",
            meaning: "version plus options", since: "2.3", programs: "cleanup smtpd",
            summary: "Milter protocol version offered")
    }
}

extension Parameter where Value == TableList {
    public static var milterHeaderChecks: Self {
        Self(
            "milter_header_checks", default: "", meaning: "content", since: "2.7", programs: "cleanup",
            summary: "Tables applied to headers that milters add or change")
    }
}

extension Parameter where Value == String {
    public static var milterMacroDaemonName: Self {
        Self(
            "milter_macro_daemon_name", default: "$myhostname", minimum: 1, since: "2.3",
            programs: "cleanup smtpd", summary: "Value of the {daemon_name} milter macro")
    }

    public static var milterMacroV: Self {
        Self(
            "milter_macro_v", default: "$mail_name $mail_version", minimum: 1, since: "2.3",
            programs: "cleanup smtpd", summary: "Value of the {v} milter macro")
    }
}

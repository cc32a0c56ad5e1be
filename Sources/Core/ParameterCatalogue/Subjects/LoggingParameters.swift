// Parameters: Logging and debugging.

extension Parameter where Value == Int {
    public static var debugPeerLevel: Self {
        Self(
            "debug_peer_level", default: "2", minimum: 1, programs: "*",
            summary: "How much to raise verbosity for peers in debug_peer_list")
    }

    public static var faultInjectionCode: Self {
        Self(
            "fault_injection_code", default: "0", programs: "*",
            summary: "Makes internal tests fail on purpose; for developers")
    }
}

extension Parameter where Value == MatchList {
    public static var debugPeerList: Self {
        Self(
            "debug_peer_list", default: "", meaning: "host name and address match list", programs: "*",
            summary: "Peers (domains, hosts, networks, tables) that get extra logging")
    }
}

extension Parameter where Value == CommandLine {
    public static var debuggerCommand: Self {
        Self(
            "debugger_command", default: "", meaning: "shell", programs: "*",
            summary: "Command run for daemons that are started with -D")
    }

    public static var maillogFileCompressor: Self {
        Self(
            "maillog_file_compressor", default: "gzip", minimum: 1, since: "3.4", programs: "*",
            summary: "Program that compresses rotated logs")
    }
}

extension Parameter where Value == PathName {
    public static var maillogFile: Self {
        Self(
            "maillog_file", default: "", since: "3.4", programs: "* postlogd",
            summary: "Log file written by postlogd(8); empty uses syslog")
    }
}

extension Parameter where Value == Keyword {
    public static var maillogFilePermissions: Self {
        Self(
            "maillog_file_permissions", default: "0600", minimum: 1, allowed: "0600, 0640, 0644",
            since: "3.9", programs: "*", summary: "Mode of a newly created maillog_file")
    }

    public static var nonBDBMigrationLevel: Self {
        Self(
            "non_bdb_migration_level", default: "disable", minimum: 1,
            allowed: "disable, enable-redirect, enable-reindex", since: "3.11", programs: "*",
            summary: "How far hash:/btree: tables are migrated automatically")
    }

    public static var syslogFacility: Self {
        Self(
            "syslog_facility", default: "mail", minimum: 1,
            allowed:
                "auth, authpriv, cron, daemon, ftp, kern, lpr, mail, news, security, syslog, user, uucp, local0..local7",
            meaning: "syslog facility", programs: "*", summary: "Syslog facility")
    }
}

extension Parameter where Value == WordList {
    public static var maillogFilePrefixes: Self {
        Self(
            "maillog_file_prefixes", default: "/var, /dev/stdout", minimum: 1, meaning: "path",
            since: "3.4", programs: "*", summary: "Path prefixes that maillog_file may have")
    }

    public static var nonBDBCustomMapping: Self {
        Self(
            "non_bdb_custom_mapping", default: "", meaning: "type=type", since: "3.11", programs: "*",
            summary: "Overrides which type replaces hash: or btree:")
    }

    public static var nonBDBMigrationAllowRootPrefixes: Self {
        Self(
            "non_bdb_migration_allow_root_prefixes", default: "/etc /usr/local/etc", meaning: "path",
            since: "3.11", programs: "nbdb_reindexd",
            summary: "Path prefixes below which re-indexing may run as root")
    }

    public static var nonBDBMigrationAllowUserPrefixes: Self {
        Self(
            "non_bdb_migration_allow_user_prefixes",
            default: "$data_directory /var/lib/mailman /var/lib/mailman3", meaning: "path", since: "3.11",
            programs: "nbdb_reindexd",
            summary: "Path prefixes below which re-indexing may run as an ordinary user")
    }
}

extension Parameter where Value == String {
    public static var maillogFileRotateSuffix: Self {
        Self(
            "maillog_file_rotate_suffix", default: "%Y%m%d-%H%M%S", minimum: 1, meaning: "strftime format",
            since: "3.4", programs: "*", summary: "Suffix added to rotated logs")
    }

    public static var stress: Self {
        Self(
            "stress", default: "", since: "2.5", programs: "smtpd",
            summary: "Set to yes by master(8) while a service is overloaded, else empty")
    }

    public static var syslogName: Self {
        Self(
            "syslog_name", default: "${multi_instance_name?{$multi_instance_name}:{postfix}}", minimum: 1,
            since: "1.1", programs: "*", summary: "Prefix of program names in the log")
    }
}

extension Parameter where Value == Bool {
    public static var nonBDBMigrationLogRedirect: Self {
        Self(
            "non_bdb_migration_log_redirect", default: "yes", since: "3.11", programs: "*",
            summary: "Log each redirected hash:/btree: table")
    }

    public static var respectfulLogging: Self {
        Self(
            "respectful_logging", default: "${{$compatibility_level} <level {3.6} ? {no} : {yes}}",
            since: "3.6", programs: "* postscreen",
            summary: "Log allowlist/denylist instead of whitelist/blacklist")
    }
}

extension Parameter where Value == Duration {
    public static var postlogdWatchdogTimeout: Self {
        Self(
            "postlogd_watchdog_timeout", default: "10s", unit: .seconds, minimum: 10, since: "3.4",
            programs: "postlogd", summary: "Watchdog limit of postlogd(8)")
    }
}

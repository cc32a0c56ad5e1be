// Parameters: Instances and programs around the mail system.

extension Parameter where Value == WordList {
    public static var alternateConfigDirectories: Self {
        Self(
            "alternate_config_directories", default: "", meaning: "path", since: "1.1",
            programs: "* postdrop postqueue sendmail postlog",
            summary: "Extra configuration directories that unprivileged users may name with -c or MAIL_CONFIG"
        )
    }

    public static var importEnvironment: Self {
        Self(
            "import_environment",
            default:
                "MAIL_CONFIG MAIL_DEBUG MAIL_LOGTAG TZ XAUTHORITY DISPLAY LANG=C POSTLOG_SERVICE POSTLOG_HOSTNAME XDG_RUNTIME_DIR",
            meaning: "name or name=value",
            programs:
                "* postalias postcat postdrop postfix postkick postlock postlog postmap postmulti postqueue postsuper posttls-finger sendmail",
            summary: "Environment taken over from the parent process")
    }

    public static var multiInstanceDirectories: Self {
        Self(
            "multi_instance_directories", default: "", meaning: "path", since: "2.6",
            programs: "* postfix postmulti postdrop postqueue sendmail postlog",
            summary: "Configuration directories of secondary instances")
    }

    public static var postmultiControlCommands: Self {
        Self(
            "postmulti_control_commands", default: "reload flush", meaning: "command name", since: "2.6",
            programs: "postmulti", summary: "postfix commands that postmulti treats as control commands")
    }

    public static var postmultiStartCommands: Self {
        Self(
            "postmulti_start_commands", default: "start", meaning: "command name", since: "2.6",
            programs: "postmulti", summary: "postfix commands that postmulti treats as start commands")
    }

    public static var postmultiStopCommands: Self {
        Self(
            "postmulti_stop_commands", default: "stop abort drain quick-stop", meaning: "command name",
            since: "2.6", programs: "postmulti",
            summary: "postfix commands that postmulti treats as stop commands")
    }
}

extension Parameter where Value == MatchList {
    public static var authorizedFlushUsers: Self {
        Self(
            "authorized_flush_users", default: "static:anyone", meaning: "string match list", since: "2.2",
            programs: "postqueue", summary: "UNIX users who may flush the queue")
    }

    public static var authorizedMailqUsers: Self {
        Self(
            "authorized_mailq_users", default: "static:anyone", meaning: "string match list", since: "2.2",
            programs: "postqueue", summary: "UNIX users who may list the queue")
    }

    public static var authorizedSubmitUsers: Self {
        Self(
            "authorized_submit_users", default: "static:anyone", meaning: "string match list",
            since: "2.2", programs: "postdrop sendmail",
            summary: "UNIX users who may submit mail with sendmail(1)/postdrop(1)")
    }
}

extension Parameter where Value == String {
    public static var compatibilityLevel: Self {
        Self(
            "compatibility_level", default: "0", since: "3.0", programs: "* smtpd",
            summary:
                "Level that selects old or new default values of a number of parameters (major[.minor[.patch]])"
        )
    }

    public static var mailName: Self {
        Self(
            "mail_name", default: "Postroom", minimum: 1,
            programs: "* bounce local pickup postqueue qmqpd smtp lmtp smtpd",
            summary: "Name of the mail system in banners, Received: headers and bounces")
    }

    public static var mailReleaseDate: Self {
        Self(
            "mail_release_date", default: "20261124", minimum: 1, since: "1.1", programs: "*",
            summary: "Release date (YYYYMMDD) of the software")
    }

    public static var mailVersion: Self {
        Self(
            "mail_version", default: "0.1.0", minimum: 1, programs: "* smtpd",
            summary: "Version of the software")
    }

    public static var multiInstanceGroup: Self {
        Self(
            "multi_instance_group", default: "", since: "2.6", programs: "* postmulti",
            summary: "Group name of this instance")
    }

    public static var multiInstanceName: Self {
        Self(
            "multi_instance_name", default: "", since: "2.6", programs: "* postmulti",
            summary: "Name of this instance")
    }

    public static var processName: Self {
        Self(
            "process_name", default: .computed, lifecycle: .readOnly, programs: "*",
            summary: "Process name; read-only")
    }

    public static var serviceName: Self {
        Self(
            "service_name", default: .computed, since: "3.3", lifecycle: .readOnly, programs: "*",
            summary: "master.cf service name of the process; read-only")
    }
}

extension Parameter where Value == PathName {
    /// Postroom's own.
    public static var compiledDirectory: Self {
        Self(
            "compiled_directory", default: "$data_directory/compiled", minimum: 1, programs: "*",
            summary: "Where the generations are that postroom build makes")
    }

    public static var configDirectory: Self {
        Self(
            "config_directory", default: "/etc/postfix", isRaw: true, programs: "*",
            summary: "Directory of main.cf and master.cf; set by -c or MAIL_CONFIG, not by main.cf")
    }

    public static var daemonDirectory: Self {
        Self(
            "daemon_directory", default: "/usr/libexec/postfix", minimum: 1,
            programs: "* postfix postmulti postqueue sendmail",
            summary: "Directory with the daemon programs")
    }

    public static var dataDirectory: Self {
        Self(
            "data_directory", default: "/var/lib/postfix", minimum: 1, since: "2.5",
            programs: "* postfix postmulti", summary: "Directory with data files that mail_owner may write")
    }

    public static var htmlDirectory: Self {
        Self(
            "html_directory", default: "no", minimum: 1, allowed: "pathname or no", since: "2.2",
            programs: "postfix", summary: "Directory of the HTML documentation")
    }

    public static var mailqPath: Self {
        Self(
            "mailq_path", default: "/usr/bin/mailq", minimum: 1, since: "1.1", programs: "postfix",
            summary: "Where the mailq command is installed")
    }

    public static var manpageDirectory: Self {
        Self(
            "manpage_directory", default: "/usr/local/man", minimum: 1, since: "1.1", programs: "postfix",
            summary: "Where manual pages are installed")
    }

    public static var metaDirectory: Self {
        Self(
            "meta_directory", default: "/etc/postfix", minimum: 1, since: "3.0",
            programs: "* postfix postmulti smtpd",
            summary: "Directory of postfix-files, dynamicmaps.cf and prototypes")
    }

    public static var newaliasesPath: Self {
        Self(
            "newaliases_path", default: "/usr/bin/newaliases", minimum: 1, since: "1.1",
            programs: "postfix", summary: "Where the newaliases command is installed")
    }

    public static var processIDDirectory: Self {
        Self(
            "process_id_directory", default: "pid", minimum: 1, meaning: "relative to queue_directory",
            programs: "*", summary: "Directory of PID files")
    }

    public static var queueDirectory: Self {
        Self(
            "queue_directory", default: "/var/spool/postfix", minimum: 1,
            programs:
                "* pickup postcat postdrop postfix postkick postmulti postqueue postsuper posttls-finger sendmail",
            summary: "Top directory of the queue, and root of chrooted daemons")
    }

    public static var readmeDirectory: Self {
        Self(
            "readme_directory", default: "no", minimum: 1, allowed: "pathname or no", since: "1.1",
            programs: "postfix", summary: "Directory of the README files")
    }

    public static var sampleDirectory: Self {
        Self(
            "sample_directory", default: "/etc/postfix", minimum: 1, since: "1.1",
            lifecycle: .obsolete(since: "2.1"), programs: "postfix",
            summary: "Directory of sample files; kept for compatibility")
    }

    public static var sendmailPath: Self {
        Self(
            "sendmail_path", default: "/usr/sbin/sendmail", minimum: 1, since: "1.1", programs: "postfix",
            summary: "Where the sendmail command is installed")
    }

    public static var shlibDirectory: Self {
        Self(
            "shlib_directory", default: "/usr/lib/postfix", minimum: 1, allowed: "pathname or no",
            since: "3.0", programs: "* postfix postmulti smtpd",
            summary: "Directory of shared libraries and table plugins")
    }
}

extension Parameter where Value == UserName {
    public static var mailOwner: Self {
        Self(
            "mail_owner", default: "postfix", minimum: 1, programs: "* pipe postfix posttls-finger",
            summary: "Account that owns the queue and runs most daemons")
    }
}

extension Parameter where Value == Bool {
    public static var multiInstanceEnable: Self {
        Self(
            "multi_instance_enable", default: "no", since: "2.6", programs: "* postmulti",
            summary: "Lets the instance manager start this instance")
    }
}

extension Parameter where Value == CommandLine {
    public static var multiInstanceWrapper: Self {
        Self(
            "multi_instance_wrapper", default: "", since: "2.6", programs: "* postfix",
            summary: "Instance manager that postfix(1) calls")
    }
}

extension Parameter where Value == Int {
    public static var processID: Self {
        Self(
            "process_id", default: .computed, lifecycle: .readOnly, programs: "*",
            summary: "Process ID; read-only")
    }
}

extension Parameter where Value == GroupName {
    public static var setgidGroup: Self {
        Self(
            "setgid_group", default: "postdrop", minimum: 1, since: "1.1", programs: "* pipe postfix",
            summary: "Group of set-gid commands and group-writable directories")
    }
}

// Parameters: Local delivery.

extension Parameter where Value == TableList {
    public static var aliasDatabase: Self {
        Self(
            "alias_database", default: "$default_database_type:/etc/aliases", meaning: "indexed",
            programs: "* sendmail",
            summary: "Alias tables that newaliases rebuilds (only local, indexed ones make sense)")
    }

    public static var aliasMaps: Self {
        Self(
            "alias_maps", default: "$default_database_type:/etc/aliases",
            programs: "local proxymap smtpd", summary: "Alias tables that local(8) searches by localpart")
    }

    public static var localDeliveryStatusFilter: Self {
        Self(
            "local_delivery_status_filter", default: "$default_delivery_status_filter", meaning: "content",
            since: "3.0", programs: "local",
            summary: "Tables that may rewrite the status of local(8) deliveries")
    }

    public static var mailboxCommandMaps: Self {
        Self(
            "mailbox_command_maps", default: "", since: "1.1", programs: "local",
            summary: "Per-user external commands for mailbox delivery")
    }

    public static var mailboxTransportMaps: Self {
        Self(
            "mailbox_transport_maps", default: "", since: "2.3", programs: "local",
            summary: "Per-user transports that take over mailbox delivery")
    }
}

extension Parameter where Value == KeywordSet {
    public static var allowMailToCommands: Self {
        Self(
            "allow_mail_to_commands", default: "alias, forward", allowed: "alias, forward, include",
            programs: "local",
            summary: "Which sources may deliver to commands (pipe destinations) in local(8)")
    }

    public static var allowMailToFiles: Self {
        Self(
            "allow_mail_to_files", default: "alias, forward", allowed: "alias, forward, include",
            programs: "local", summary: "Which sources may deliver to /file destinations in local(8)")
    }

    public static var mailboxDeliveryLock: Self {
        Self(
            "mailbox_delivery_lock", default: "fcntl, dotlock", minimum: 1,
            allowed: "flock, fcntl, dotlock", programs: "local postlock",
            summary: "How UNIX mailboxes are locked by local(8)")
    }

    public static var prependDeliveredHeader: Self {
        Self(
            "prepend_delivered_header", default: "command, file, forward",
            allowed: "command, file, forward", programs: "local",
            summary: "Deliveries for which local(8) adds Delivered-To")
    }
}

extension Parameter where Value == Bool {
    public static var biff: Self {
        Self(
            "biff", default: "yes", programs: "local",
            summary: "Notify logged-in users of new mail through the comsat service")
    }

    public static var expandOwnerAlias: Self {
        Self(
            "expand_owner_alias", default: "no", programs: "local",
            summary: "Use the expansion of owner-alias as the envelope sender instead of its name")
    }

    public static var frozenDeliveredTo: Self {
        Self(
            "frozen_delivered_to", default: "yes", since: "2.3", programs: "local",
            summary: "Set the Delivered-To address once per delivery instead of at each expansion")
    }

    public static var ownerRequestSpecial: Self {
        Self(
            "owner_request_special", default: "yes", programs: "* local",
            summary: "Special handling of owner-list and list-request names")
    }

    public static var requireHomeDirectory: Self {
        Self(
            "require_home_directory", default: "no", programs: "local",
            summary: "Defer delivery when the recipient's home directory is missing")
    }

    public static var resetOwnerAlias: Self {
        Self(
            "reset_owner_alias", default: "no", since: "2.8", programs: "local",
            summary: "Forget the owner-alias when a child alias has none")
    }

    public static var strictMailboxOwnership: Self {
        Self(
            "strict_mailbox_ownership", default: "yes", since: "2.5.3", programs: "local virtual",
            summary: "Defer when a mailbox does not belong to its recipient")
    }
}

extension Parameter where Value == PathName {
    public static var commandDirectory: Self {
        Self(
            "command_directory", default: "/usr/sbin", minimum: 1,
            programs: "* nbdb_reindexd postfix postmulti sendmail smtpd",
            summary: "Directory with the administrative commands")
    }

    public static var homeMailbox: Self {
        Self(
            "home_mailbox", default: "", meaning: "relative", programs: "local",
            summary: "Mailbox or maildir/ below the user's home directory")
    }

    public static var mailSpoolDirectory: Self {
        Self(
            "mail_spool_directory", default: "/var/mail", programs: "local virtual",
            summary: "Directory of UNIX mailboxes, or of maildirs with a trailing /")
    }
}

extension Parameter where Value == TextTemplate {
    public static var commandExecutionDirectory: Self {
        Self(
            "command_execution_directory", default: "", meaning: "path", isRaw: true, since: "2.2",
            programs: "local",
            summary: "Working directory of external commands run by local(8); expanded per recipient")
    }

    public static var forwardPath: Self {
        Self(
            "forward_path", default: "$home/.forward${recipient_delimiter}${extension}, $home/.forward",
            meaning: "path list", isRaw: true, programs: "local",
            summary: "Search path for .forward files; expanded per recipient")
    }

    public static var luserRelay: Self {
        Self(
            "luser_relay", default: "", meaning: "address", isRaw: true, programs: "local",
            summary: "Address that gets mail for unknown local users; expanded per recipient")
    }

    public static var mailboxCommand: Self {
        Self(
            "mailbox_command", default: "", meaning: "command", isRaw: true, programs: "local",
            summary: "External command for mailbox delivery")
    }
}

extension Parameter where Value == String {
    public static var commandExpansionFilter: Self {
        Self(
            "command_expansion_filter",
            default: "1234567890!@%-_=+:,./abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
            minimum: 1, meaning: "character set", programs: "local",
            summary:
                "Characters that local(8) lets through when it expands $name in commands; others become _")
    }

    public static var executionDirectoryExpansionFilter: Self {
        Self(
            "execution_directory_expansion_filter",
            default: "1234567890!@%-_=+:,./abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
            minimum: 1, meaning: "character set", since: "2.2", programs: "local",
            summary: "Characters allowed in $name expansions of command_execution_directory")
    }

    public static var forwardExpansionFilter: Self {
        Self(
            "forward_expansion_filter",
            default: "1234567890!@%-_=+:,./abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
            minimum: 1, meaning: "character set", programs: "local",
            summary: "Characters allowed in $name expansions of forward_path")
    }

    public static var mailboxTransport: Self {
        Self(
            "mailbox_transport", default: "", meaning: "transport:nexthop", programs: "local",
            summary: "Transport that takes over all mailbox delivery from local(8)")
    }
}

extension Parameter where Value == Duration {
    public static var commandTimeLimit: Self {
        Self(
            "command_time_limit", default: "1000s", unit: .seconds, minimum: 1,
            programs: "local pipe spawn", summary: "Time limit for external delivery commands")
    }

    public static var deliverLockDelay: Self {
        Self(
            "deliver_lock_delay", default: "1s", unit: .seconds, minimum: 1, programs: "*",
            summary: "Pause between lock attempts")
    }

    public static var staleLockTime: Self {
        Self(
            "stale_lock_time", default: "500s", unit: .seconds, minimum: 1, programs: "*",
            summary: "Age at which a mailbox lock file is removed")
    }
}

extension Parameter where Value == UserName {
    public static var defaultPrivs: Self {
        Self(
            "default_privs", default: "nobody", minimum: 1, programs: "*",
            summary: "User whose rights local(8) uses for commands and files from root-owned aliases")
    }
}

extension Parameter where Value == Int {
    public static var deliverLockAttempts: Self {
        Self(
            "deliver_lock_attempts", default: "20", minimum: 1, programs: "*",
            summary: "Attempts to lock a mailbox or bounce log")
    }

    public static var duplicateFilterLimit: Self {
        Self(
            "duplicate_filter_limit", default: "1000", programs: "cleanup local showq",
            summary: "Addresses the duplicate filter remembers; 0 means no limit")
    }

    public static var localDestinationConcurrencyLimit: Self {
        Self(
            "local_destination_concurrency_limit", default: "2", programs: "oqmgr qmgr",
            summary: "Parallel deliveries to the same local recipient")
    }

    public static var localDestinationRecipientLimit: Self {
        Self(
            "local_destination_recipient_limit", default: "1", programs: "oqmgr qmgr",
            summary: "Recipients per delivery request to local(8)")
    }
}

extension Parameter where Value == WordList {
    public static var exportEnvironment: Self {
        Self(
            "export_environment", default: "TZ MAIL_CONFIG LANG", meaning: "name or name=value",
            programs: "* local nbdb_reindexd pipe spawn",
            summary: "Environment passed to non-Postfix processes")
    }
}

extension Parameter where Value == CommandLine {
    public static var localCommandShell: Self {
        Self(
            "local_command_shell", default: "", meaning: "shell", programs: "local",
            summary: "Shell for external commands run by local(8)")
    }
}

extension Parameter where Value == ByteCount {
    public static var mailboxSizeLimit: Self {
        Self(
            "mailbox_size_limit", default: "51200000", programs: "local",
            summary: "Largest mailbox or file that local(8) writes; 0 means no limit")
    }
}

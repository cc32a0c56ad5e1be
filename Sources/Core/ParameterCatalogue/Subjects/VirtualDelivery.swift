// Parameters: virtual, pipe and spawn.

extension Parameter where Value == TableList {
    public static var pipeDeliveryStatusFilter: Self {
        Self(
            "pipe_delivery_status_filter", default: "$default_delivery_status_filter", meaning: "content",
            since: "3.0", programs: "pipe",
            summary: "Tables that may rewrite the status of pipe(8) deliveries")
    }

    public static var virtualDeliveryStatusFilter: Self {
        Self(
            "virtual_delivery_status_filter", default: "$default_delivery_status_filter",
            meaning: "content", since: "3.0", programs: "virtual",
            summary: "Tables that may rewrite the status of virtual(8) deliveries")
    }

    public static var virtualGIDMaps: Self {
        Self(
            "virtual_gid_maps", default: "", since: "1.1", programs: "virtual",
            summary: "Numerical group ID per virtual mailbox recipient")
    }

    public static var virtualMailboxMaps: Self {
        Self(
            "virtual_mailbox_maps", default: "", since: "1.1",
            programs: "proxymap smtpd trivial-rewrite virtual",
            summary: "Mailbox path per recipient, and list of valid recipients")
    }

    public static var virtualUIDMaps: Self {
        Self(
            "virtual_uid_maps", default: "", since: "1.1", programs: "virtual",
            summary: "Numerical user ID per virtual mailbox recipient")
    }
}

extension Parameter where Value == Int {
    public static var virtualDestinationConcurrencyLimit: Self {
        Self(
            "virtual_destination_concurrency_limit", default: "$default_destination_concurrency_limit",
            programs: "qmgr oqmgr",
            summary: "Parallel deliveries to one destination over the virtual transport")
    }

    public static var virtualDestinationRecipientLimit: Self {
        Self(
            "virtual_destination_recipient_limit", default: "$default_destination_recipient_limit",
            programs: "qmgr oqmgr", summary: "Recipients per delivery over the virtual transport")
    }

    public static var virtualMinimumUID: Self {
        Self(
            "virtual_minimum_uid", default: "100", minimum: 1, since: "1.1", programs: "virtual",
            summary: "Smallest user ID accepted from virtual_uid_maps")
    }
}

extension Parameter where Value == PathName {
    public static var virtualMailboxBase: Self {
        Self(
            "virtual_mailbox_base", default: "", minimum: 1, since: "1.1", programs: "virtual",
            summary: "Prefix of all virtual mailbox paths")
    }
}

extension Parameter where Value == ByteCount {
    public static var virtualMailboxLimit: Self {
        Self(
            "virtual_mailbox_limit", default: "51200000", since: "1.1", programs: "virtual",
            summary: "Largest virtual mailbox; 0 means no limit")
    }
}

extension Parameter where Value == KeywordSet {
    public static var virtualMailboxLock: Self {
        Self(
            "virtual_mailbox_lock", default: "fcntl, dotlock", minimum: 1,
            allowed: "flock, fcntl, dotlock", since: "1.1", programs: "virtual",
            summary: "How virtual mailboxes are locked")
    }
}

/// What is known of the programs that services run (master(5), the manual page of each program).
enum KnownPrograms {
    static let all: Set<String> = [
        "anvil", "bounce", "cleanup", "discard", "dnsblog", "error", "flush", "lmtp", "local",
        "nbdb_reindexd",
        "oqmgr", "pickup", "pipe", "postlogd", "postscreen", "proxymap", "qmgr", "qmqpd", "scache", "showq",
        "smtp", "smtpd", "spawn", "tlsmgr", "tlsproxy", "trivial-rewrite", "verify", "virtual",
    ]

    /// Programs that run once.
    static let single: Set<String> = [
        "qmgr", "oqmgr", "pickup", "tlsmgr", "verify", "scache", "anvil", "postscreen", "postlogd",
        "nbdb_reindexd",
    ]

    /// Programs that must not be limited.
    static let unlimited: Set<String> = ["bounce", "cleanup", "dnsblog", "flush", "tlsproxy"]

    /// Programs that act for users, as root.
    static let privileged: Set<String> = ["local", "pipe", "virtual", "spawn", "nbdb_reindexd"]

    /// Programs that need the whole file system.
    static let unconfined: Set<String> = ["local", "pipe", "spawn", "virtual", "proxymap"]

    /// Programs that know what a wakeup is.
    static let woken: Set<String> = ["pickup", "qmgr", "oqmgr", "flush", "tlsmgr"]

    /// Programs that deliver mail: their services are transports.
    static let delivering: Set<String> = ["smtp", "lmtp", "local", "virtual", "pipe", "error", "discard"]

    /// Names of services in master.cf as it is delivered, the ones in comments too.
    static let stockServices: Set<String> = [
        "anvil", "bounce", "bsmtp", "cleanup", "cyrus", "defer", "discard", "dnsblog", "error", "flush",
        "ifmail", "lmtp", "local", "maildrop", "mailman", "nbdb_reindex", "old-cyrus", "pickup", "postlog",
        "proxymap", "proxywrite", "qmgr", "relay", "retry", "rewrite", "scache", "scalemail-backend", "showq",
        "smtp", "smtpd", "tlsmgr", "tlsproxy", "trace", "uucp", "verify", "virtual",
    ]
}

// Parameters: Names of services.

extension Parameter where Value == String {
    public static var connectionCacheServiceName: Self {
        Self(
            "connection_cache_service_name", default: "scache", minimum: 1, meaning: "service name",
            since: "2.2", programs: "lmtp smtp", summary: "master.cf name of the scache(8) service")
    }

    public static var deferServiceName: Self {
        Self(
            "defer_service_name", default: "defer", minimum: 1, meaning: "service name", since: "2.0",
            programs: "*", summary: "master.cf name of the defer log service")
    }

    public static var errorServiceName: Self {
        Self(
            "error_service_name", default: "error", minimum: 1, meaning: "service name", since: "2.0",
            programs: "*", summary: "master.cf name of the error(8) service")
    }

    public static var flushServiceName: Self {
        Self(
            "flush_service_name", default: "flush", minimum: 1, meaning: "service name", since: "2.0",
            programs: "*", summary: "master.cf name of the flush(8) service")
    }

    public static var nonBDBMigrationServiceName: Self {
        Self(
            "non_bdb_migration_service_name", default: "nbdb_reindex", meaning: "service name",
            since: "3.11", programs: "*", summary: "master.cf name of the re-indexing service")
    }

    public static var pickupServiceName: Self {
        Self(
            "pickup_service_name", default: "pickup", minimum: 1, meaning: "service name", since: "2.0",
            programs: "* postdrop", summary: "master.cf name of the pickup(8) service")
    }

    public static var postlogServiceName: Self {
        Self(
            "postlog_service_name", default: "postlog", minimum: 1, meaning: "service name", since: "3.4",
            programs: "*", summary: "master.cf name of the postlogd(8) service")
    }

    public static var proxymapServiceName: Self {
        Self(
            "proxymap_service_name", default: "proxymap", minimum: 1, meaning: "service name",
            since: "2.6", programs: "*", summary: "master.cf name of the read-only proxymap service")
    }

    public static var proxywriteServiceName: Self {
        Self(
            "proxywrite_service_name", default: "proxywrite", minimum: 1, meaning: "service name",
            since: "2.6", programs: "*", summary: "master.cf name of the read-write proxymap service")
    }

    public static var queueServiceName: Self {
        Self(
            "queue_service_name", default: "qmgr", minimum: 1, meaning: "service name", since: "2.0",
            programs: "* cleanup flush", summary: "master.cf name of the queue manager")
    }

    public static var rewriteServiceName: Self {
        Self(
            "rewrite_service_name", default: "rewrite", minimum: 1, meaning: "service name", since: "2.0",
            programs: "*", summary: "master.cf name of trivial-rewrite(8)")
    }

    public static var showqServiceName: Self {
        Self(
            "showq_service_name", default: "showq", minimum: 1, meaning: "service name", since: "2.0",
            programs: "* postqueue", summary: "master.cf name of the showq(8) service")
    }

    public static var traceServiceName: Self {
        Self(
            "trace_service_name", default: "trace", minimum: 1, meaning: "service name", since: "2.1",
            programs: "*", summary: "master.cf name of the trace log service")
    }
}

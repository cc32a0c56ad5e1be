/// A system that keeps tables, and the settings that its tables have (ldap_table(5), mysql_table(5), ...).
enum DatabaseKind: String {
    case ldap, mysql, pgsql, sqlite, memcache, mongodb

    /// The names of the settings.
    var suffixes: Set<String> {
        switch self {
        case .ldap:
            [
                "bind", "bind_dn", "bind_pw", "cache", "cache_expiry", "cache_size", "chase_referrals",
                "debuglevel", "dereference", "domain", "expansion_limit", "leaf_result_attribute",
                "query_filter", "recursion_limit", "result_attribute", "result_filter", "result_format",
                "sasl_authz_id", "sasl_mechs", "sasl_minssf", "sasl_realm", "scope", "search_base",
                "server_host", "server_port", "size_limit", "special_result_attribute", "start_tls",
                "terminal_result_attribute", "timeout", "tls_ca_cert_dir", "tls_ca_cert_file", "tls_cert",
                "tls_cipher_suite", "tls_key", "tls_random_file", "tls_require_cert", "version",
            ]
        case .mysql:
            Self.relational.union([
                "charset", "hosts", "idle_interval", "option_file", "option_group", "password",
                "require_result_set", "retry_interval", "tls_CAfile", "tls_CApath", "tls_cert_file",
                "tls_ciphers", "tls_key_file", "tls_verify_cert", "user",
            ])
        case .pgsql:
            Self.relational.union([
                "encoding", "hosts", "idle_interval", "password", "retry_interval", "select_function", "user",
            ])
        case .sqlite: Self.relational.subtracting(["dbname"]).union(["dbpath"])
        case .memcache:
            [
                "backup", "data_size_limit", "domain", "flags", "key_format", "line_size_limit", "max_try",
                "memcache", "retry_pause", "timeout", "ttl",
            ]
        case .mongodb:
            [
                "collection", "dbname", "domain", "expansion_limit", "projection", "query_filter",
                "result_attribute", "result_format", "uri",
            ]
        }
    }

    private static let relational: Set = [
        "additional_conditions", "dbname", "domain", "expansion_limit", "query", "result_format",
        "select_field", "table", "where_field",
    ]
}

/// Where Debian's Postfix 3.7.11 and ours list other parameters, or other defaults.
enum KnownDifferences {
    /// Parameters that came after 3.7, and those that went.
    static let otherVersions: Set<String> = [
        "allow_srv_lookup_fallback", "default_cache_db_type", "force_mime_input_conversion",
        "full_name_encoding_charset", "ignore_srv_lookup_error", "lmtp_log_tls_feature_status",
        "lmtp_requiretls_policy", "lmtp_sasl_password_result_delimiter", "lmtp_tls_enable_rpk",
        "lmtp_tls_enforce_sts_mx_patterns", "lmtp_tls_loglevel_maps", "lmtp_tls_trace_size_limit",
        "lmtp_tlsrpt_enable", "lmtp_tlsrpt_skip_reused_handshakes", "lmtp_tlsrpt_socket_name",
        "maillog_file_permissions", "non_bdb_custom_mapping", "non_bdb_migration_allow_root_prefixes",
        "non_bdb_migration_allow_user_prefixes", "non_bdb_migration_level", "non_bdb_migration_log_redirect",
        "non_bdb_migration_service_name", "non_empty_end_of_header_action", "relocated_prefix_enable",
        "requiretls_enable", "requiretls_esmtp_header", "requiretls_redact_dsn",
        "smtp_log_tls_feature_status",
        "smtp_requiretls_policy", "smtp_sasl_password_result_delimiter", "smtp_tls_enable_rpk",
        "smtp_tls_enforce_sts_mx_patterns", "smtp_tls_loglevel_maps", "smtp_tls_trace_size_limit",
        "smtp_tlsrpt_enable", "smtp_tlsrpt_skip_reused_handshakes", "smtp_tlsrpt_socket_name",
        "smtpd_client_ipv4_prefix_length", "smtpd_client_ipv6_prefix_length", "smtpd_hide_client_session",
        "smtpd_reject_filter_maps", "smtpd_tls_enable_rpk", "smtpd_tls_loglevel_maps",
        "smtpd_tls_trace_size_limit", "socketmap_max_query_size", "socketmap_max_reply_size",
        "tls_ffdhe_auto_groups", "tls_legacy_public_key_fingerprints", "tls_required_enable",
        "tls_trace_rate_limit", "tls_trust_server_ccerts", "tlsproxy_client_loglevel_parameter",
        "tlsproxy_tls_enable_rpk", "use_srv_lookup",
    ]

    /// Defaults that are others since 3.7.
    static let otherDefaults: Set<String> = [
        "import_environment", "milter_default_action", "proxy_read_maps", "smtp_tls_dane_insecure_mx_policy",
        "smtp_tls_security_level", "smtpd_forbid_bare_newline", "smtpd_forbid_unauth_pipelining",
        "tls_eecdh_auto_curves", "tls_export_cipherlist", "tls_high_cipherlist", "tls_low_cipherlist",
        "tls_medium_cipherlist", "tls_null_cipherlist", "tlsproxy_client_policy_maps",
        "tlsproxy_client_security_level", "address_verify_map", "alias_database", "alias_maps",
        "postscreen_cache_map",
    ]

    /// What Debian sets when it builds, and what is ours: names, versions, places, the default type of tables.
    static let otherBuilds: Set<String> = [
        "compiled_directory", "daemon_directory", "default_database_type", "html_directory", "mail_name",
        "mail_release_date", "mail_version", "manpage_directory", "readme_directory", "process_id",
    ]

    /// Values that hold one of the others when they are expanded.
    static let dependent: Set<String> = [
        "local_recipient_maps", "milter_macro_v", "proxy_write_maps", "postscreen_greet_banner",
        "smtpd_banner",
        "smtpd_sender_login_maps",
    ]

    /// Whether a listing shows the same line for a parameter.
    static func isAlike(_ name: String, isExpanded: Bool) -> Bool {
        // postscreen's own TLS parameters came with 3.12; Debian's list has none of them.
        let isNewer = name.hasPrefix("postscreen_tls_") || name == "postscreen_starttls_timeout"
        return !isNewer && !otherVersions.contains(name) && !otherDefaults.contains(name)
            && !otherBuilds.contains(name) && !(isExpanded && dependent.contains(name))
    }
}

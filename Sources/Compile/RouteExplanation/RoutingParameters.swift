/// The parameters that decide where mail goes and whether the server takes it.
enum RoutingParameters {
    /// Those that nothing can be said without: a mistake in one of them is the end. Of all others the defaults stand in
    /// where there is a mistake, and it is a warning.
    static let needed: Set<String> = [
        "access_map_defer_code", "access_map_reject_code", "address_verify_sender", "alias_maps",
        "allow_min_user", "allow_percent_hack", "always_bcc", "append_at_myorigin", "append_dot_mydomain",
        "canonical_classes", "canonical_maps", "cleanup_service_name", "default_transport", "defer_code",
        "double_bounce_sender", "empty_address_default_transport_maps_lookup_key",
        "empty_address_recipient", "empty_address_relayhost_maps_lookup_key",
        "enable_idna2003_compatibility", "fallback_transport", "fallback_transport_maps", "forward_path",
        "header_checks", "home_mailbox", "inet_interfaces", "inet_protocols",
        "invalid_hostname_reject_code", "local_header_rewrite_clients", "local_recipient_maps",
        "local_transport", "luser_relay", "mail_spool_directory", "mailbox_command", "mailbox_command_maps",
        "mailbox_transport", "mailbox_transport_maps", "masquerade_classes", "masquerade_domains",
        "masquerade_exceptions", "mydestination", "mydomain", "myhostname", "mynetworks", "myorigin",
        "non_fqdn_reject_code", "owner_request_special", "parent_domain_matches_subdomains",
        "plaintext_reject_code", "propagate_unmatched_extensions", "proxy_interfaces", "recipient_bcc_maps",
        "recipient_canonical_classes", "recipient_canonical_maps", "recipient_delimiter", "reject_code",
        "relay_domains", "relay_domains_reject_code", "relay_recipient_maps", "relay_transport",
        "relayhost", "relocated_maps", "relocated_prefix_enable", "remote_header_rewrite_domain",
        "resolve_dequoted_address", "resolve_null_domain", "resolve_numeric_domain", "rewrite_service_name",
        "sender_bcc_maps", "sender_canonical_classes", "sender_canonical_maps",
        "sender_dependent_default_transport_maps", "sender_dependent_relayhost_maps",
        "show_user_unknown_table_name", "smtp_generic_maps", "smtpd_client_restrictions",
        "smtpd_delay_reject", "smtpd_helo_restrictions", "smtpd_null_access_lookup_key",
        "smtpd_recipient_restrictions", "smtpd_reject_unlisted_recipient", "smtpd_reject_unlisted_sender",
        "smtpd_relay_before_recipient_restrictions", "smtpd_relay_restrictions",
        "smtpd_restriction_classes", "smtpd_sasl_auth_enable", "smtpd_sender_restrictions",
        "smtputf8_enable", "soft_bounce", "swap_bangpath", "transport_maps",
        "unknown_local_recipient_reject_code", "unknown_relay_recipient_reject_code",
        "unknown_virtual_alias_reject_code", "unknown_virtual_mailbox_reject_code",
        "virtual_alias_address_length_limit", "virtual_alias_domains", "virtual_alias_expansion_limit",
        "virtual_alias_maps", "virtual_alias_recursion_limit", "virtual_mailbox_domains",
        "virtual_mailbox_maps", "virtual_transport",
    ]

    /// Those that only tell whether clients can use TLS.
    static let ofTLS: Set<String> = [
        "smtpd_enforce_tls", "smtpd_tls_security_level", "smtpd_tls_wrappermode", "smtpd_use_tls",
    ]
}

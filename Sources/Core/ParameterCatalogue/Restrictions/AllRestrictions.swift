extension RestrictionCatalogue {
    /// All restrictions, sorted by name (postconf(5), `smtpd_client_restrictions` and its kin).
    public static let all: [RestrictionDefinition] = [
        RestrictionDefinition("check_ccert_access", .table, phases: .all),
        RestrictionDefinition("check_client_a_access", .table, phases: .all),
        RestrictionDefinition("check_client_access", .table, phases: .all),
        RestrictionDefinition("check_client_mx_access", .table, phases: .all),
        RestrictionDefinition("check_client_ns_access", .table, phases: .all),
        RestrictionDefinition("check_etrn_access", .table, phases: [.etrn]),
        RestrictionDefinition(
            "check_helo_a_access", .table,
            phases: [.helo, .sender, .relay, .recipient, .data, .endOfData, .etrn], delayed: [.client]),
        RestrictionDefinition(
            "check_helo_access", .table,
            phases: [.helo, .sender, .relay, .recipient, .data, .endOfData, .etrn], delayed: [.client]),
        RestrictionDefinition(
            "check_helo_mx_access", .table,
            phases: [.helo, .sender, .relay, .recipient, .data, .endOfData, .etrn], delayed: [.client]),
        RestrictionDefinition(
            "check_helo_ns_access", .table,
            phases: [.helo, .sender, .relay, .recipient, .data, .endOfData, .etrn], delayed: [.client]),
        RestrictionDefinition("check_policy_service", .endpoint, phases: .all),
        RestrictionDefinition(
            "check_recipient_a_access", .table, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender]),
        RestrictionDefinition(
            "check_recipient_access", .table, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender]),
        RestrictionDefinition(
            "check_recipient_maps", .none, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender], fate: .alias, replacement: "reject_unlisted_recipient"),
        RestrictionDefinition(
            "check_recipient_mx_access", .table, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender]),
        RestrictionDefinition(
            "check_recipient_ns_access", .table, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender]),
        RestrictionDefinition(
            "check_relay_domains", .none, fate: .removed, replacement: "reject_unauth_destination",
            guardsRelay: true),
        RestrictionDefinition("check_reverse_client_hostname_a_access", .table, phases: .all),
        RestrictionDefinition("check_reverse_client_hostname_access", .table, phases: .all),
        RestrictionDefinition("check_reverse_client_hostname_mx_access", .table, phases: .all),
        RestrictionDefinition("check_reverse_client_hostname_ns_access", .table, phases: .all),
        RestrictionDefinition("check_sasl_access", .table, phases: .all),
        RestrictionDefinition(
            "check_sender_a_access", .table, phases: [.sender, .relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo]),
        RestrictionDefinition(
            "check_sender_access", .table, phases: [.sender, .relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo]),
        RestrictionDefinition(
            "check_sender_mx_access", .table, phases: [.sender, .relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo]),
        RestrictionDefinition(
            "check_sender_ns_access", .table, phases: [.sender, .relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo]),
        RestrictionDefinition("defer", .none, phases: .all, guardsRelay: true),
        RestrictionDefinition("defer_if_permit", .none, phases: .all, guardsRelay: true),
        RestrictionDefinition("defer_if_reject", .none, phases: .all),
        RestrictionDefinition(
            "defer_unauth_destination", .none, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender], guardsRelay: true),
        RestrictionDefinition("permit", .none, phases: .all),
        RestrictionDefinition(
            "permit_auth_destination", .none, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender]),
        RestrictionDefinition("permit_dnswl_client", .domain, phases: .all),
        RestrictionDefinition("permit_inet_interfaces", .none, phases: .all),
        RestrictionDefinition(
            "permit_mx_backup", .none, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender], fate: .deprecated),
        RestrictionDefinition("permit_mynetworks", .none, phases: .all),
        RestrictionDefinition(
            "permit_naked_ip_address", .none, fate: .removed, replacement: "permit_mynetworks"),
        RestrictionDefinition("permit_rhswl_client", .domain, phases: .all),
        RestrictionDefinition("permit_sasl_authenticated", .none, phases: .all),
        RestrictionDefinition("permit_tls_all_clientcerts", .none, phases: .all),
        RestrictionDefinition("permit_tls_clientcerts", .none, phases: .all),
        RestrictionDefinition("reject", .none, phases: .all, guardsRelay: true),
        RestrictionDefinition(
            "reject_authenticated_sender_login_mismatch", .none,
            phases: [.sender, .relay, .recipient, .data, .endOfData], delayed: [.client, .helo]),
        RestrictionDefinition(
            "reject_invalid_helo_hostname", .none,
            phases: [.helo, .sender, .relay, .recipient, .data, .endOfData, .etrn], delayed: [.client]),
        RestrictionDefinition(
            "reject_invalid_hostname", .none,
            phases: [.helo, .sender, .relay, .recipient, .data, .endOfData, .etrn], delayed: [.client],
            fate: .alias, replacement: "reject_invalid_helo_hostname"),
        RestrictionDefinition(
            "reject_known_sender_login_mismatch", .none,
            phases: [.sender, .relay, .recipient, .data, .endOfData], delayed: [.client, .helo]),
        RestrictionDefinition("reject_maps_rbl", .none, fate: .removed, replacement: "reject_rbl_client"),
        RestrictionDefinition(
            "reject_multi_recipient_bounce", .none, phases: [.recipient, .data, .endOfData]),
        RestrictionDefinition(
            "reject_non_fqdn_helo_hostname", .none,
            phases: [.helo, .sender, .relay, .recipient, .data, .endOfData, .etrn], delayed: [.client]),
        RestrictionDefinition(
            "reject_non_fqdn_hostname", .none,
            phases: [.helo, .sender, .relay, .recipient, .data, .endOfData, .etrn], delayed: [.client],
            fate: .alias, replacement: "reject_non_fqdn_helo_hostname"),
        RestrictionDefinition(
            "reject_non_fqdn_recipient", .none, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender]),
        RestrictionDefinition(
            "reject_non_fqdn_sender", .none, phases: [.sender, .relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo]),
        RestrictionDefinition("reject_plaintext_session", .none, phases: .all),
        RestrictionDefinition(
            "reject_rbl", .domain, phases: .all, fate: .alias, replacement: "reject_rbl_client"),
        RestrictionDefinition("reject_rbl_client", .domain, phases: .all),
        RestrictionDefinition("reject_rhsbl_client", .domain, phases: .all),
        RestrictionDefinition(
            "reject_rhsbl_helo", .domain,
            phases: [.helo, .sender, .relay, .recipient, .data, .endOfData, .etrn], delayed: [.client]),
        RestrictionDefinition(
            "reject_rhsbl_recipient", .domain, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender]),
        RestrictionDefinition("reject_rhsbl_reverse_client", .domain, phases: .all),
        RestrictionDefinition(
            "reject_rhsbl_sender", .domain, phases: [.sender, .relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo]),
        RestrictionDefinition(
            "reject_sender_login_mismatch", .none, phases: [.sender, .relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo]),
        RestrictionDefinition(
            "reject_unauth_destination", .none, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender], guardsRelay: true),
        RestrictionDefinition("reject_unauth_pipelining", .none, phases: .all),
        RestrictionDefinition(
            "reject_unauthenticated_sender_login_mismatch", .none,
            phases: [.sender, .relay, .recipient, .data, .endOfData], delayed: [.client, .helo]),
        RestrictionDefinition(
            "reject_unknown_address", .none, phases: [.sender, .relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo], fate: .alias, replacement: "reject_unknown_sender_domain"),
        RestrictionDefinition(
            "reject_unknown_client", .none, phases: .all, fate: .alias,
            replacement: "reject_unknown_client_hostname"),
        RestrictionDefinition("reject_unknown_client_hostname", .none, phases: .all),
        RestrictionDefinition(
            "reject_unknown_helo_hostname", .none,
            phases: [.helo, .sender, .relay, .recipient, .data, .endOfData, .etrn], delayed: [.client]),
        RestrictionDefinition(
            "reject_unknown_hostname", .none,
            phases: [.helo, .sender, .relay, .recipient, .data, .endOfData, .etrn], delayed: [.client],
            fate: .alias, replacement: "reject_unknown_helo_hostname"),
        RestrictionDefinition(
            "reject_unknown_recipient_domain", .none, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender]),
        RestrictionDefinition("reject_unknown_reverse_client_hostname", .none, phases: .all),
        RestrictionDefinition(
            "reject_unknown_sender_domain", .none, phases: [.sender, .relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo]),
        RestrictionDefinition(
            "reject_unlisted_recipient", .none, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender]),
        RestrictionDefinition(
            "reject_unlisted_sender", .none, phases: [.sender, .relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo]),
        RestrictionDefinition(
            "reject_unverified_recipient", .none, phases: [.relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo, .sender]),
        RestrictionDefinition(
            "reject_unverified_sender", .none, phases: [.sender, .relay, .recipient, .data, .endOfData],
            delayed: [.client, .helo]),
        RestrictionDefinition("sleep", .number, phases: .all),
        RestrictionDefinition("warn_if_reject", .prefix, phases: .all),
    ]
}

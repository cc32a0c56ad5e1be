import TableSources

/// A result with `$1` where results must not depend on what strangers send.
struct RefusedSubstitution: Rule {
    static let documentation = RuleDocumentation(
        "table/substitution", .error, "A $1 where Postfix refuses it",
        what: """
            The result of a pattern has `$1` or `${1}`, and the table is one whose results must not be made of what a
            stranger sends: transports, aliases, commands, users and groups.
            """,
        why: "The rule is left out, so mail goes another way than the one that was written.",
        atRunTime: """
            `warning: regexp map transport.regexp, line 1: regular expression substitution is not allowed: skipping this
            rule`.
            """,
        mend:
            "Write a rule for each result, or rewrite the address first with `virtual_alias_maps` or `canonical_maps`."
    )

    /// Tables without substitution.
    private static let parameters: Set<String> = [
        "address_verify_sender_dependent_default_transport_maps",
        "address_verify_sender_dependent_relayhost_maps", "address_verify_transport_maps", "alias_maps",
        "fallback_transport_maps", "mailbox_command_maps", "mailbox_transport_maps",
        "sender_dependent_default_transport_maps", "sender_dependent_relayhost_maps", "transport_maps",
        "virtual_gid_maps", "virtual_uid_maps",
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.patternTables {
            guard let use = table.uses.first(where: { isRefused($0) }) else { continue }
            for statement in table.statements {
                guard case .rule(_, _, let result) = statement.action, result.template.largestGroup > 0
                else { continue }
                let start = result.offsetOfLargestGroup
                findings.add(
                    at: table.range(start..<start + 2, statement),
                    "\(use.parameter) takes no text of the address, so this rule is left out",
                    notes: [use.word.nearestRange.map { Finding.Note("the table is named here", at: $0) }]
                        .compactMap { $0 })
            }
        }
    }

    private func isRefused(_ use: TableUse) -> Bool {
        guard use.parameter == "virtual_mailbox_maps" else { return Self.parameters.contains(use.parameter) }
        return use.services.contains { $0.command.string == "virtual" }
    }
}

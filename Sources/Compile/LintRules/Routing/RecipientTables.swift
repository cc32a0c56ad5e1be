import ConfigurationSemantics

/// A class of addresses whose recipients nobody knows.
struct RecipientTables: Rule {
    static let documentation = RuleDocumentation(
        "routing/no-recipient-table", .warning, "Domains whose recipients are not known",
        what: """
            `relay_domains` has domains and `relay_recipient_maps` is empty, `virtual_mailbox_domains` has domains and
            `virtual_mailbox_maps` is empty, or `local_recipient_maps` was made empty while `mydestination` is not. Nothing
            is found where recipients are verified (`reject_unverified_recipient`), nor for domains of `relay_domains` that
            `mydestination` has, too: they are local.
            """,
        why: """
            Mail to addresses that do not exist is accepted and bounced later, to senders who are forged: the server becomes
            a source of backscatter and is put on block lists.
            """,
        atRunTime: "Nothing is said; every address of the domains is accepted.",
        mend: "List the recipients, or add `reject_unverified_recipient` to `smtpd_recipient_restrictions`.")

    private static let lists = [
        "smtpd_relay_restrictions", "smtpd_recipient_restrictions", "smtpd_data_restrictions",
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        let scope = context.main
        let servers = context.services(running: "smtpd")
        if context.hasMaster, servers.isEmpty { return }
        guard !(servers.isEmpty ? [scope] : servers).allSatisfy({ verifies($0, context) }) else { return }
        let relayed = scope.words("relay_domains").filter { $0.parameter == "relay_domains" }
        let local = ClassDomains(.local, context)
        let first = relayed.first { !local.contains(Array($0.text.utf8)[...]) }
        if let first, scope.words("relay_recipient_maps").isEmpty {
            findings.add(
                at: first.nearestRange,
                "any recipient in these domains is accepted: relay_recipient_maps is empty")
        }
        if let first = scope.words("virtual_mailbox_domains").first,
            scope.words("virtual_mailbox_maps").isEmpty,
            !Self.isRefused(scope.text("virtual_transport"))
        {
            findings.add(
                at: first.nearestRange,
                "any recipient in these domains is accepted: virtual_mailbox_maps is empty")
        }
        if let setting = scope.explicitSetting("local_recipient_maps"),
            scope.words("local_recipient_maps").isEmpty,
            !scope.words("mydestination").isEmpty, !isForwarded(scope)
        {
            findings.add(
                at: emptyRange(setting, scope, context),
                "any recipient in mydestination is accepted: local_recipient_maps is empty")
        }
    }

    /// The name of the parameter, because there is no value.
    private func emptyRange(_ setting: Setting, _ scope: ServiceScope, _ context: LintContext) -> SourceRange?
    {
        context.writtenSettings.first { $0.name == "local_recipient_maps" }?.nameRange
            ?? scope.range(of: setting)
    }

    private func verifies(_ scope: ServiceScope, _ context: LintContext) -> Bool {
        Self.lists.contains { list in
            context.restrictions(list, scope).contains {
                $0.definition?.name == "reject_unverified_recipient"
                    || $0.definition?.name == "check_policy_service"
            }
        }
    }

    private static func isRefused(_ transport: String) -> Bool { transport.hasPrefix("error") }

    /// Whether local mail is refused or goes to another machine, which knows its recipients.
    private func isForwarded(_ scope: ServiceScope) -> Bool {
        let transport = scope.text("local_transport")
        return transport.hasPrefix("error") || transport.hasPrefix("smtp") || transport.hasPrefix("lmtp")
    }
}

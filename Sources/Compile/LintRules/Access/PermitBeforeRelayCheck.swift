import ByteScanning

/// A table that says OK before the check that keeps strangers from relaying.
struct PermitBeforeRelayCheck: Rule {
    static let documentation = RuleDocumentation(
        "relay/permit-before-check", .warning, "OK in an access table before the relay check",
        what: """
            A table of clients or recipients has rows that say OK, its restriction stands before
            `reject_unauth_destination` in the same list, and no other list has that check. Rows of recipients in
            domains that are handled here are left out. What makes the server an open relay is found by `relay/open`.
            """,
        why: """
            OK ends the list: whoever a row lets through the spam filters may send to any domain as well, and a row for
            `postmaster@` sends mail for the postmasters of all domains.
            """,
        atRunTime: "The mail is accepted and delivered without a word.",
        mend: """
            Put the relay check into `smtpd_relay_restrictions`, or before the table; or answer with DUNNO, or with
            `permit_auth_destination`, which lets mail in for domains that are handled here only.
            """)

    private static let guards: Set<String> = ["reject_unauth_destination", "defer_unauth_destination"]

    func check(_ context: LintContext, _ findings: inout Findings) {
        for service in RelayService.all(context) where RelayGuard.exists(service.scope) {
            let lists = ["smtpd_relay_restrictions", "smtpd_recipient_restrictions"].map {
                context.restrictions($0, service.scope)
            }
            let guarded = lists.filter { Self.guardIndex($0) != nil }
            guard guarded.count == 1, let steps = guarded.first, let end = Self.guardIndex(steps) else {
                continue
            }
            for step in steps[..<end] { check(step, before: steps[end], service.scope, context, &findings) }
        }
    }

    private static func guardIndex(_ steps: [RestrictionStep]) -> Int? {
        steps.firstIndex { step in
            step.definition.map { guards.contains($0.name) && !step.isWarningOnly } ?? false
        }
    }

    private func check(
        _ step: RestrictionStep, before guardStep: RestrictionStep, _ scope: ServiceScope,
        _ context: LintContext, _ findings: inout Findings
    ) {
        guard let name = step.definition?.name, let argument = step.argument,
            name == "check_client_access" || name == "check_recipient_access"
        else { return }
        let table = AccessTable(argument, restriction: name, scope, context)
        let rows = (table.rows(where: AccessAction.permits) ?? []).filter { row in
            name == "check_client_access"
                ? (row.network?.reach ?? .own) == .own : Self.isForeign(row.key, scope)
        }
        guard let row = rows.first else { return }
        let others = rows.count > 1 ? ", and \(rows.count - 1) more of this table" : ""
        let message =
            name == "check_client_access"
            ? "client \(Self.client(row)) may send to any domain\(others)"
            : "anybody may send to \(row.key)\(others)"
        findings.add(
            at: row.range ?? argument.nearestRange, message,
            notes: [
                Finding.Note("OK ends the list here", at: step.name.nearestRange),
                Finding.Note("so that nobody comes to the relay check", at: guardStep.name.nearestRange),
            ], help: "DUNNO goes on with the list, permit_auth_destination lets in what is for here")
    }

    private static func client(_ row: AccessTable.Row) -> String {
        guard let network = row.network else { return row.key }
        let isAddress =
            switch network {
            case .v4: network.length == 32
            case .v6: network.length == 128
            }
        return isAddress ? "\(network.firstAddress)" : "\(network)"
    }

    /// Whether a recipient is certainly in a domain of somebody else.
    private static func isForeign(_ key: String, _ scope: ServiceScope) -> Bool {
        if key.hasSuffix("@") { return true }
        var domain = key.lastIndex(of: "@").map { key[key.index(after: $0)...] } ?? key[...]
        if domain.hasPrefix(".") { domain = domain.dropFirst() }
        guard domain.contains(".") else { return false }
        let lists = ["mydestination", "relay_domains", "virtual_alias_domains", "virtual_mailbox_domains"]
        return lists.flatMap { scope.words($0).map(\.text) }.allSatisfy { word in
            guard !word.contains(":"), !word.contains("/"), !word.contains("$") else { return false }
            let word = foldedDomain(word)
            return domain != word && !domain.hasSuffix("." + word)
        }
    }

    private static func foldedDomain(_ word: String) -> String {
        String(decoding: foldedCase(Array(word.utf8).span, unicode: true), as: UTF8.self)
    }
}

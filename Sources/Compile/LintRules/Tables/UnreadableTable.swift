import TableFormat

/// A table that proxymap may not read.
struct UnreadableTable: Rule {
    static let documentation = RuleDocumentation(
        "table/unreadable", .error, "A table that the service may not read", needs: .machine,
        what: """
            Daemons open their tables while they are root, and may read any file. A `proxy:` table is opened by proxymap
            as `mail_owner` instead; this one belongs to root, and others may not read it.
            """,
        why: "Every lookup in the table fails.",
        atRunTime: "`error: open /etc/postfix/virtual: Permission denied`, and `451 4.3.0` or deferred mail.",
        mend: "Let `mail_owner` read the file, or take `proxy:` away.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let proxies = context.services(running: "proxymap").compactMap(\.service)
        guard context.files.describesSystem, proxies.contains(where: \.isUnprivileged) else { return }
        for use in context.tableUses where use.isProxied && use.role != .declaration {
            guard let table = use.table, let path = use.path else { continue }
            for file in table.indexFiles.isEmpty ? [path] : table.indexFiles where isClosed(file, context) {
                findings.add(
                    at: use.word.nearestRange, "\(file) is for root alone, and proxymap does not run as root",
                    severity: context.isSurelyRead(use) ? .error : .warning, notes: use.word.notes)
            }
        }
    }

    private func isClosed(_ file: String, _ context: LintContext) -> Bool {
        guard let facts = context.fileFacts(file) else { return false }
        return facts.owner == 0 && facts.group == 0 && facts.permissions & 0o004 == 0
    }
}

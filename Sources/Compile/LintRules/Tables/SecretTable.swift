import TableFormat

/// A password that everybody on the machine can read.
struct SecretTable: Rule {
    static let documentation = RuleDocumentation(
        "table/world-readable-secret", .warning, "A password that everybody may read",
        what: """
            A password stands in main.cf, which everybody may read, as a `static` or `inline` table; or, in the
            configuration of this machine, a table of passwords or the settings of a database client can be read by all.
            """,
        why: "Every user of the machine and every program on it can take the password and send mail with it.",
        atRunTime: "Nothing is said; Postfix reads such tables as root, before it gives up its rights.",
        mend: "Keep passwords in a file of mode 0600 that belongs to root; its index gets the same mode.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for use in context.tableUses {
            guard let table = use.table else { continue }
            if use.isSecret, table.type == .static || table.type == .inline {
                findings.add(
                    at: use.word.nearestRange, "a password stands in main.cf, which everybody may read",
                    notes: use.word.notes,
                    help: "move it to a file of mode 0600: lmdb:/etc/postfix/sasl_passwd")
            } else if context.files.describesSystem, let path = use.path, holdsSecrets(use, path, context) {
                for file in [path] + table.indexFiles where isOpen(file, context) {
                    findings.add(
                        at: use.word.nearestRange, "everybody may read the passwords in \(file)",
                        notes: use.word.notes, help: "chmod 600 \(file)")
                }
            }
        }
    }

    private func isOpen(_ file: String, _ context: LintContext) -> Bool {
        context.fileFacts(file).map { $0.isRegularFile && $0.permissions & 0o004 != 0 } ?? false
    }

    private func holdsSecrets(_ use: TableUse, _ path: String, _ context: LintContext) -> Bool {
        guard !use.isSecret else { return true }
        switch use.table?.type {
        case .ldap, .mysql, .pgsql, .mongodb:
            guard let text = context.readText(path) else { return false }
            return (1...text.count).contains { line in
                let line = String(decoding: text.text(ofLine: line), as: UTF8.self)
                return line.hasPrefix("password") || line.hasPrefix("bind_pw")
            }
        default: return false
        }
    }
}

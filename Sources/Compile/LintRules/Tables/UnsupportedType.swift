import ConfigurationSemantics
import TableFormat

/// A table of a type that the target does not have.
struct UnsupportedType: Rule {
    static let documentation = RuleDocumentation(
        "table/unsupported-type", .error, "A type of table that the target lacks",
        what: """
            The word before the colon is no type of table, or one that the target version does not have. `hash` and
            `btree` are noted where the target is Postfix: they need Berkeley DB, which more and more systems leave out.
            With the target Postroom, types that it does not answer are found.
            """,
        why: "The table is never opened, and each lookup in it fails.",
        atRunTime: "`error: unsupported dictionary type: hsah`, and `451 4.3.0` or deferred mail.",
        mend: "Write the type right, or use `lmdb`; `postconf -m` lists what a Postfix has.")

    /// Types and the version that brought them, for those that are newer than the oldest target.
    private static let newer: [TableType: PostfixVersion] = [
        .mongodb: PostfixVersion(major: 3, minor: 9), .debug: PostfixVersion(major: 3, minor: 11),
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        reportDefault(context, &findings)
        for use in context.tableUses {
            let range = use.word.nearestRange
            guard let table = use.table else {
                reportUnknown(use, context, &findings)
                continue
            }
            for type in use.wrappers + [table.type] {
                if let version = Self.newer[type], context.target.version < version {
                    findings.add(
                        at: range, "\(context.target) has no tables of type \(type.rawValue)",
                        severity: context.isSurelyRead(use) ? .error : .warning, notes: use.word.notes)
                }
            }
            if context.target.isPostroom {
                guard case .unserved(let advice) = table.type.kind else { continue }
                findings.add(
                    at: range, "Postroom answers no tables of type \(table.type.rawValue)",
                    severity: use.role == .declaration ? .warning : .error, notes: use.word.notes,
                    help: advice)
            } else if table.type == .hash || table.type == .btree, use.text.hasPrefix(table.type.rawValue) {
                findings.add(
                    at: use.range, "\(table.type.rawValue) needs a Postfix with Berkeley DB", severity: .note,
                    help: "lmdb:\(table.name), and run \(use.isAliasSource ? "postalias" : "postmap")")
            }
        }
    }

    /// `default_database_type`, which the default of `alias_maps` begins with.
    private func reportDefault(_ context: LintContext, _ findings: inout Findings) {
        let name = "default_database_type"
        let type = context.main.text(name)
        guard !type.isEmpty, TableType(rawValue: type) == nil else { return }
        let isUsed = !context.main.isSet("alias_maps") && context.running.contains("local")
        findings.add(
            at: context.main.range(of: name), "there are no tables of type \"\(type)\"",
            severity: isUsed || context.target.isPostroom ? .error : .warning,
            help: NearestName.of(type, in: TableType.allCases.map(\.rawValue)).map {
                "did you mean \"\($0)\"?"
            })
    }

    private func reportUnknown(_ use: TableUse, _ context: LintContext, _ findings: inout Findings) {
        let name = String(use.text.prefix { $0 != ":" })
        let meant = NearestName.of(name, in: TableType.allCases.map(\.rawValue))
        findings.add(
            at: use.word.nearestRange, "there are no tables of type \"\(name)\"",
            severity: context.isSurelyRead(use) ? .error : .warning, notes: use.word.notes,
            help: meant.map { "did you mean \"\($0)\"?" })
    }
}

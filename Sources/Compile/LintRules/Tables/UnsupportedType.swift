import ConfigurationSemantics
import TableFormat

/// A table of a type that the target does not have.
struct UnsupportedType: Rule {
    static let documentation = RuleDocumentation(
        "table/unsupported-type", .error, "A type of table that the target lacks",
        what: """
            The word before the colon is no type of table, or one that the target version does not have. From Postfix 3.11
            on, `hash` and `btree` are noted once for the whole configuration: they need Berkeley DB, which systems
            begin to leave out. Nothing is said of them where `non_bdb_migration_level` lets Postfix replace them. With the
            target Postroom, where both mean an LMDB index, types that it does not answer are found.
            """,
        why: "The table is never opened, and each lookup in it fails.",
        atRunTime: "`error: unsupported dictionary type: hsah`, and `451 4.3.0` or deferred mail.",
        mend: "Write the type right, or use `lmdb`; `postconf -m` lists what a Postfix has.")

    /// Types and the version that brought them, for those that are newer than the oldest target.
    private static let newer: [TableType: PostfixVersion] = [
        .mongodb: PostfixVersion(major: 3, minor: 9), .debug: PostfixVersion(major: 3, minor: 11),
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        reportUnserved(context, &findings)
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
        }
        if let tables = BerkeleyTables(context) {
            findings.add(at: tables.first, tables.message, severity: .note, help: tables.help)
        }
    }

    /// Types that Postroom does not answer; what to do instead is said once, at the first table in the order of the files.
    private func reportUnserved(_ context: LintContext, _ findings: inout Findings) {
        guard context.target.isPostroom else { return }
        func place(_ use: TableUse) -> (String, Int) {
            (use.word.nearestRange?.file ?? "", use.word.nearestRange?.bytes.lowerBound ?? 0)
        }
        var said: Set<String> = []
        for use in context.tableUses.sorted(by: { place($0) < place($1) }) {
            guard let range = use.word.nearestRange, let type = use.table?.type,
                case .unserved(let advice) = type.kind
            else { continue }
            findings.add(
                at: range, "Postroom answers no tables of type \(type.rawValue)",
                severity: use.role == .declaration ? .warning : .error, notes: use.word.notes,
                help: said.insert(advice).inserted ? advice : nil)
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

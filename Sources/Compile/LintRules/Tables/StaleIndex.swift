import ByteScanning
import LMDBStore
import TableFormat
import TableSources

/// An index that is not what its source says.
struct StaleIndex: Rule {
    static let documentation = RuleDocumentation(
        "table/stale-index", .warning, "An index that is older than its source",
        what: """
            The index beside the source of a map does not have what the source says. The content of `lmdb` indexes is
            compared; of other types the times, in the configuration of this machine.
            """,
        why: "The mail system goes on with the old answers, and nobody sees that a change had no effect.",
        atRunTime: """
            `warning: database /etc/postfix/virtual.lmdb is older than source file /etc/postfix/virtual` in the log, when
            the times show it; the old answer is given.
            """,
        mend: "Run postmap or postalias, and again after each change; `postroom build` does what is needed.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        // Postroom compiles what is stale before it starts.
        guard !context.target.isPostroom else { return }
        for table in context.mapTables {
            for use in table.uses where use.role != .declaration {
                guard let reference = use.table, let index = reference.indexFiles.first,
                    !context.files.isProvablyAbsent(index)
                else { continue }
                check(table, use, index, context, &findings)
            }
        }
    }

    private func check(
        _ table: MapTable, _ use: TableUse, _ index: String, _ context: LintContext,
        _ findings: inout Findings
    ) {
        let isOlder = isOlder(index, than: use, context)
        guard isOlder != false else { return }
        let builder = use.isAliasSource ? "postalias" : "postmap"
        let help = "run \(builder) \(context.shown(use))"
        if use.table?.type == .lmdb, !use.isSecret || context.files.describesSystem {
            guard let row = firstDifference(table, index, context) else { return }
            findings.add(
                at: use.word.nearestRange, "\(context.files.location(of: index)) is not what its source says",
                notes: [Finding.Note("the first row that differs", at: table.source.range(ofKey: row))],
                help: help)
        } else if isOlder == true {
            findings.add(
                at: use.word.nearestRange,
                "\(context.files.location(of: index)) is older than its source", help: help)
        }
    }

    /// Whether the times say that the index is old; `nil` when they say nothing.
    private func isOlder(_ index: String, than use: TableUse, _ context: LintContext) -> Bool? {
        guard context.files.describesSystem, let path = use.path, let source = context.fileFacts(path),
            let facts = context.fileFacts(index)
        else { return nil }
        return facts.modified < source.modified
    }

    /// The first row that the index has not, or has with another value.
    private func firstDifference(
        _ table: MapTable, _ index: String, _ context: LintContext
    ) -> MapSource.Row? {
        do throws(IndexError) {
            let file = try IndexFile(opening: context.files.location(of: index))
            let repeated = Set(table.index.duplicates.map(\.row))
            for (number, row) in table.source.rows.enumerated() where !repeated.contains(number) {
                let key = table.source.key(row)
                if table.source.isAliasSource, AliasLine.quoted(key) != key { continue }
                let value = try value(of: key, in: file)
                if value != table.source.value(row) { return row }
            }
            return nil
        } catch {
            return nil
        }
    }

    private func value(of key: [UInt8], in file: IndexFile) throws(IndexError) -> [UInt8]? {
        var found: [UInt8] = []
        for key in [foldedCase(key.span, unicode: true), key]
        where try file.appendValue(for: key.span, storedAs: .either, to: &found) {
            return found
        }
        return nil
    }
}

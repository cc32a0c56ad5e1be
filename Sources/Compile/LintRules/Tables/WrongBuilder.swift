import ByteScanning
import LMDBStore
import TableFormat

/// A file that is read in the wrong format.
struct WrongBuilder: Rule {
    static let documentation = RuleDocumentation(
        "table/wrong-format", .warning, "A file that is read in the wrong format",
        what: """
            A map has rows of the form `name: value`, which is that of alias files; an index of aliases was made by
            postmap, so that its keys end in a colon; or an indexed map has rows that are patterns, between slashes.
            """,
        why:
            "No key is ever found: mail for these addresses is refused, or goes where it would go without the table.",
        atRunTime: """
            `warning: record is in "key: value" format; is this an alias file?` from postmap; nothing for patterns. The
            daemons say nothing.
            """,
        mend: """
            Run postalias for `alias_maps`, and postmap for all other maps; name a file of patterns `pcre:` or `regexp:`,
            which need no index.
            """)

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.mapTables {
            if table.source.isAliasSource {
                checkIndex(table, context, &findings)
            } else {
                checkRows(table, &findings)
            }
        }
    }

    /// The first row of a map that is an alias, and the first that is a pattern.
    private func checkRows(_ table: MapTable, _ findings: inout Findings) {
        let source = table.source
        if let row = source.rows.first(where: { source.keySlice($0).last == ASCII.colon }) {
            findings.add(
                at: source.range(ofKey: row),
                "the colon is part of the key: this is the form of an alias file",
                help: "write the key without the colon, or use the file in alias_maps")
        }
        if let row = source.rows.first(where: { Self.isPattern(source.keySlice($0)) }) {
            findings.add(
                at: source.range(ofKey: row), "a pattern in an indexed map is plain text",
                help: "name the table pcre: or regexp: in the parameter")
        }
    }

    private static func isPattern(_ key: ArraySlice<UInt8>) -> Bool {
        guard key.count > 2, key.first == ASCII.slash, key.dropFirst().contains(ASCII.slash) else {
            return false
        }
        return key.contains { $0 == UInt8(ascii: "^") || $0 == ASCII.dollar || $0 == ASCII.backslash }
    }

    /// An index of aliases whose keys have colons.
    private func checkIndex(_ table: MapTable, _ context: LintContext, _ findings: inout Findings) {
        for use in table.uses {
            guard use.table?.type == .lmdb, let index = use.table?.indexFiles.first,
                !context.files.isProvablyAbsent(index), let row = table.source.rows.first
            else { continue }
            let key = table.source.key(row) + [ASCII.colon]
            guard Self.has(foldedCase(key.span, unicode: true), context.files.location(of: index)) else {
                continue
            }
            findings.add(
                at: use.word.nearestRange,
                "postmap made \(context.files.location(of: index)): its keys end in colons",
                help: "run postalias \(context.shown(use))")
        }
    }

    private static func has(_ key: [UInt8], _ path: String) -> Bool {
        do throws(IndexError) {
            var value: [UInt8] = []
            let file = try IndexFile(opening: path)
            return try file.appendValue(for: key.span, storedAs: .terminated, to: &value)
        } catch {
            return false
        }
    }
}

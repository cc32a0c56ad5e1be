/// A key that is there twice with different values.
struct DuplicateKey: Rule {
    static let documentation = RuleDocumentation(
        "table/duplicate-key", .warning, "A key that has two values",
        what: """
            Two rows of a map have the same key, letters' case aside, and different values. The first one counts in an
            index; in a `texthash` table, too. In an `inline` table it is the last.
            """,
        why: "One of the two values has no effect, and it is likely the one that was written last.",
        atRunTime: """
            `warning: virtual.lmdb: duplicate entry: "info@example.com"` when postmap runs, without a line number; mail
            goes where the first row says.
            """,
        mend: "Take one of the rows out, or write one row with both values.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.mapTables {
            let source = table.source
            for (row, other) in table.index.duplicates
            where source.valueSlice(source.rows[row]) != source.valueSlice(source.rows[other]) {
                let place = row < other ? "further down" : "already"
                findings.add(
                    at: source.range(ofKey: source.rows[row]),
                    "this key has another value \(place), and that one counts",
                    notes: [
                        Finding.Note(
                            "the row that counts", at: source.range(ofKey: source.rows[other]))
                    ])
            }
        }
    }
}

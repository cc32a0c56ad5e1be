/// A line that goes on with the row above, although it looks like a row of its own.
struct JoinedRow: Rule {
    static let documentation = RuleDocumentation(
        "table/joined-row", .warning, "A row that begins with white space and joins the one above",
        what: """
            A line of a table begins with white space, so that it is the end of the row above, but it has the form of a row:
            a pattern with a result, a network with an action, an alias with its colon, a domain and an action, two words
            where a result is one. Lists of addresses may go on in more lines, and are left alone.
            """,
        why: "The row does not exist, and the one above has a result that nobody meant.",
        atRunTime: "Nothing is said: the result of the row above is `REJECT 192.0.2.7 OK`, and so on.",
        mend: "Take the white space away. Rows between `if` and `endif` have none either.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.patternTables where table.uses.contains(where: { $0.path != nil }) {
            let results = RowForm.Results(table.uses)
            report(table.text, table.text.lines, { RowForm.isPattern($0, $1, results) }, &findings)
        }
        for table in context.addressTables where table.uses.contains(where: { $0.path != nil }) {
            let results = RowForm.Results(table.uses)
            report(table.text, table.text.lines, { RowForm.isNetwork($0, $1, results) }, &findings)
        }
        for table in context.mapTables where table.uses.contains(where: { $0.path != nil }) {
            guard let form = RowForm.ofMap(table) else { continue }
            report(table.source.text, table.source.lines, form, &findings)
        }
    }

    /// - Parameter isRow: whether a text looks like a row, and what the row above has before it.
    private func report(
        _ text: TableText, _ lines: TextLines, _ isRow: (String, String) -> Bool, _ findings: inout Findings
    ) {
        for line in ContinuedLines(lines).all {
            let content = String(decoding: lines.bytes[line.text], as: UTF8.self)
            let before = String(decoding: lines.bytes[line.before], as: UTF8.self)
            guard isRow(content, before) else { continue }
            findings.add(
                at: text.range(line.text), "this line is part of the row above, because of the white space",
                notes: [Finding.Note("the row that it joins", at: text.range(ofLine: line.first))],
                help: "take the white space away, if it is a row of its own")
        }
    }
}

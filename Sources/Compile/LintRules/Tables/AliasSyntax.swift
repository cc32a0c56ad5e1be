import ByteScanning

/// A target of an alias that is not what it looks like.
struct AliasSyntax: Rule {
    static let documentation = RuleDocumentation(
        "table/alias-syntax", .warning, "A command or file of an alias without quotes",
        what: """
            A target of an alias is a command, a file or an `:include:` whose name has blanks, and stands without quotes.
            """,
        why:
            "The words after the first blank are addresses of their own, and the command runs without its arguments.",
        atRunTime: """
            The command runs without its arguments, and mail to the other words bounces: `bad recipient address syntax:
            -a@mail.example.com`, or `unknown user`.
            """,
        mend: "Put the whole target in double quotes: `help: \"|/usr/bin/answer -a\"`.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.mapTables where table.source.isAliasSource {
            let source = table.source
            for row in source.rows where Self.isSuspicious(source.valueSlice(row)) {
                findings.add(
                    at: source.range(ofValue: row),
                    "the words after the blank are addresses of their own, and no arguments",
                    help: "put the target in double quotes")
            }
        }
    }

    /// A target without quotes that begins with `|`, `/` or `:` and is followed by a blank and another word.
    private static func isSuspicious(_ value: ArraySlice<UInt8>) -> Bool {
        var rest = value
        while let first = rest.first {
            let end = rest.firstIndex(of: ASCII.comma) ?? rest.endIndex
            if first == UInt8(ascii: "|") || first == ASCII.slash || first == ASCII.colon,
                rest[..<end].contains(where: ASCII.isSpace), !rest[..<end].contains(ASCII.doubleQuote)
            {
                return true
            }
            guard first != ASCII.doubleQuote else { return false }
            rest = rest[end...].dropFirst().drop(while: ASCII.isSpace)
        }
        return false
    }
}

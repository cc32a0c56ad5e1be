import ConfigurationSemantics

/// A result of a table of header or body checks that means nothing.
struct UnknownCheckAction: Rule {
    static let documentation = RuleDocumentation(
        "table/unknown-check-action", .warning, "A result of header or body checks that means nothing",
        what: """
            The result of a rule of `header_checks`, `body_checks` or their kin is no action, is one that this parameter
            does not have (`REJECT` in `smtp_header_checks`), lacks what it needs (`FILTER` a colon, `BCC` and `REDIRECT`
            an `@`, `PREPEND` and `REPLACE` the form of a header), or is `OK`, which accepts nothing.
            """,
        why: "The message passes as if the rule were not there.",
        atRunTime: """
            `warning: unknown command in header_checks map: REJCT`; the message is accepted. `OK` is `DUNNO` under an old
            name: the next header is looked at.
            """,
        mend: "Write an action of header_checks(5); `DUNNO` goes on with the next line.")

    private static let ofClient: Set<String> = [
        "WARN", "INFO", "REPLACE", "PREPEND", "STRIP", "IGNORE", "DUNNO",
    ]
    static let all = ofClient.union([
        "BCC", "DISCARD", "FILTER", "HOLD", "PASS", "REDIRECT", "REJECT", "DELAY",
    ])
    private static let withArgument: Set<String> = ["BCC", "FILTER", "REDIRECT", "REPLACE", "PREPEND"]

    func check(_ context: LintContext, _ findings: inout Findings) {
        for use in context.tableUses where use.role == .map && use.parameter.hasSuffix("_checks") {
            for result in context.results(of: use) {
                guard let (message, help) = verdict(result.text, use) else { continue }
                findings.add(at: result.range, message, help: help)
            }
        }
    }

    private func verdict(_ text: String, _ use: TableUse) -> (String, String?)? {
        let word = String(text.prefix { !$0.isWhitespace }).uppercased()
        guard !word.isEmpty, !word.contains("*") else { return nil }
        // The tables of header_checks are those of its kin, too, by default.
        let parameter = use.word.parameter.hasSuffix("_checks") ? use.word.parameter : use.parameter
        if word == "OK" { return ("OK accepts nothing here: the next line is looked at", "write DUNNO") }
        let isClient = parameter.hasPrefix("smtp_") || parameter.hasPrefix("lmtp_")
        guard Self.all.contains(word) else {
            let meant = NearestName.of(word, in: Self.all.sorted())
            return ("\"\(word)\" is no action of \(parameter)", meant.map { "did you mean \"\($0)\"?" })
        }
        if isClient, !Self.ofClient.contains(word) { return ("\(parameter) has no action \(word)", nil) }
        if parameter == "milter_header_checks", word == "PASS" {
            return ("\(parameter) has no action \(word)", nil)
        }
        let rest = String(text.dropFirst(word.count).drop { $0.isWhitespace })
        if rest.isEmpty, Self.withArgument.contains(word) { return ("\(word) needs an argument", nil) }
        let isText = word == "REPLACE" || word == "PREPEND"
        if isText, parameter.hasSuffix("body_checks") { return nil }
        return ActionArgument.fault(word, rest).map { ($0, nil) }
    }
}

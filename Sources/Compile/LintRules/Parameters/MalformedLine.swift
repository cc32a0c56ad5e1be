import ConfigurationSyntax

/// A line of main.cf that is no setting: there is no name, or no equals sign.
///
/// Why: it is most often a continuation line that lost its white space, or a comment that lost its `#`. At run time every
/// program that reads main.cf stops with a fatal error, so nothing starts and no mail moves. Mend it by writing
/// `name = value`, or begin the line with white space when it continues the one before.
struct MalformedLine: Rule {
    static let documentation = RuleDocumentation(
        "parameter/syntax", .error, "A line of main.cf that is no setting",
        what: "A line of main.cf has no name or no equals sign.",
        why:
            "It is most often a continuation line that lost its white space, or a comment that lost its `#`.",
        atRunTime: """
            Every program that reads main.cf stops with `missing '=' after attribute name`: nothing starts, and no
            mail moves.
            """,
        mend: "Write `name = value`; begin the line with white space if it continues the one before it.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for entry in context.directory.main.entries {
            guard case .malformed(let fault, _) = entry.content else { continue }
            findings.add(
                at: context.range(inMain: entry.text), fault.message,
                help: "write name = value, or begin the line with white space to continue the one before")
        }
    }
}

import ByteScanning
import TableFormat
import TableSources

/// A pattern whose cost grows exponentially with the length of the text.
struct CostlyPattern: Rule {
    static let documentation = RuleDocumentation(
        "table/costly-pattern", .warning, "A pattern of exponential cost",
        what: """
            A `pcre` pattern repeats a group that is nothing but something repeated, `(a+)+` or `(\\w+\\s?)*`, and more
            follows it. There are exponentially many ways to divide a text between the two, and all are tried when the rest
            does not match.
            """,
        why:
            "Whoever knows the pattern can stop the mail system with one line; a long line may do it by chance.",
        atRunTime: """
            The process is busy until PCRE gives up: `warning: pcre map checks.pcre, line 1: match limit exceeded`, after
            which the rule counts as not matched.
            """,
        mend: "Take one of the two repetitions away, or make the group atomic: `(?>a+)+`.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.patternTables where table.kind == .pcre {
            for statement in table.statements {
                for pattern in statement.patterns {
                    var reader = RepetitionReader(
                        pattern.text, isExtended: pattern.flags.contains(.extended))
                    guard let group = reader.ambiguousRepetition() else { continue }
                    let start = pattern.offset + group.lowerBound
                    findings.add(
                        at: table.range(start..<pattern.offset + group.upperBound, statement),
                        "a repetition of a repetition takes exponential time when the rest does not match",
                        help: "take one of the two away, or write (?> in the place of the bracket")
                }
            }
        }
    }
}

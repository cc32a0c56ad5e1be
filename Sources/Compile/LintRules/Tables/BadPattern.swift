import PatternMatching
import TableFormat
import TableSources

/// A pattern that does not compile.
struct BadPattern: Rule {
    static let documentation = RuleDocumentation(
        "table/bad-pattern", .error, "A pattern that does not compile",
        what: """
            The library that runs the pattern refuses it, or the result names a group that the pattern does not have.
            """,
        why: "The rule is left out. When it is an `if`, the rules in its block see every key.",
        atRunTime: """
            `warning: pcre map checks.pcre, line 1: error in regex at offset 14: missing closing parenthesis`.
            """,
        mend: "Write the pattern right; `postmap -q key pcre:file` tries it.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.patternTables {
            for statement in table.statements { check(statement, table, &findings) }
        }
    }

    private func check(_ statement: PatternStatement, _ table: PatternTable, _ findings: inout Findings) {
        for (number, pattern) in statement.patterns.enumerated() {
            do throws(PatternError) {
                let groups = try Self.groupCount(of: pattern, table.kind)
                guard number == 0, case .rule(_, _, let result) = statement.action,
                    result.template.largestGroup > groups
                else { continue }
                let start = result.offsetOfLargestGroup
                let count = groups == 0 ? "no groups" : groups == 1 ? "one group" : "\(groups) groups"
                findings.add(
                    at: table.range(start..<start + 2, statement),
                    "the result names group \(result.template.largestGroup), but the pattern has \(count)")
            } catch {
                guard let offset = error.offset else {
                    findings.add(at: table.range(of: pattern, statement), error.reason)
                    continue
                }
                let start = pattern.offset + min(offset, max(pattern.text.count - 1, 0))
                findings.add(at: table.range(start..<start + 1, statement), error.reason)
            }
        }
    }

    /// - Throws: `PatternError` for a pattern that does not compile.
    private static func groupCount(
        of pattern: PatternExpression, _ kind: PatternImage.Kind
    ) throws(PatternError) -> Int {
        let flags = pattern.flags
        switch kind {
        case .pcre:
            let options: [(PatternImage.Flags, PerlPattern.Options)] = [
                (.caseless, .caseless), (.multiline, .multiline), (.extended, .extended),
                (.dotMatchesNewline, .dotMatchesNewline), (.anchored, .anchored),
            ]
            let set = options.reduce(into: PerlPattern.Options()) { set, option in
                if flags.contains(option.0) { set.insert(option.1) }
            }
            return try PerlPattern(pattern.text.span, options: set).groupCount
        case .regexp:
            let options: POSIXPattern.Options = flags.contains(.extended) ? [.extendedSyntax] : []
            return try POSIXPattern(pattern.text.span, options: options).groupCount
        }
    }
}

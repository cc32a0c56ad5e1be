import ByteScanning
import TableFormat
import TableSources

/// A pattern that says neither where a key begins nor where it ends.
struct UnanchoredPattern: Rule {
    static let documentation = RuleDocumentation(
        "table/unanchored-pattern", .warning, "A pattern without anchors",
        what: """
            In a table that is asked for addresses, hosts or users, a pattern has neither `^` nor `$`, and its result sends
            mail somewhere or lets somebody in. Patterns that only refuse are left alone, and so are those for headers and
            bodies.
            """,
        why: "`/example.com/` also matches `example.com.attacker.test` and `notexample.com`.",
        atRunTime: "Nothing is said; the rule answers for more than was meant.",
        mend: "Write `^` before and `$` after what a whole key is: `/@example\\.com$/`.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.patternTables where !table.hasTextKeys {
            let isAccess = table.uses.allSatisfy { if case .access = $0.role { true } else { false } }
            for statement in table.statements {
                guard case .rule(let pattern, _, let result) = statement.action,
                    !pattern.flags.contains(.negated), !pattern.flags.contains(.anchored),
                    !isAccess || Self.grants(result.template.text),
                    !PatternShape.matchesAll(pattern, table.kind), !Self.hasAnchor(pattern.text)
                else { continue }
                findings.add(
                    at: table.range(of: pattern, statement),
                    "the pattern has no anchor: it matches in the middle of any key",
                    help: "begin it with ^, or end it with $")
            }
        }
    }

    /// Whether the result of an access table lets something happen.
    private static func grants(_ result: String) -> Bool {
        let word = result.prefix { !$0.isWhitespace && $0 != "," }.lowercased()
        return word == "ok" || word == "relay" || word.hasPrefix("permit")
            || word.utf8.allSatisfy(ASCII.isDigit) && word.count == result.utf8.count
    }

    /// `^`, `$`, `\A`, `\b` and their kin, outside brackets.
    private static func hasAnchor(_ text: [UInt8]) -> Bool {
        var index = 0
        var isInClass = false
        while index < text.count {
            let byte = text[index]
            if byte == ASCII.backslash {
                index += 1
                if index < text.count, "AbBGzZ<>".utf8.contains(text[index]) { return true }
            } else if isInClass {
                isInClass = byte != UInt8(ascii: "]")
            } else if byte == UInt8(ascii: "[") {
                isInClass = true
                // A bracket that comes first in a class is text.
                if index + 1 < text.count, text[index + 1] == UInt8(ascii: "^") { index += 1 }
                if index + 1 < text.count, text[index + 1] == UInt8(ascii: "]") { index += 1 }
            } else if byte == UInt8(ascii: "^") || byte == ASCII.dollar {
                return true
            }
            index += 1
        }
        return false
    }
}

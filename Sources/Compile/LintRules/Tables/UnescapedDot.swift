import ByteScanning
import TableFormat
import TableSources

/// A dot in a domain that matches any character.
struct UnescapedDot: Rule {
    static let documentation = RuleDocumentation(
        "table/unescaped-dot", .warning, "A dot in a domain that matches any character",
        what: """
            A pattern for addresses or hosts has a dot without a backslash between letters, as in `/@example.com$/`. In
            patterns for headers and bodies, dots after an `@` are found.
            """,
        why: "The pattern also matches `examplezcom` and other names that anybody may register.",
        atRunTime: "Nothing is said; the rule answers for more than was meant.",
        mend: "Write `\\.` for a dot.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.patternTables {
            for statement in table.statements {
                for pattern in statement.patterns where !pattern.flags.contains(.negated) {
                    guard let dot = Self.dot(in: pattern.text, onlyAfterAt: table.hasTextKeys) else {
                        continue
                    }
                    let offset = pattern.offset + dot
                    findings.add(
                        at: table.range(offset..<offset + 1, statement),
                        "this dot matches any character", help: "write \\.")
                }
            }
        }
    }

    /// The first dot between two letters or digits that is not repeated.
    private static func dot(in text: [UInt8], onlyAfterAt: Bool) -> Int? {
        var isAfterAt = false
        var before: UInt8 = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            switch byte {
            case ASCII.backslash:
                // A class such as \d is no letter of a name.
                index += 1
                before = 0
            case UInt8(ascii: "["):
                index = endOfClass(text, index)
                before = 0
            case ASCII.dot:
                let next = index + 1 < text.count ? text[index + 1] : 0
                if ASCII.isAlphanumeric(before), ASCII.isLetter(next), isAfterAt || !onlyAfterAt {
                    return index
                }
                before = 0
            default:
                if byte == UInt8(ascii: "@") { isAfterAt = true }
                if ASCII.isSpace(byte) { isAfterAt = false }
                before = byte
            }
            index += 1
        }
        return nil
    }

    /// The closing bracket.
    private static func endOfClass(_ text: [UInt8], _ start: Int) -> Int {
        var index = start + 1
        if index < text.count, text[index] == UInt8(ascii: "^") { index += 1 }
        if index < text.count, text[index] == UInt8(ascii: "]") { index += 1 }
        while index < text.count, text[index] != UInt8(ascii: "]") {
            index += text[index] == ASCII.backslash ? 2 : 1
        }
        return index
    }
}

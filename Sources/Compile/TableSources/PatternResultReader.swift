import ByteScanning
import TableFormat

/// Reads the result of a rule: text in which `$1`, `${1}` and `$(1)` stand for groups and `$$` for a dollar.
struct PatternResultReader {
    private enum Reference {
        case dollar
        case group(Int)
        /// Reported; what follows can be read.
        case wrong
    }

    private let text: [UInt8]
    private var offset: Int
    private let allowsGroups: Bool
    private var pieces: [PatternImage.Template.Piece] = []
    private var literal: [UInt8] = []

    /// - Parameter offset: Where in `text` the result begins; it ends with the text.
    init(text: [UInt8], offset: Int, allowsGroups: Bool) {
        self.text = text
        self.offset = offset
        self.allowsGroups = allowsGroups
    }

    /// - Returns: `nil` after an error was reported.
    mutating func read(_ report: inout PatternReport) -> PatternResult? {
        var result = PatternResult()
        var largest = 0
        var isRight = true
        while offset < text.count {
            let start = offset
            offset += 1
            guard text[start] == ASCII.dollar else {
                literal.append(text[start])
                continue
            }
            guard let reference = readReference(at: start, &report) else { return nil }
            switch reference {
            case .dollar: literal.append(ASCII.dollar)
            case .wrong: isRight = false
            case .group(let group):
                if group > largest { (largest, result.offsetOfLargestGroup) = (group, start) }
                finishLiteral()
                pieces.append(.group(group))
            }
        }
        finishLiteral()
        result.template = PatternImage.Template(pieces)
        return isRight ? result : nil
    }

    private mutating func finishLiteral() {
        if !literal.isEmpty { pieces.append(.text(literal)) }
        literal = []
    }

    /// What follows the dollar at `start`; `nil` after an error behind which nothing makes sense.
    private mutating func readReference(at start: Int, _ report: inout PatternReport) -> Reference? {
        guard offset < text.count else { return missingName(start, &report) }
        switch text[offset] {
        case ASCII.dollar:
            offset += 1
            return .dollar
        case ASCII.openBrace: return readEnclosed(by: ASCII.closeBrace, start, &report)
        case ASCII.openParenthesis: return readEnclosed(by: ASCII.closeParenthesis, start, &report)
        default:
            let name = text[offset...].prefix { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
            offset = name.endIndex
            return name.isEmpty ? missingName(start, &report) : group(named: name, start, &report)
        }
    }

    private mutating func readEnclosed(
        by closing: UInt8, _ start: Int, _ report: inout PatternReport
    ) -> Reference? {
        let opening = text[offset]
        var depth = 1
        var end = offset + 1
        while end < text.count {
            if text[end] == opening { depth += 1 }
            if text[end] == closing { depth -= 1 }
            if depth == 0 { break }
            end += 1
        }
        guard end < text.count else {
            report.error(
                at: start, "\"\(printable(Array(text[start...])))\" is not closed; the rule is skipped")
            return nil
        }
        let name = text[offset + 1..<end]
        offset = end + 1
        return name.isEmpty ? missingName(start, &report) : group(named: name, start, &report)
    }

    private func missingName(_ start: Int, _ report: inout PatternReport) -> Reference? {
        report.error(
            at: start, "\"$\" is not followed by a group's number; the rule is skipped",
            help: "write $$ for a dollar sign")
        return nil
    }

    private func group(named name: ArraySlice<UInt8>, _ start: Int, _ report: inout PatternReport)
        -> Reference
    {
        var number = 0
        for byte in name {
            guard ASCII.isDigit(byte) else {
                report.error(
                    at: start, "\"\(printable(Array(name)))\" is no group's number; the rule is skipped",
                    help: "write ${1} when text follows the number")
                return .wrong
            }
            number = min(number * 10 + Int(byte - 0x30), PatternImage.Template.mostGroups + 1)
        }
        if number == 0 {
            report.error(at: start, "there is no group 0; the rule is skipped", help: "groups count from 1")
            return .wrong
        }
        if !allowsGroups {
            report.error(
                at: start,
                "a negated rule answers when its pattern does not match, so it has no groups; "
                    + "the rule is skipped")
            return .wrong
        }
        return .group(number)
    }
}

import ByteScanning
import TableFormat

/// Reads `!/pattern/flags` from the text of a line.
struct PatternExpressionReader {
    private let kind: PatternImage.Kind
    private let text: [UInt8]
    /// What is read next.
    private(set) var offset: Int

    init(kind: PatternImage.Kind, text: [UInt8], offset: Int) {
        self.kind = kind
        self.text = text
        self.offset = offset
    }

    mutating func skipSpace() {
        while offset < text.count, ASCII.isSpace(text[offset]) { offset += 1 }
    }

    /// - Returns: `nil` after an error was reported.
    mutating func read(_ report: inout PatternReport) -> PatternExpression? {
        let isNegated = readNegation()
        guard offset < text.count else {
            report.error(at: offset, "the pattern is missing; the line is skipped")
            return nil
        }
        let opening = offset
        guard let closing = closingDelimiter() else {
            let delimiter = printable([text[opening]])
            report.error(at: opening, "the pattern has no closing \"\(delimiter)\"; the line is skipped")
            return nil
        }
        offset = closing + 1
        guard var flags = readFlags(&report) else { return nil }
        if isNegated { flags.insert(.negated) }
        return PatternExpression(text: Array(text[opening + 1..<closing]), flags: flags, offset: opening + 1)
    }

    /// Any number of `!`, each of which turns the meaning over, and white space.
    private mutating func readNegation() -> Bool {
        var isNegated = false
        while offset < text.count {
            if text[offset] == UInt8(ascii: "!") {
                isNegated.toggle()
            } else if !ASCII.isSpace(text[offset]) {
                break
            }
            offset += 1
        }
        return isNegated
    }

    /// Where the delimiter at `offset` occurs again; a backslash hides the byte after it.
    private func closingDelimiter() -> Int? {
        let delimiter = text[offset]
        var index = offset + 1
        while index < text.count {
            if text[index] == ASCII.backslash {
                index += 1
            } else if text[index] == delimiter {
                return index
            }
            index += 1
        }
        return nil
    }

    private mutating func readFlags(_ report: inout PatternReport) -> PatternImage.Flags? {
        var flags: PatternImage.Flags =
            switch kind {
            case .pcre: [.caseless, .dotMatchesNewline]
            case .regexp: [.caseless, .extended]
            }
        while offset < text.count, !ASCII.isSpace(text[offset]) {
            let letter = text[offset]
            if kind == .regexp, letter == UInt8(ascii: "!") { break }
            if kind == .pcre, letter == UInt8(ascii: "X") {
                report.warning(at: offset, "flag \"X\" is ignored: PCRE2 always has what it asks for")
            } else {
                guard let flag = flag(letter) else {
                    report.error(at: offset, "unknown flag \"\(printable([letter]))\"; the line is skipped")
                    return nil
                }
                flags.formSymmetricDifference(flag)
            }
            offset += 1
        }
        return flags
    }

    private func flag(_ letter: UInt8) -> PatternImage.Flags? {
        switch (kind, letter) {
        case (_, UInt8(ascii: "i")): .caseless
        case (_, UInt8(ascii: "m")): .multiline
        case (_, UInt8(ascii: "x")): .extended
        case (.pcre, UInt8(ascii: "s")): .dotMatchesNewline
        case (.pcre, UInt8(ascii: "A")): .anchored
        case (.pcre, UInt8(ascii: "E")): .dollarEndOnly
        case (.pcre, UInt8(ascii: "U")): .ungreedy
        default: nil
        }
    }
}

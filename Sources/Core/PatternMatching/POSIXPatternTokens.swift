import ByteScanning

/// Reads a POSIX pattern, in extended or basic syntax, as the GNU library takes it apart.
struct POSIXPatternTokens {
    enum Token: Equatable {
        /// Matches one byte or more, as far as anyone here wants to know.
        case text
        /// Matches the empty text at some places.
        case assertion
        case open, close, alternative
        /// A back reference, to a group from 1 on.
        case reference(Int)
        /// Repeats what stands before it: may it be left out, may it come more than once.
        case repetition(isOptional: Bool, isMany: Bool)
    }

    private let pattern: [UInt8]
    private let isExtended: Bool
    private var offset = 0

    init(_ pattern: [UInt8], isExtended: Bool) {
        self.pattern = pattern
        self.isExtended = isExtended
    }

    /// The next token, `nil` at the end.
    mutating func next() -> Token? {
        guard offset < pattern.count else { return nil }
        let byte = pattern[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "["):
            offset = endOfBracketExpression(in: pattern.span, from: offset)
            return .text
        case UInt8(ascii: "^"), ASCII.dollar: return .assertion
        case UInt8(ascii: "*"): return .repetition(isOptional: true, isMany: true)
        case ASCII.backslash: return escaped()
        default: return isExtended ? operation(byte) : .text
        }
    }

    private mutating func escaped() -> Token {
        guard offset < pattern.count else { return .text }
        let byte = pattern[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "1")...UInt8(ascii: "9"): return .reference(Int(byte - 0x30))
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "'"), UInt8(ascii: "b"),
            UInt8(ascii: "B"):
            return .assertion
        default: return isExtended ? .text : operation(byte)
        }
    }

    /// What a byte means that is an operator, escaped in basic syntax and bare in extended syntax.
    private mutating func operation(_ byte: UInt8) -> Token {
        switch byte {
        case ASCII.openParenthesis: return .open
        case ASCII.closeParenthesis: return .close
        case UInt8(ascii: "|"): return .alternative
        case UInt8(ascii: "+"): return .repetition(isOptional: false, isMany: true)
        case UInt8(ascii: "?"): return .repetition(isOptional: true, isMany: false)
        case ASCII.openBrace: return interval()
        default: return .text
        }
    }

    private mutating func interval() -> Token {
        let least = number()
        var most = least
        if offset < pattern.count, pattern[offset] == ASCII.comma {
            offset += 1
            most = number() ?? Int.max
        }
        if !isExtended, offset < pattern.count, pattern[offset] == ASCII.backslash { offset += 1 }
        if offset < pattern.count, pattern[offset] == ASCII.closeBrace { offset += 1 }
        return .repetition(isOptional: (least ?? 0) == 0, isMany: (most ?? 0) > 1)
    }

    private mutating func number() -> Int? {
        let start = offset
        var number = 0
        while offset < pattern.count, ASCII.isDigit(pattern[offset]) {
            number = min(number * 10 + Int(pattern[offset] - 0x30), 100_000)
            offset += 1
        }
        return offset == start ? nil : number
    }
}

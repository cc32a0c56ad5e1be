import ByteScanning

/// Divides text into tokens. Every text has tokens: what is not closed is closed by the end of the text.
struct AddressScanner {
    private let text: [UInt8]
    private var index = 0

    init(_ text: [UInt8]) { self.text = text }

    /// Whether a byte ends an atom.
    static func endsAtom(_ byte: UInt8) -> Bool {
        isBlank(byte) || isSpecial(byte)
    }

    static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "|"), ASCII.openParenthesis, ASCII.closeParenthesis, ASCII.comma, ASCII.dot,
            ASCII.colon, ASCII.semicolon, ASCII.less, ASCII.greater, ASCII.at, ASCII.openBracket,
            ASCII.closeBracket, ASCII.percent, ASCII.exclamation, ASCII.doubleQuote:
            true
        default: false
        }
    }

    /// Space, tab, carriage return and newline; vertical tab and form feed are ordinary bytes.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == ASCII.space || byte == ASCII.tab || byte == ASCII.newline || byte == ASCII.carriageReturn
    }

    /// The next token; `nil` at the end.
    mutating func next() -> AddressToken? {
        while index < text.count, Self.isBlank(text[index]) { index += 1 }
        guard index < text.count else { return nil }
        let byte = text[index]
        switch byte {
        case ASCII.openParenthesis: return AddressToken(.comment, comment())
        case ASCII.openBracket:
            index += 1
            return AddressToken(
                .domainLiteral, [byte] + enclosed(by: ASCII.closeBracket) + [ASCII.closeBracket])
        case ASCII.doubleQuote:
            index += 1
            return AddressToken(.quotedString, enclosed(by: ASCII.doubleQuote))
        default:
            guard !Self.isSpecial(byte) else {
                index += 1
                return AddressToken(special: byte)
            }
            let text = atom()
            // What a backslash let into an atom is what quotes are for.
            return AddressToken(text.contains(where: Self.endsAtom) ? .quotedString : .atom, text)
        }
    }

    private mutating func atom() -> [UInt8] {
        var result: [UInt8] = []
        while index < text.count, !Self.endsAtom(text[index]) { appendByte(to: &result) }
        return result
    }

    /// What stands before the closing byte, which is taken too.
    private mutating func enclosed(by close: UInt8) -> [UInt8] {
        var result: [UInt8] = []
        while index < text.count {
            guard text[index] != close else {
                index += 1
                break
            }
            appendByte(to: &result)
        }
        return result
    }

    /// One byte, or the one after a backslash; white space of any kind is a space. A backslash at the end is
    /// nothing.
    private mutating func appendByte(to result: inout [UInt8]) {
        var byte = text[index]
        index += 1
        if byte == ASCII.backslash {
            guard index < text.count else { return }
            byte = text[index]
            index += 1
        }
        result.append(Self.isBlank(byte) ? ASCII.space : byte)
    }

    /// A comment as written; comments nest (RFC 5322 section 3.2.2).
    private mutating func comment() -> [UInt8] {
        var result: [UInt8] = []
        var depth = 0
        while index < text.count {
            let byte = text[index]
            result.append(byte)
            index += 1
            if byte == ASCII.openParenthesis {
                depth += 1
            } else if byte == ASCII.closeParenthesis {
                depth -= 1
                if depth == 0 { break }
            } else if byte == ASCII.backslash, index < text.count {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }
}

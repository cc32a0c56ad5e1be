import ByteScanning

/// A token of an alias source: the words of RFC 822 section 3.3, as postalias(1) reads them.
struct AliasToken: Equatable {
    enum Kind: Equatable {
        /// Text without quotes; a backslash takes any byte along.
        case atom
        case quoted
        /// With its parentheses, as it stands in the source.
        case comment
        case domainLiteral
        /// One of `<>@,;:.|` or a closing bracket without an opening one.
        case special
    }

    var kind: Kind
    /// Without quotes and backslashes; for a comment and a special, the bytes of the source.
    var text: [UInt8]
    /// Bytes from the start of the logical line.
    var offset: Int

    func isSpecial(_ byte: UInt8) -> Bool { kind == .special && text == [byte] }

    /// The tokens of a line. What is left open at its end is closed there.
    static func scan(_ text: Span<UInt8>) -> [AliasToken] {
        var scanner = AliasTokenScanner(end: text.indices.first { text[$0] == ASCII.nul } ?? text.count)
        var tokens: [AliasToken] = []
        while let token = scanner.next(in: text) { tokens.append(token) }
        return tokens
    }

    static func isSpecialByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"),
            ASCII.comma, UInt8(ascii: ";"), ASCII.colon, ASCII.backslash, ASCII.doubleQuote,
            UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"):
            true
        default: false
        }
    }

    /// White space of RFC 822 within a line; other control characters are text.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == ASCII.space || byte == ASCII.tab || byte == ASCII.carriageReturn || byte == ASCII.newline
    }
}

/// Finds one token after another.
private struct AliasTokenScanner {
    let end: Int
    private var index = 0

    init(end: Int) { self.end = end }

    mutating func next(in text: Span<UInt8>) -> AliasToken? {
        while index < end, AliasToken.isBlank(text[index]) { index += 1 }
        guard index < end else { return nil }
        let start = index
        switch text[index] {
        case UInt8(ascii: "("):
            skipComment(text)
            return AliasToken(kind: .comment, text: text.bytes(start..<index), offset: start)
        case ASCII.doubleQuote:
            return AliasToken(kind: .quoted, text: enclosed(text, by: ASCII.doubleQuote), offset: start)
        case UInt8(ascii: "["):
            return AliasToken(
                kind: .domainLiteral,
                text: [text[start]] + enclosed(text, by: UInt8(ascii: "]")) + [UInt8(ascii: "]")],
                offset: start)
        case let byte where AliasToken.isSpecialByte(byte) && byte != ASCII.backslash:
            index += 1
            return AliasToken(kind: .special, text: [byte], offset: start)
        default: return AliasToken(kind: .atom, text: atom(text), offset: start)
        }
    }

    /// Comments nest; a backslash takes the next byte along.
    private mutating func skipComment(_ text: Span<UInt8>) {
        var depth = 0
        while index < end {
            let byte = text[index]
            index += 1
            if byte == ASCII.backslash {
                index = min(index + 1, end)
            } else if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return }
            }
        }
    }

    private mutating func enclosed(_ text: Span<UInt8>, by closing: UInt8) -> [UInt8] {
        var content: [UInt8] = []
        index += 1
        while index < end {
            var byte = text[index]
            index += 1
            if byte == closing { break }
            if byte == ASCII.backslash {
                guard index < end else { break }
                byte = text[index]
                index += 1
            }
            content.append(Self.withoutLineEnd(byte))
        }
        return content
    }

    private mutating func atom(_ text: Span<UInt8>) -> [UInt8] {
        var content: [UInt8] = []
        while index < end {
            var byte = text[index]
            if byte == ASCII.backslash {
                index += 1
                guard index < end else { break }
                byte = text[index]
            } else if AliasToken.isSpecialByte(byte) || AliasToken.isBlank(byte) {
                break
            }
            content.append(Self.withoutLineEnd(byte))
            index += 1
        }
        return content
    }

    /// The end of a line inside a word is a blank.
    private static func withoutLineEnd(_ byte: UInt8) -> UInt8 {
        byte == ASCII.carriageReturn || byte == ASCII.newline ? ASCII.space : byte
    }
}

import ByteScanning

/// What the body of a message or a part is, as far as its structure goes (RFC 2045 section 5).
indirect enum ContentType: Equatable, Sendable {
    /// Text, or anything else without parts.
    case text
    /// `message/rfc822`.
    case message
    /// With what its parts are when they do not say it: messages in a digest (RFC 2046 section 5.1.5).
    case multipart(partDefault: ContentType)

    /// A `Content-Type` header.
    struct Field {
        var content: ContentType
        /// One, unless the header is malformed.
        var boundaries: [[UInt8]] = []

        /// `nil` for any other header.
        init?(header: Span<UInt8>) {
            let colon = header.indices.first { header[$0] == ASCII.colon } ?? header.count
            guard Self.isWord(header.bytes(0..<colon), "content-type") else { return nil }
            var tokens = ContentTypeTokens(offset: min(colon + 1, header.count))
            let type = tokens.nextSegment(in: header) ?? []
            content = Self.content(type)
            guard case .multipart = content else { return }
            while let segment = tokens.nextSegment(in: header) {
                if segment.count >= 3, segment[1] == .special(UInt8(ascii: "=")),
                    case .word(let name) = segment[0], Self.isWord(name, "boundary"),
                    case .word(let value) = segment[2]
                {
                    boundaries.append(value)
                }
            }
        }

        private static func content(_ type: [ContentTypeTokens.Token]) -> ContentType {
            guard case .word(let name) = type.first else { return .text }
            var subtype: [UInt8] = []
            if type.count >= 3, type[1] == .special(UInt8(ascii: "/")), case .word(let word) = type[2] {
                subtype = word
            }
            if isWord(name, "multipart") {
                return .multipart(partDefault: isWord(subtype, "digest") ? .message : .text)
            }
            return isWord(name, "message") && isWord(subtype, "rfc822") ? .message : .text
        }

        private static func isWord(_ word: [UInt8], _ lowercase: StaticString) -> Bool {
            let folded = foldedCase(word.span, unicode: false)
            return folded.count == lowercase.utf8CodeUnitCount && folded.span.hasPrefix(lowercase)
        }
    }
}

/// The tokens of a `Content-Type` value (RFC 2045 section 5.1), a segment between semicolons at a time.
struct ContentTypeTokens {
    enum Token: Equatable {
        case word([UInt8])
        case special(UInt8)
    }

    var offset: Int
    private var isAtEnd = false

    init(offset: Int) { self.offset = offset }

    /// `nil` after the last segment.
    mutating func nextSegment(in text: Span<UInt8>) -> [Token]? {
        guard !isAtEnd else { return nil }
        var tokens: [Token] = []
        while offset < text.count {
            let byte = text[offset]
            switch byte {
            case ASCII.semicolon:
                offset += 1
                return tokens
            case UInt8(ascii: "("): skipComment(text)
            case ASCII.doubleQuote: tokens.append(.word(quoted(text)))
            case _ where ASCII.isSpace(byte): offset += 1
            case _ where Self.isSpecial(byte):
                tokens.append(.special(byte))
                offset += 1
            default: tokens.append(.word(word(text)))
            }
        }
        isAtEnd = true
        return tokens
    }

    private mutating func skipComment(_ text: Span<UInt8>) {
        var depth = 0
        while offset < text.count {
            let byte = text[offset]
            offset += 1
            if byte == ASCII.backslash { offset = min(offset + 1, text.count) }
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return }
        }
    }

    private mutating func quoted(_ text: Span<UInt8>) -> [UInt8] {
        var content: [UInt8] = []
        offset += 1
        while offset < text.count {
            var byte = text[offset]
            offset += 1
            if byte == ASCII.doubleQuote { break }
            if byte == ASCII.backslash {
                guard offset < text.count else { break }
                byte = text[offset]
                offset += 1
            }
            content.append(byte)
        }
        return content
    }

    private mutating func word(_ text: Span<UInt8>) -> [UInt8] {
        let start = offset
        while offset < text.count, !ASCII.isSpace(text[offset]), !Self.isSpecial(text[offset]) { offset += 1 }
        return text.bytes(start..<offset)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"),
            ASCII.comma, ASCII.semicolon, ASCII.colon, ASCII.backslash, ASCII.doubleQuote, UInt8(ascii: "/"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "?"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}

import ByteScanning

/// An entry of an alias source: `name: value, value, ...` (aliases(5)).
public struct AliasLine: Sendable, Equatable {
    /// The name without quotes, as written otherwise; white space between its words is one blank.
    public var name: [UInt8]
    /// The values in the form that delivery reads: words quoted where they must be, `, ` between addresses.
    public var value: [UInt8]
    /// Where the first value begins in the text of the logical line.
    public var valueOffset: Int

    /// What a logical line turns out to be.
    public enum Outcome: Sendable, Equatable {
        case entry(AliasLine)
        /// Nothing but a NUL byte and what follows.
        case blank
        /// The line is left out.
        case dropped(MapLine.Fault)
    }

    /// Parses the joined text of a logical line.
    ///
    /// - Parameter checksUTF8: whether text that is not UTF-8 is refused.
    public static func parse(_ text: Span<UInt8>, checksUTF8: Bool) -> Outcome {
        if let fault = MapLine.faultOfText(text, checksUTF8: checksUTF8) { return .dropped(fault) }
        let tokens = AliasToken.scan(text)
        guard let first = tokens.first else { return .blank }
        guard let colon = tokens.firstIndex(where: { $0.isSpecial(ASCII.colon) }) else {
            return dropped(
                tokens[tokens.count - 1].offset, "the entry has no colon; it is left out",
                help: "expected: name: value, ...")
        }
        guard colon > 0 else {
            return dropped(first.offset, "the entry has no name before the colon; it is left out")
        }
        guard colon + 1 < tokens.count else {
            return dropped(
                tokens[colon].offset, "the entry has no value after the colon; it is left out",
                help: "a value that is empty on purpose is written \"\"")
        }
        let name = tokens[..<colon]
        if let comma = name.first(where: { $0.isSpecial(ASCII.comma) }) {
            return dropped(
                comma.offset, "an entry has one name; it is left out",
                help: "repeat the entry for each name, or quote a name that has a comma")
        }
        if let at = name.first(where: { $0.isSpecial(UInt8(ascii: "@")) }) {
            return dropped(
                at.offset, "the name of an alias is local, without @domain; the entry is left out",
                help: "virtual(5) aliases have domains")
        }
        let values = tokens[(colon + 1)...]
        return .entry(
            AliasLine(
                name: joined(name, \.text), value: joined(values, \.written),
                valueOffset: values.first?.offset ?? 0))
    }

    /// A name as an index stores it: in quotes, when it could not stand in an address without (RFC 5322 section 3.4.1).
    public static func quoted(_ name: [UInt8]) -> [UInt8] {
        let dot = UInt8(ascii: ".")
        var isPlain = !name.isEmpty && name.first != dot && name.last != dot
        for (index, byte) in name.enumerated() {
            if byte == dot {
                isPlain = isPlain && index > 0 && name[index - 1] != dot
            } else if AliasToken.needsQuotes(byte), byte != UInt8(ascii: "|") {
                isPlain = false
            }
        }
        return isPlain ? name : AliasToken.inQuotes(name)
    }

    private static func dropped(_ offset: Int, _ message: String, help: String? = nil) -> Outcome {
        .dropped(MapLine.Fault(severity: .error, offset: offset, message: message, help: help))
    }

    /// Words stand apart, operators stick to them, a comma has a blank after it.
    private static func joined(_ tokens: ArraySlice<AliasToken>, _ form: (AliasToken) -> [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        for index in tokens.indices {
            let token = tokens[index]
            text += token.isSpecial(ASCII.comma) ? [ASCII.comma, ASCII.space] : form(token)
            guard index + 1 < tokens.endIndex, !token.isSpecial(ASCII.comma) else { continue }
            let next = tokens[index + 1]
            let areWords = token.kind != .special && next.kind != .special
            if areWords || next.isSpecial(UInt8(ascii: "<")) { text.append(ASCII.space) }
        }
        return text
    }
}

extension AliasToken {
    /// The token as it stands in a value.
    fileprivate var written: [UInt8] {
        switch kind {
        case .comment, .special: text
        case .domainLiteral: Array(text.map { $0 == ASCII.backslash ? [$0, $0] : [$0] }.joined())
        case .quoted: Self.inQuotes(text)
        case .atom: text.contains(where: Self.needsQuotes) ? Self.inQuotes(text) : text
        }
    }

    fileprivate static func needsQuotes(_ byte: UInt8) -> Bool {
        byte <= ASCII.space || byte == 0x7F || isSpecialByte(byte)
    }

    fileprivate static func inQuotes(_ text: [UInt8]) -> [UInt8] {
        var quoted: [UInt8] = [ASCII.doubleQuote]
        for byte in text {
            if byte == ASCII.doubleQuote || byte == ASCII.backslash || byte == ASCII.carriageReturn {
                quoted.append(ASCII.backslash)
            }
            quoted.append(byte)
        }
        return quoted + [ASCII.doubleQuote]
    }
}

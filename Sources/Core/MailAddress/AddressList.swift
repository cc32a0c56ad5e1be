import ByteScanning

/// The addresses of a header or of a table's value (RFC 5322 section 3.4), with what stands around them.
///
/// Any text is a list. It is read from its end, as Postfix reads it: `name <address>` counts with a `>`
/// alone, a group with its `;` alone, so that `a:b` and `:include:/file` are addresses; where two words stand
/// side by side and no `<` follows, a comma is missing between them.
public struct AddressList: Sendable, Hashable {
    public enum Element: Sendable, Hashable {
        /// The tokens of an address, a source route included; none for `<>`.
        case address(AddressTokens)
        /// A word of a display name or of a group's name.
        case phrase(AddressToken)
        case comment(AddressToken)
        /// One of `, ; : < >` between the others.
        case mark(UInt8)
    }

    public var elements: [Element]

    public init(_ text: [UInt8]) {
        var parser = AddressListParser(AddressTokens(external: text).tokens)
        elements = parser.parse()
    }

    /// The addresses in their order.
    public var addresses: [AddressTokens] {
        elements.compactMap { element in
            guard case .address(let tokens) = element else { return nil }
            return tokens
        }
    }

    /// The list with other addresses in the places of its own.
    public func mapAddresses<Failure: Error>(
        _ transform: (AddressTokens) throws(Failure) -> AddressTokens
    ) throws(Failure) -> AddressList {
        var list = self
        for index in list.elements.indices {
            guard case .address(let tokens) = list.elements[index] else { continue }
            list.elements[index] = .address(try transform(tokens))
        }
        return list
    }

    /// The list as one line of text; quoted strings are quoted again.
    public var text: [UInt8] {
        var text: [UInt8] = []
        var previous: Element?
        for element in elements {
            if let previous, Self.needsSpace(previous, element) { text.append(ASCII.space) }
            switch element {
            case .address(let tokens): if !tokens.tokens.isEmpty { text += tokens.externalForm }
            case .comment(let token): text += token.text
            case .phrase(let token):
                text += token.kind == .quotedString ? Self.quoted(token.text) : token.text
            case .mark(let mark): text.append(mark)
            }
            previous = element
        }
        return text
    }

    private static func quoted(_ text: [UInt8]) -> [UInt8] {
        var quoted = [ASCII.doubleQuote]
        for byte in text {
            if byte == ASCII.doubleQuote || byte == ASCII.backslash { quoted.append(ASCII.backslash) }
            quoted.append(byte)
        }
        return quoted + [ASCII.doubleQuote]
    }

    private static func needsSpace(_ previous: Element, _ next: Element) -> Bool {
        switch (previous, next) {
        case (.mark(ASCII.comma), _), (.mark(ASCII.colon), _), (_, .mark(ASCII.less)): true
        case (.mark, _), (_, .mark): false
        case (.phrase(let left), .phrase(let right)): left.isWord && right.isWord
        case (.phrase(let left), _): left.isWord
        default: true
        }
    }
}

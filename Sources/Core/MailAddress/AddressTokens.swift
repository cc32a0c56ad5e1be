import ByteScanning

/// An address as a row of tokens: the form in which `trivial-rewrite(8)` changes addresses.
public struct AddressTokens: Sendable, Hashable {
    public var tokens: [AddressToken]
    /// Whether words are written without spaces between them, as in `!some one` once the empty site is
    /// swapped.
    public var joinsWords = false

    public init(_ tokens: [AddressToken] = []) { self.tokens = tokens }

    /// The tokens of an address in external form. Never fails.
    public init(external text: [UInt8]) {
        tokens = []
        var scanner = AddressScanner(text)
        while let token = scanner.next() { tokens.append(token) }
    }

    /// The first special byte of this kind.
    public func firstIndex(of byte: UInt8) -> Int? { tokens.firstIndex { $0.isSpecial(byte) } }

    /// The last special byte of this kind.
    public func lastIndex(of byte: UInt8) -> Int? { tokens.lastIndex { $0.isSpecial(byte) } }

    /// Removes one dot at the end, unless a dot or `@` stands before it: bogus names stay as they are, so
    /// that messages show them.
    public mutating func stripTrailingDot() {
        guard tokens.count >= 2, tokens[tokens.count - 1].isSpecial(ASCII.dot) else { return }
        let previous = tokens[tokens.count - 2]
        guard !previous.isSpecial(ASCII.dot), !previous.isSpecial(ASCII.at) else { return }
        tokens.removeLast()
    }

    /// The text of the tokens without quotes: the internal form. Words that stand side by side get a space
    /// between them; so do a comma and what follows, and whatever precedes `<`.
    public var internalForm: [UInt8] {
        joinsWords ? tokens.flatMap(\.text) : Self.internalForm(tokens[...])
    }

    /// The internal form of some of the tokens.
    public static func internalForm(_ tokens: ArraySlice<AddressToken>) -> [UInt8] {
        var text: [UInt8] = []
        var previous: AddressToken?
        for token in tokens {
            if let previous, needsSpace(previous, token) { text.append(ASCII.space) }
            text += token.text
            previous = token
        }
        return text
    }

    /// The address as SMTP and headers write it.
    public var externalForm: [UInt8] { AddressQuoting.quoted(internalForm) }

    private static func needsSpace(_ previous: AddressToken, _ next: AddressToken) -> Bool {
        previous.isWord && next.isWord || previous.isSpecial(ASCII.comma) || next.isSpecial(ASCII.less)
    }
}

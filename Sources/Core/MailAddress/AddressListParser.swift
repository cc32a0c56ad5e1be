import ByteScanning

/// Reads tokens of an address list from the last to the first.
struct AddressListParser {
    private let tokens: [AddressToken]
    /// How many tokens are left.
    private var count: Int
    /// Elements from the last to the first.
    private var elements: [AddressList.Element] = []
    /// Whether the `;` of a group was seen, and not its `:`.
    private var isInGroup = false
    /// Whether what was read last begins an address, so that another one before it needs a comma.
    private var beginsAddress = false

    init(_ tokens: [AddressToken]) {
        self.tokens = tokens
        count = tokens.count
    }

    mutating func parse() -> [AddressList.Element] {
        while count > 0 { readElement() }
        return elements.reversed()
    }

    private mutating func readElement() {
        let token = tokens[count - 1]
        if token.kind == .comment {
            elements.append(.comment(token))
            count -= 1
        } else if token.isSpecial(ASCII.semicolon) {
            mark(ASCII.semicolon)
            isInGroup = true
        } else if token.isSpecial(ASCII.comma) {
            beginsAddress = false
            mark(ASCII.comma)
        } else if token.isSpecial(ASCII.colon), isInGroup {
            isInGroup = false
            beginsAddress = false
            mark(ASCII.colon)
            readPhrase()
        } else if token.isSpecial(ASCII.greater) {
            readBracketed()
        } else {
            readAddress()
        }
    }

    private mutating func mark(_ byte: UInt8) {
        separate()
        elements.append(.mark(byte))
        count -= 1
    }

    /// Adds the comma that is missing before an address.
    private mutating func separate() {
        guard beginsAddress else { return }
        elements.append(.mark(ASCII.comma))
        beginsAddress = false
    }

    /// `name <address>`; a `>` without its `<` stands for itself.
    private mutating func readBracketed() {
        mark(ASCII.greater)
        guard let open = tokens[..<count].lastIndex(where: { $0.isSpecial(ASCII.less) }) else { return }
        elements.append(.address(AddressTokens(tokens[(open + 1)..<count].filter { $0.kind != .comment })))
        elements.append(.mark(ASCII.less))
        count = open
        readPhrase()
        beginsAddress = true
    }

    /// The words of a name, up to what ends the address or group before it.
    private mutating func readPhrase() {
        while count > 0, case let token = tokens[count - 1], !endsPhrase(token) {
            elements.append(token.kind == .comment ? .comment(token) : .phrase(token))
            count -= 1
        }
    }

    private func endsPhrase(_ token: AddressToken) -> Bool {
        token.isSpecial(ASCII.comma) || token.isSpecial(ASCII.semicolon) || token.isSpecial(ASCII.greater)
            || isInGroup && token.isSpecial(ASCII.colon)
    }

    /// An address without brackets: words with something between any two of them.
    private mutating func readAddress() {
        separate()
        var address: [AddressToken] = []
        while count > 0, case let token = tokens[count - 1], token.kind != .comment, !endsPhrase(token) {
            if token.isWord, address.last?.isWord == true { break }
            address.append(token)
            count -= 1
        }
        elements.append(.address(AddressTokens(address.reversed())))
        beginsAddress = true
    }
}

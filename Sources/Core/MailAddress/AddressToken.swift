import ByteScanning

/// A lexical token of an address (RFC 5322 section 3.2), as Postfix's `trivial-rewrite(8)` divides text.
public struct AddressToken: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// A run of ordinary bytes; a backslash takes the byte after it in.
        case atom
        /// What stood between double quotes, without them and without backslashes.
        case quotedString
        /// A comment with its parentheses, as it was written.
        case comment
        /// A domain literal with its brackets, without backslashes.
        case domainLiteral
        /// One of the bytes `| ( ) , . : ; < > @ [ ] % !` and the quote, alone.
        case special
    }

    public var kind: Kind
    public var text: [UInt8]

    public init(_ kind: Kind, _ text: [UInt8]) {
        self.kind = kind
        self.text = text
    }

    /// A special byte.
    public init(special byte: UInt8) { self.init(.special, [byte]) }

    /// Whether this is the given special byte, written as such.
    public func isSpecial(_ byte: UInt8) -> Bool { kind == .special && text.first == byte }

    /// Whether this is a word: everything but a special byte.
    public var isWord: Bool { kind != .special }
}

/// The bytes that addresses give a meaning to.
extension ASCII {
    public static let at = UInt8(ascii: "@")
    public static let percent = UInt8(ascii: "%")
    public static let exclamation = UInt8(ascii: "!")
    public static let less = UInt8(ascii: "<")
    public static let greater = UInt8(ascii: ">")
    public static let openBracket = UInt8(ascii: "[")
    public static let closeBracket = UInt8(ascii: "]")
}

/// The bytes with ASCII letters in lower case.
func lowercasedASCII(_ bytes: some Collection<UInt8>) -> [UInt8] { bytes.map(ASCII.lowercased) }

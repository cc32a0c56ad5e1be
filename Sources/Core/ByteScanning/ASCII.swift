/// Byte values and classes of US-ASCII, as the C locale has them. Mail syntax is defined over bytes
/// (RFC 5321 section 2.3.1), so nothing here depends on the locale of the process.
public enum ASCII {
    public static let nul: UInt8 = 0x00
    public static let tab: UInt8 = 0x09
    public static let newline: UInt8 = 0x0A
    public static let carriageReturn: UInt8 = 0x0D
    public static let space: UInt8 = 0x20
    public static let doubleQuote: UInt8 = 0x22
    public static let numberSign: UInt8 = 0x23
    public static let dollar: UInt8 = 0x24
    public static let comma: UInt8 = 0x2C
    public static let hyphen: UInt8 = 0x2D
    public static let dot: UInt8 = 0x2E
    public static let slash: UInt8 = 0x2F
    public static let colon: UInt8 = 0x3A
    public static let semicolon: UInt8 = 0x3B
    public static let equals: UInt8 = 0x3D
    public static let backslash: UInt8 = 0x5C
    public static let openBrace: UInt8 = 0x7B
    public static let closeBrace: UInt8 = 0x7D
    public static let openParenthesis: UInt8 = 0x28
    public static let closeParenthesis: UInt8 = 0x29

    /// Space, tab, newline, vertical tab, form feed and carriage return: what `isspace` accepts.
    @inlinable @inline(__always)
    public static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte &- 0x09) < 5
    }

    @inlinable @inline(__always)
    public static func isDigit(_ byte: UInt8) -> Bool { (byte &- 0x30) < 10 }

    @inlinable @inline(__always)
    public static func isLetter(_ byte: UInt8) -> Bool { ((byte | 0x20) &- 0x61) < 26 }

    @inlinable @inline(__always)
    public static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

    @inlinable @inline(__always)
    public static func isUppercase(_ byte: UInt8) -> Bool { (byte &- 0x41) < 26 }

    /// Space to tilde: what `isprint` accepts.
    @inlinable @inline(__always)
    public static func isPrintable(_ byte: UInt8) -> Bool { (byte &- 0x20) < 95 }

    @inlinable @inline(__always)
    public static func lowercased(_ byte: UInt8) -> UInt8 { isUppercase(byte) ? byte | 0x20 : byte }
}

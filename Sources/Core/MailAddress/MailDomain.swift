import ByteScanning
import NetworkAddress

/// The part of an address after its last `@`: a name, an address literal, or what a broken address has there.
public struct MailDomain: Sendable, Hashable {
    public var bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public init(_ text: String) { bytes = Array(text.utf8) }

    /// Whether it is written in brackets.
    public var isLiteral: Bool { bytes.first == ASCII.openBracket }

    /// The address of an address literal (RFC 5321 section 4.1.3); `nil` for a name, a literal of another
    /// kind, or a malformed one.
    public var literalAddress: IPAddress? {
        guard bytes.count > 2, isLiteral, bytes.last == ASCII.closeBracket else { return nil }
        return Self.address(Array(bytes[1..<(bytes.count - 1)]))
    }

    /// Whether a domain in brackets has the form of an address. Like Postfix, it lets an IPv6 address with
    /// too few groups through, which is no address of any interface.
    public var isAddressLiteral: Bool {
        if literalAddress != nil { return true }
        let tag = Array("[ipv6:".utf8)
        guard bytes.last == ASCII.closeBracket, lowercasedASCII(bytes.prefix(tag.count)) == tag else {
            return false
        }
        let groups = bytes[tag.count...].dropLast().split(
            separator: ASCII.colon, omittingEmptySubsequences: false)
        return groups.count >= 2 && groups.count <= 8
            && groups.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(isHexadecimal) }
    }

    private func isHexadecimal(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    /// The address that the domain is, written without brackets; `nil` for a name.
    public var bareAddress: IPAddress? { Self.quad(bytes) ?? IPv6Address(bytes.span).map(IPAddress.v6) }

    private static func address(_ text: [UInt8]) -> IPAddress? {
        let tag = Array("ipv6:".utf8)
        guard lowercasedASCII(text.prefix(tag.count)) == tag else {
            return quad(text)
        }
        return IPv6Address(text.span.extracting(tag.count...)).map(IPAddress.v6)
    }

    /// Four decimal numbers, leading zeros included. No host has an address in 0.0.0.0/8 (RFC 1122 section
    /// 3.2.1.3), but 0.0.0.0 is let through.
    private static func quad(_ text: [UInt8]) -> IPAddress? {
        let parts = text.split(separator: ASCII.dot, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            var number: UInt32 = 0
            for byte in part {
                guard ASCII.isDigit(byte), number <= 255 else { return nil }
                number = number * 10 + UInt32(byte - 0x30)
            }
            guard !part.isEmpty, number <= 255 else { return nil }
            bits = bits << 8 | number
        }
        return bits == 0 || bits >> 24 != 0 ? .v4(IPv4Address(bits: bits)) : nil
    }

    /// Whether a name may be that of a host: labels of 1 to 63 letters, digits, underscores and inner
    /// hyphens, at most 255 bytes, not digits and dots only. Letters outside ASCII count with the length that
    /// their label has in ASCII at the least (RFC 5890).
    public var isHostName: Bool {
        guard !bytes.isEmpty, bytes.count <= 255, isValidUTF8(bytes.span) else { return false }
        guard bytes.contains(where: { !ASCII.isDigit($0) && $0 != ASCII.dot }) else { return false }
        return bytes.split(separator: ASCII.dot, omittingEmptySubsequences: false).allSatisfy(Self.isLabel)
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        guard let first = label.first, first != ASCII.hyphen, label.last != ASCII.hyphen else { return false }
        var length = 0
        var isASCII = true
        for byte in label {
            if byte >= 0x80 {
                isASCII = false
                // Bytes that continue a character are no characters.
                if byte & 0xC0 != 0x80 { length += 1 }
            } else {
                guard ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == ASCII.hyphen else {
                    return false
                }
                length += 1
            }
        }
        return length + (isASCII ? 0 : 5) <= 63
    }

    /// The domain in lower case, as tables hold it.
    public var folded: [UInt8] { foldedCase(bytes.span, unicode: true) }
}

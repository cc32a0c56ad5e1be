import ByteScanning
import InternationalNames
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
    /// hyphens, at most 255 bytes, not digits and dots only. A name with letters outside ASCII is judged by
    /// its ASCII form (UTS 46).
    public var isHostName: Bool { isHostName(.nontransitional) }

    public func isHostName(_ processing: InternationalName.Processing) -> Bool {
        guard !bytes.span.isASCII else { return Self.isHostName(bytes[...], isLabel: Self.isLabel) }
        do throws(InternationalName.Failure) {
            let ascii = try InternationalName.ascii(bytes.span, processing)
            return Self.isHostName(ascii[...], isLabel: Self.isLabel)
        } catch {
            // Without the library nobody is refused for letters that cannot be judged.
            guard case .missing = error, isValidUTF8(bytes.span) else { return false }
            return Self.isHostName(bytes[...]) { label in
                Self.isLabel(label.filter { $0 < 0x80 } + [UInt8(ascii: "x")])
            }
        }
    }

    private static func isHostName(
        _ name: ArraySlice<UInt8>, isLabel: (ArraySlice<UInt8>) -> Bool
    ) -> Bool {
        guard !name.isEmpty, name.count <= 255 else { return false }
        guard name.contains(where: { !ASCII.isDigit($0) && $0 != ASCII.dot }) else { return false }
        return name.split(separator: ASCII.dot, omittingEmptySubsequences: false).allSatisfy(isLabel)
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        guard (1...63).contains(label.count), label.first != ASCII.hyphen, label.last != ASCII.hyphen else {
            return false
        }
        return label.allSatisfy {
            ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == ASCII.hyphen
        }
    }

    /// The domain in lower case, as tables hold it.
    public var folded: [UInt8] { foldedCase(bytes.span, unicode: true) }
}

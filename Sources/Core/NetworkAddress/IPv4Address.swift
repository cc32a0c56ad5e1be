import ByteScanning

/// An IPv4 address.
public struct IPv4Address: Sendable, Hashable {
    /// The address as a number: the first octet is the most significant byte.
    public var bits: UInt32

    public init(bits: UInt32) { self.bits = bits }

    /// Four decimal octets with dots between them, without leading zeros (what `inet_pton` accepts, POSIX);
    /// `nil` for anything else.
    public init?(_ text: Span<UInt8>) {
        guard text.count <= Self.longestText else { return nil }
        var bits: UInt32 = 0
        var octet: UInt32 = 0
        var digits = 0
        var dots = 0
        for index in text.indices {
            let byte = text[index]
            if ASCII.isDigit(byte) {
                // A leading zero would mean octal to some readers and decimal to others.
                guard digits == 0 || octet != 0 else { return nil }
                octet = octet &* 10 &+ UInt32(byte &- 0x30)
                digits &+= 1
                guard octet <= 255 else { return nil }
            } else {
                guard byte == ASCII.dot, digits > 0, dots < 3 else { return nil }
                bits = bits &<< 8 | octet
                octet = 0
                digits = 0
                dots &+= 1
            }
        }
        guard dots == 3, digits > 0 else { return nil }
        self.bits = bits &<< 8 | octet
    }

    /// The length of `255.255.255.255` in bytes.
    static let longestText = 15
}

extension IPv4Address: CustomStringConvertible {
    /// Dotted decimal.
    public var description: String {
        "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
    }
}

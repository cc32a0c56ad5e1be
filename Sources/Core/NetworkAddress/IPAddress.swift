import ByteScanning

/// An address of either family. An IPv4-mapped IPv6 address is an IPv6 address.
public enum IPAddress: Sendable, Hashable {
    case v4(IPv4Address)
    case v6(IPv6Address)

    /// The text form that `inet_pton` accepts; `nil` for anything else, brackets and zones included.
    public init?(_ text: Span<UInt8>) {
        if let address = IPv4Address(text) {
            self = .v4(address)
        } else if let address = IPv6Address(text) {
            self = .v6(address)
        } else {
            return nil
        }
    }
}

extension IPAddress: CustomStringConvertible {
    public var description: String {
        switch self {
        case .v4(let address): address.description
        case .v6(let address): address.description
        }
    }
}

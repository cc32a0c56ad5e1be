/// The addresses of one family that begin with the same bits: `network/length`.
public enum IPNetwork: Sendable, Hashable {
    case v4(IPv4Network)
    case v6(IPv6Network)
}

extension IPNetwork: CustomStringConvertible {
    public var description: String {
        switch self {
        case .v4(let network): network.description
        case .v6(let network): network.description
        }
    }
}

/// The IPv4 addresses that begin with the first `length` bits of `address`.
public struct IPv4Network: Sendable, Hashable {
    /// The first address: the host bits are zero.
    public let address: IPv4Address
    /// Bits, 0 to 32.
    public let length: Int

    /// The network that `address` is in; its host bits are ignored. `nil` when `length` is not 0 to 32.
    public init?(containing address: IPv4Address, length: Int) {
        guard (0...32).contains(length) else { return nil }
        self.address = IPv4Address(bits: address.bits & ~Self.hostMask(length))
        self.length = length
    }

    /// The first and the last address, as numbers.
    public var bounds: ClosedRange<UInt32> { address.bits...(address.bits | Self.hostMask(length)) }

    private static func hostMask(_ length: Int) -> UInt32 { UInt32.max >> UInt32(truncatingIfNeeded: length) }
}

extension IPv4Network: CustomStringConvertible {
    public var description: String { "\(address)/\(length)" }
}

/// The IPv6 addresses that begin with the first `length` bits of `address`.
public struct IPv6Network: Sendable, Hashable {
    /// The first address: the host bits are zero.
    public let address: IPv6Address
    /// Bits, 0 to 128.
    public let length: Int

    /// The network that `address` is in; its host bits are ignored. `nil` when `length` is not 0 to 128.
    public init?(containing address: IPv6Address, length: Int) {
        guard (0...128).contains(length) else { return nil }
        self.address = IPv6Address(bits: address.bits & ~Self.hostMask(length))
        self.length = length
    }

    /// The first and the last address, as numbers.
    public var bounds: ClosedRange<UInt128> { address.bits...(address.bits | Self.hostMask(length)) }

    private static func hostMask(_ length: Int) -> UInt128 {
        UInt128.max >> UInt128(truncatingIfNeeded: length)
    }
}

extension IPv6Network: CustomStringConvertible {
    public var description: String { "\(address)/\(length)" }
}

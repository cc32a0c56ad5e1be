import ByteScanning
import NetworkAddress

/// How many strangers are in a network.
enum NetworkReach: Int, Comparable {
    /// It can be one's own.
    case own
    /// So large that it is hardly one's own: more than 65,536 public addresses, or all of a private range.
    case wide
    /// Larger than what anybody was ever given.
    case world

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension IPNetwork {
    /// Ranges that are not on the internet (RFC 1918, 6598, 3927, 1122; RFC 4193, 4291).
    private static let privateRanges: [IPNetwork] = [
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8",
        "[fc00::]/7", "[fe80::]/10", "[::1]",
    ].compactMap {
        if case .network(let network) = NetworkMember($0).kind { network } else { nil }
    }

    /// Addresses in different parts of the internet, those for documentation first.
    static let strangers: [[IPAddress]] = [
        ["203.0.113.7", "45.67.89.10", "91.23.45.67", "8.34.56.78"],
        ["2001:db8::7", "2400:1234::7", "2600:1234::7", "2a01:1234::7"],
    ].map { $0.compactMap { IPAddress(Array($0.utf8).span) } }

    var length: Int {
        switch self {
        case .v4(let network): network.length
        case .v6(let network): network.length
        }
    }

    var firstAddress: IPAddress {
        switch self {
        case .v4(let network): .v4(network.address)
        case .v6(let network): .v6(network.address)
        }
    }

    func contains(_ address: IPAddress) -> Bool {
        switch (self, address) {
        case (.v4(let network), .v4(let address)): network.bounds.contains(address.bits)
        case (.v6(let network), .v6(let address)): network.bounds.contains(address.bits)
        case (.v4, .v6), (.v6, .v4): false
        }
    }

    /// Whether it is in a range that is not on the internet.
    var isPrivate: Bool {
        Self.privateRanges.contains { $0.length <= length && $0.contains(firstAddress) }
    }

    var reach: NetworkReach {
        let isLoopback = IPNetwork.privateRanges.dropFirst(5).first?.contains(firstAddress) ?? false
        let limits =
            switch self {
            case .v4: isPrivate ? (world: 0, wide: isLoopback ? 0 : 13) : (world: 8, wide: 16)
            case .v6: isPrivate ? (world: 0, wide: 0) : (world: 16, wide: 28)
            }
        return length < limits.world ? .world : length < limits.wide ? .wide : .own
    }

    /// Strangers in it, for an exception may be made for one of them.
    var examples: [IPAddress] {
        guard !isPrivate else { return [example] }
        let others = Self.strangers.flatMap { $0 }.filter(contains) + [middle]
        return [example]
            + others.filter { address in !Self.privateRanges.contains { $0.contains(address) } }
    }

    private var middle: IPAddress {
        switch self {
        case .v4(let network):
            let (first, last) = (network.bounds.lowerBound, network.bounds.upperBound)
            return .v4(IPv4Address(bits: first + (last - first) / 2))
        case .v6(let network):
            let (first, last) = (network.bounds.lowerBound, network.bounds.upperBound)
            return .v6(IPv6Address(bits: first + (last - first) / 2))
        }
    }

    /// A stranger in it.
    var example: IPAddress {
        // What comes through the proxy of a container engine has this address.
        let known = isPrivate ? [.v4(IPv4Address(bits: 0xAC11_0001))] : Self.strangers.flatMap { $0 }
        if let address = known.first(where: contains) { return address }
        let (first, last): (IPAddress, IPAddress) =
            switch self {
            case .v4(let network):
                (
                    .v4(IPv4Address(bits: network.bounds.lowerBound | 1)),
                    .v4(IPv4Address(bits: network.bounds.upperBound & ~1))
                )
            case .v6(let network):
                (
                    .v6(IPv6Address(bits: network.bounds.lowerBound | 1)),
                    .v6(IPv6Address(bits: network.bounds.upperBound & ~1))
                )
            }
        return !isPrivate && Self.privateRanges.contains { $0.contains(first) } ? last : first
    }
}

import NetworkAddress

/// What one line of a `cidr` table says (cidr_table(5)).
public enum CIDRRule: Sendable, Equatable {
    /// Addresses that meet the condition, and no rule before it, get the text.
    case answer(CIDRCondition, text: Range<Int>)
    /// Only addresses that meet the condition see the rules up to the end of the block.
    case beginBlock(CIDRCondition)
    case endBlock
}

/// A network, or all other addresses of the same family.
public struct CIDRCondition: Sendable, Equatable {
    public var network: IPNetwork
    /// A negated IPv4 network matches other IPv4 addresses and no IPv6 address, and the reverse.
    public var isNegated: Bool

    public init(_ network: IPNetwork, isNegated: Bool = false) {
        self.network = network
        self.isNegated = isNegated
    }
}

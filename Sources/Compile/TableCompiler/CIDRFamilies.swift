import TableSources

/// The rules of a `cidr` table, each given to the address family that it is about.
///
/// A rule about one family never matches an address of the other, negated or not; so a block about one family
/// hides its rules from the other.
struct CIDRFamilies {
    private(set) var ipv4 = AddressSweep<UInt32>()
    private(set) var ipv6 = AddressSweep<UInt128>()
    private var openBlocks: [Family] = []
    /// How many of the open blocks are about each family.
    private var ipv4Blocks = 0
    private var ipv6Blocks = 0

    private enum Family { case v4, v6 }

    /// Adds a rule after those added before, in the block that is open.
    mutating func addRule(_ condition: CIDRCondition, answer: UInt32) {
        switch condition.network {
        case .v4(let network):
            if ipv6Blocks == 0 {
                ipv4.addRule(network.bounds, isNegated: condition.isNegated, answer: answer)
            }
        case .v6(let network):
            if ipv4Blocks == 0 {
                ipv6.addRule(network.bounds, isNegated: condition.isNegated, answer: answer)
            }
        }
    }

    mutating func beginBlock(_ condition: CIDRCondition) {
        switch condition.network {
        case .v4(let network):
            openBlocks.append(.v4)
            ipv4Blocks += 1
            ipv4.beginBlock(network.bounds, isNegated: condition.isNegated)
        case .v6(let network):
            openBlocks.append(.v6)
            ipv6Blocks += 1
            ipv6.beginBlock(network.bounds, isNegated: condition.isNegated)
        }
    }

    /// Ends the innermost block.
    mutating func endBlock() {
        switch openBlocks.popLast() {
        case .v4:
            ipv4Blocks -= 1
            ipv4.endBlock()
        case .v6:
            ipv6Blocks -= 1
            ipv6.endBlock()
        case nil:
            break
        }
    }
}

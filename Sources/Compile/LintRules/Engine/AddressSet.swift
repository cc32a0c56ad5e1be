import NetworkAddress
import TableSources

/// Addresses of one family as numbers: ranges in order that do not touch each other.
struct AddressSet: Equatable {
    enum Family { case v4, v6 }

    var family: Family
    var ranges: [ClosedRange<UInt128>]

    var isEmpty: Bool { ranges.isEmpty }

    /// The addresses that meet a condition; a negated network has all others of its family.
    init(_ condition: CIDRCondition) {
        let (bounds, last): (ClosedRange<UInt128>, UInt128)
        switch condition.network {
        case .v4(let network):
            family = .v4
            bounds = UInt128(network.bounds.lowerBound)...UInt128(network.bounds.upperBound)
            last = UInt128(UInt32.max)
        case .v6(let network):
            family = .v6
            (bounds, last) = (network.bounds, .max)
        }
        ranges = condition.isNegated ? [] : [bounds]
        guard condition.isNegated else { return }
        if bounds.lowerBound > 0 { ranges.append(0...bounds.lowerBound - 1) }
        if bounds.upperBound < last { ranges.append(bounds.upperBound + 1...last) }
    }

    /// The addresses that are in both.
    func intersection(_ other: AddressSet) -> AddressSet {
        var result = self
        result.ranges = []
        guard family == other.family else { return result }
        var (left, right) = (ranges[...], other.ranges[...])
        while let first = left.first, let second = right.first {
            if first.overlaps(second) { result.ranges.append(first.clamped(to: second)) }
            if first.upperBound < second.upperBound { left.removeFirst() } else { right.removeFirst() }
        }
        return result
    }
}

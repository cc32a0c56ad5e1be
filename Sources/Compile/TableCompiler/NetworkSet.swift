import NetworkAddress
import TableFormat
import TableSources

/// Networks in order, of which the first that has an address answers; compiled like a `cidr` table.
public struct NetworkSet {
    private var rules: [(network: IPNetwork, answer: [UInt8])] = []

    public init() {}

    public var isEmpty: Bool { rules.isEmpty }

    public mutating func add(_ network: IPNetwork, answer: some Sequence<UInt8>) {
        rules.append((network, Array(answer)))
    }

    /// The image of address ranges; see `AddressRangeImage`.
    public func image() -> [UInt8] {
        var contents = AddressRangeImageContents(answerCount: rules.count, textLength: 4 * rules.count)
        var families = CIDRFamilies()
        for (number, rule) in rules.enumerated() {
            guard let answer = contents.add(line: number + 1, text: rule.answer.span) else { break }
            families.addRule(CIDRCondition(rule.network), answer: answer)
        }
        contents.ipv4 = families.ipv4.ranges()
        contents.ipv6 = families.ipv6.ranges()
        return contents.encoded()
    }
}

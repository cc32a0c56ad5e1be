import NetworkAddress
import TableSources

/// What the rules say, applied one after the other as cidr_table(5) describes it: what a compiled table must
/// equal.
struct LinearScan {
    var rows: [CIDRTableSource.Row]

    /// The index of the row that answers.
    func row(for address: IPAddress) -> Int? {
        var index = 0
        while index < rows.count {
            switch rows[index].rule {
            case .answer(let condition, _):
                if condition.matches(address) { return index }
            case .beginBlock(let condition):
                if !condition.matches(address) { index = endOfBlock(index) }
            case .endBlock:
                break
            }
            index += 1
        }
        return nil
    }

    private func endOfBlock(_ start: Int) -> Int {
        var depth = 0
        for index in start..<rows.count {
            switch rows[index].rule {
            case .answer: break
            case .beginBlock: depth += 1
            case .endBlock: depth -= 1
            }
            if depth == 0 { return index }
        }
        return rows.count
    }
}

extension CIDRCondition {
    func matches(_ address: IPAddress) -> Bool {
        switch (network, address) {
        case (.v4(let network), .v4(let address)):
            (IPv4Network(containing: address, length: network.length) == network) != isNegated
        case (.v6(let network), .v6(let address)):
            (IPv6Network(containing: address, length: network.length) == network) != isNegated
        case (.v4, .v6), (.v6, .v4): false
        }
    }
}

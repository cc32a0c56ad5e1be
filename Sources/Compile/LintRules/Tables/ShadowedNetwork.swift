import NetworkAddress
import TableSources

/// A network that an earlier row has already.
struct ShadowedNetwork: Rule {
    static let documentation = RuleDocumentation(
        "table/shadowed-network", .warning, "A network that an earlier row covers",
        what:
            "All addresses of a row of a `cidr` table are in the network of an earlier row, which therefore answers.",
        why: "The row never has an effect, so an exception that it should make is not made.",
        atRunTime: "Nothing is said; the first row that contains the address counts.",
        mend: "Put the smaller network before the larger one.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.addressTables {
            var search = CoveringNetworks()
            for (index, row) in table.source.rows.enumerated() {
                guard let earlier = search.take(row.rule, row: index) else { continue }
                let first = table.source.rows[earlier]
                if case .beginBlock = row.rule { continue }
                findings.add(
                    at: context.range(file: table.file, line: row.line),
                    "an earlier row has all addresses of this network, so this one is never reached",
                    notes: [
                        Finding.Note(
                            "the row that answers", at: context.range(file: table.file, line: first.line))
                    ])
            }
        }
    }
}

/// Networks of rows that are always reached, to find the first one that covers another: a table by prefix, which is asked
/// once for each length that occurs.
private struct CoveringNetworks {
    private var rows: [IPNetwork: Int] = [:]
    private var lengths: (v4: Set<Int>, v6: Set<Int>) = ([], [])
    /// Blocks that are open; rows in them do not answer for all addresses.
    private var depth = 0

    /// Takes a rule in order.
    ///
    /// - Returns: the row that covers it, when there is one.
    mutating func take(_ rule: CIDRRule, row: Int) -> Int? {
        switch rule {
        case .beginBlock: depth += 1
        case .endBlock: depth -= 1
        case .answer(let condition, _):
            guard !condition.isNegated else { return nil }
            if let earlier = covering(condition.network) { return earlier }
            guard depth == 0 else { return nil }
            rows[condition.network] = row
            switch condition.network {
            case .v4(let network): lengths.v4.insert(network.length)
            case .v6(let network): lengths.v6.insert(network.length)
            }
        }
        return nil
    }

    private func covering(_ network: IPNetwork) -> Int? {
        let wider: [IPNetwork?] =
            switch network {
            case .v4(let network):
                lengths.v4.filter { $0 <= network.length }.sorted().map {
                    IPv4Network(containing: network.address, length: $0).map { .v4($0) }
                }
            case .v6(let network):
                lengths.v6.filter { $0 <= network.length }.sorted().map {
                    IPv6Network(containing: network.address, length: $0).map { .v6($0) }
                }
            }
        for case .some(let network) in wider {
            if let row = rows[network] { return row }
        }
        return nil
    }
}

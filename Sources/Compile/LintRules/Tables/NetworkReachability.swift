import NetworkAddress
import TableSources

/// Which rows of a table of networks are never reached.
struct NetworkReachability {
    enum Cause {
        /// One earlier row has all its addresses.
        case row(Int)
        /// Several have; the first of them.
        case rows([Int], hasMore: Bool)
        /// The block that begins at a row has none of its addresses.
        case block(Int)
        /// There are no such addresses.
        case condition
    }

    struct DeadRow {
        var row: Int
        var cause: Cause
    }

    private(set) var deadRows: [DeadRow] = []
    /// The addresses that come to each row, when nothing answers before; `nil` for lines that have no answer.
    private var sets: [AddressSet?] = []
    private var covering = CoveringNetworks()
    /// The blocks that are open; without addresses where a block around it lets none in.
    private var blocks: [(row: Int, set: AddressSet)] = []
    /// Rows that one earlier row covers.
    private var covered: [Int: Int] = [:]

    private static let shownRows = 4

    init(_ rows: [CIDRTableSource.Row]) {
        sets.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() { sets.append(take(row.rule, index)) }
        for family in [AddressSet.Family.v4, .v6] {
            let answering = AnsweringRows(sets.map { $0?.family == family ? $0 : nil })
            for (row, set) in sets.enumerated() {
                guard let set, set.family == family, !answering.rows.contains(row) else { continue }
                deadRows.append(DeadRow(row: row, cause: cause(row, set, answering)))
            }
        }
    }

    private func cause(_ row: Int, _ set: AddressSet, _ answering: AnsweringRows) -> Cause {
        if let row = covered[row] { return .row(row) }
        let rows = answering.rows(for: set, limit: Self.shownRows + 1)
        if rows.count == 1 { return .row(rows[0]) }
        return .rows(Array(rows.prefix(Self.shownRows)), hasMore: rows.count > Self.shownRows)
    }

    /// The addresses that come to a line and get its answer.
    private mutating func take(_ rule: CIDRRule, _ row: Int) -> AddressSet? {
        switch rule {
        case .beginBlock(let condition):
            let isDead = blocks.last?.set.isEmpty ?? false
            let set = reach(condition)
            if set.isEmpty, !isDead { deadRows.append(DeadRow(row: row, cause: emptiness(condition))) }
            blocks.append((row, set))
        case .endBlock: _ = blocks.popLast()
        case .answer(let condition, _):
            // What is in a block that is never entered was said of the block.
            if blocks.last?.set.isEmpty ?? false { return nil }
            let set = reach(condition)
            if set.isEmpty {
                deadRows.append(DeadRow(row: row, cause: emptiness(condition)))
                return nil
            }
            covered[row] = covering.take(condition, row: row, isInBlock: !blocks.isEmpty)
            return set
        }
        return nil
    }

    private func reach(_ condition: CIDRCondition) -> AddressSet {
        let set = AddressSet(condition)
        return blocks.last.map { set.intersection($0.set) } ?? set
    }

    private func emptiness(_ condition: CIDRCondition) -> Cause {
        guard let block = blocks.last, !AddressSet(condition).isEmpty else { return .condition }
        return .block(block.row)
    }
}

/// Networks of rows that are always reached, to find the first one that covers another: a table by prefix, which is asked
/// once for each length that occurs.
private struct CoveringNetworks {
    private var rows: [IPNetwork: Int] = [:]
    private var lengths: (v4: Set<Int>, v6: Set<Int>) = ([], [])

    /// Takes a row with an answer, in order.
    ///
    /// - Returns: the row that covers it, when there is one.
    mutating func take(_ condition: CIDRCondition, row: Int, isInBlock: Bool) -> Int? {
        guard !condition.isNegated else { return nil }
        if let earlier = covering(condition.network) { return earlier }
        guard !isInBlock else { return nil }
        rows[condition.network] = row
        switch condition.network {
        case .v4(let network): lengths.v4.insert(network.length)
        case .v6(let network): lengths.v6.insert(network.length)
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

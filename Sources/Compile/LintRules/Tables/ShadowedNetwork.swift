/// A network that earlier rows have already.
struct ShadowedNetwork: Rule {
    static let documentation = RuleDocumentation(
        "table/shadowed-network", .warning, "A network that earlier rows cover",
        what: """
            All addresses of a row of a `cidr` table are in the network of an earlier row, or in those of several earlier
            rows together, which therefore answer; or the block around the row lets none of them in.
            """,
        why: "The row never has an effect, so an exception that it should make is not made.",
        atRunTime: "Nothing is said; the first row that contains the address counts.",
        mend: "Put the smaller network before the larger one.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.addressTables {
            let reach = NetworkReachability(table.source.rows)
            let text = table.text
            func place(_ row: Int) -> SourceRange { text.range(ofLine: table.source.rows[row].line) }
            for dead in reach.deadRows {
                findings.add(at: place(dead.row), message(dead), notes: notes(dead, place))
            }
        }
    }

    private func message(_ dead: NetworkReachability.DeadRow) -> String {
        switch dead.cause {
        case .row: "an earlier row has all addresses of this network, so this one is never reached"
        case .rows: "earlier rows together have all addresses of this network, so this one is never reached"
        case .block: "the block lets in none of these addresses, so this line is never reached"
        case .condition: "no address meets this condition"
        }
    }

    private func notes(
        _ dead: NetworkReachability.DeadRow, _ place: (Int) -> SourceRange
    ) -> [Finding.Note] {
        switch dead.cause {
        case .row(let row): return [Finding.Note("the row that answers", at: place(row))]
        case .rows(let rows, let hasMore):
            let notes = rows.map { Finding.Note("a row that answers for some of them", at: place($0)) }
            return hasMore ? notes + [Finding.Note("and more rows answer for the others")] : notes
        case .block(let row): return [Finding.Note("the block", at: place(row))]
        case .condition: return []
        }
    }
}

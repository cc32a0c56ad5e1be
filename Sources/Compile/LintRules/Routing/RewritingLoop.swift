import ByteScanning
import Diagnostics

/// Addresses that lead in a circle.
struct RewritingLoop: Rule {
    static let documentation = RuleDocumentation(
        "routing/loop", .error, "Aliases or rewriting in a circle",
        what: """
            Rows of `virtual_alias_maps`, of the canonical tables or of `alias_maps` lead from one address to another and
            back to the first; those of aliases through several tables and through `:include:` files, too. The whole circle
            is shown. A row that leads to itself ends there and is none. Canonical rows are a warning, because the mail goes
            on, and so is what goes through a file, which is read when the mail comes.
            """,
        why: "Mail to these addresses is refused or bounced, or ends at an address that nobody meant.",
        atRunTime: """
            Virtual aliases: `warning: unreasonable virtual_alias_maps map nesting for a@example.com -- message not
            accepted, try again later`, and `451 4.6.0 Alias expansion error`. Canonical: the same warning, but the tenth
            address is taken. Aliases: `status=bounced (alias database loop for office)`, with 5.4.6. An alias that a file
            leads back to: `status=bounced (mail forwarding loop for office@mail.example.com)`; with another alias between
            them the mail is removed without a word.
            """,
        mend: "Let the last row lead to an address that has a mailbox.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for parameter in ["virtual_alias_maps", "canonical_maps", "recipient_canonical_maps"] {
            let rows = AddressRows([parameter], context)
            let isRefused = parameter == "virtual_alias_maps" && context.running.contains("cleanup")
            for cycle in cycles(rows) {
                let places = cycle.map { target -> (name: String, range: SourceRange) in
                    let source = rows.tables[target.table].source
                    let row = source.rows[target.row]
                    return (printable(source.key(row)), source.range(ofKey: row))
                }
                report(places, parameter, isRefused ? .error : .warning, &findings)
            }
        }
        reportAliases(context, &findings)
    }

    /// What a file includes may have changed before the mail comes, and a table that cannot be read here may have the
    /// names before the others.
    private func reportAliases(_ context: LintContext, _ findings: inout Findings) {
        let graph = AliasGraph(LocalAliasRows(context), context)
        let isKnown = context.tableUses.allSatisfy {
            $0.parameter != "alias_maps" || LocalAliasRows.isAsked($0) && context.mapSource(of: $0) != nil
                || !$0.services.contains { $0.command.string == "local" }
        }
        for cycle in graph.cycles() {
            let hasFiles = cycle.contains { if case .file = $0 { true } else { false } }
            let isCertain = isKnown && !hasFiles && context.running.contains("local")
            report(cycle.map(graph.place), "alias_maps", isCertain ? .error : .warning, &findings)
        }
    }

    private func cycles(_ rows: AddressRows) -> [[AddressRows.Target]] {
        let starts = rows.tables.reduce(into: [0]) { starts, table in
            starts.append((starts.last ?? 0) + table.source.rows.count)
        }
        func target(_ number: Int) -> AddressRows.Target {
            let table = (starts.firstIndex { $0 > number } ?? 1) - 1
            return AddressRows.Target(table: table, row: number - starts[table], isCatchAll: false)
        }
        let graph = RowGraph(count: starts.last ?? 0) { number in
            let origin = target(number)
            let source = rows.tables[origin.table].source
            let row = source.rows[origin.row]
            let key = source.keySlice(row)
            return AddressRows.addresses(of: source.valueSlice(row)).compactMap { address in
                guard !KeyIndex.isSame(address, key), let found = rows.target(of: address),
                    !leadsToItself(found, address, rows)
                else { return nil }
                return starts[found.table] + found.row
            }
        }
        return graph.cycles().map { $0.map(target) }
    }

    /// Whether a row says nothing else of an address than the address.
    private func leadsToItself(
        _ target: AddressRows.Target, _ address: ArraySlice<UInt8>, _ rows: AddressRows
    ) -> Bool {
        let source = rows.tables[target.table].source
        return AddressRows.addresses(of: source.valueSlice(source.rows[target.row])).contains {
            KeyIndex.isSame($0, address)
        }
    }

    private func report(
        _ places: [(name: String, range: SourceRange)], _ parameter: String, _ severity: Severity,
        _ findings: inout Findings
    ) {
        let names = places.map(\.name) + places.prefix(1).map(\.name)
        findings.add(
            at: places[0].range, "\(parameter) leads in a circle: \(names.joined(separator: " -> "))",
            severity: severity,
            notes: places.dropFirst().map { Finding.Note("then \($0.name)", at: $0.range) })
    }
}

import ByteScanning

/// Aliases and the aliases that they lead to.
struct LocalAliasRows {
    let tables: [MapTable]
    private let domains: ClassDomains
    private let origin: [UInt8]

    init(_ context: LintContext) {
        tables = context.mapTables.filter { table in
            table.source.isAliasSource && table.uses.contains { $0.parameter == "alias_maps" }
        }
        domains = ClassDomains(.local, context)
        origin = Array(context.main.text("myorigin").utf8)
    }

    /// The local names that the value of an alias has; addresses of other machines, files and commands are left out.
    func localTargets(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        value.split(separator: ASCII.comma).compactMap { part in
            var name = part.drop(while: ASCII.isSpace)
            while let last = name.last, ASCII.isSpace(last) { name.removeLast() }
            guard let first = name.first, first != UInt8(ascii: "|"), first != ASCII.slash,
                first != ASCII.doubleQuote, first != ASCII.colon, first != ASCII.backslash,
                !name.contains(where: ASCII.isSpace)
            else { return nil }
            guard let at = name.lastIndex(of: UInt8(ascii: "@")) else { return name }
            let domain = name[(at + 1)...]
            return domains.contains(domain) || KeyIndex.isSame(domain, origin[...]) ? name[..<at] : nil
        }
    }

    /// The rows of each circle.
    func cycles() -> [[AddressRows.Target]] {
        // Only the first table that has a name is asked, and there is hardly ever more than one.
        tables.enumerated().flatMap { number, table in
            let source = table.source
            let graph = RowGraph(count: source.rows.count) { index in
                let key = source.keySlice(source.rows[index])
                return localTargets(of: source.valueSlice(source.rows[index])).compactMap { name in
                    KeyIndex.isSame(name, key) ? nil : table.index.row(for: name)
                }
            }
            return graph.cycles().map { cycle in
                cycle.map { AddressRows.Target(table: number, row: $0, isCatchAll: false) }
            }
        }
    }
}

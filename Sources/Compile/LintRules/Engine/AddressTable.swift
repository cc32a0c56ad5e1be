import TableSources

/// A table of networks and everything that names it.
struct AddressTable {
    let text: TableText
    var uses: [TableUse]
    let source: CIDRTableSource

    init(_ text: TableText, _ use: TableUse) {
        self.text = text
        uses = [use]
        source = CIDRTableSource(parsing: text.lines.bytes.span, file: text.file)
    }

    static func all(_ context: LintContext) -> [AddressTable] {
        var tables: [AddressTable] = []
        var known: [String: Int] = [:]
        for use in context.tableUses {
            if let index = known[use.identity] {
                tables[index].uses.append(use)
            } else if let table = context.addressTable(of: use) {
                known[use.identity] = tables.count
                tables.append(table)
            }
        }
        return tables
    }
}

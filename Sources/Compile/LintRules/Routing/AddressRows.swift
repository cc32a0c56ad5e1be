import ByteScanning

/// What the lookup of an address finds in tables of addresses: the whole address, then the domain with an `@`.
struct AddressRows {
    let tables: [MapTable]
    private let delimiters: [UInt8]
    private let origin: [UInt8]
    private let localDomains: ClassDomains
    /// Hashes of the domains that keys have, so that most addresses are known not to be there without a search.
    private let domains: Set<Int>

    /// The row that an address leads to.
    struct Target: Hashable {
        var table: Int
        var row: Int
        /// Whether the row is for a whole domain.
        var isCatchAll: Bool
    }

    init(_ parameters: Set<String>, _ context: LintContext) {
        tables = context.mapTables.filter { table in
            table.uses.contains {
                parameters.contains($0.parameter) && $0.wrappers.allSatisfy { $0 == .proxy }
            }
        }
        delimiters = Array(context.main.text("recipient_delimiter").utf8)
        origin = Array(context.main.text("myorigin").utf8)
        localDomains = ClassDomains(.local, context)
        domains = Self.domains(of: tables)
    }

    private static func domains(of tables: [MapTable]) -> Set<Int> {
        var domains: Set<Int> = []
        for table in tables {
            for row in table.source.rows {
                let key = table.source.keySlice(row)
                guard let at = key.lastIndex(of: UInt8(ascii: "@")) else { continue }
                domains.insert(KeyIndex.hash(key[(at + 1)...]))
            }
        }
        return domains
    }

    /// - Parameter address: with or without a domain.
    func target(of address: ArraySlice<UInt8>) -> Target? {
        let at = address.lastIndex(of: UInt8(ascii: "@"))
        let local = address[..<(at ?? address.endIndex)]
        let domain = at.map { address[($0 + 1)...] } ?? origin[...]
        let isOwn = isOwn(domain)
        guard isOwn || domains.contains(KeyIndex.hash(domain)) else { return nil }
        for part in [local, base(of: local)].compactMap({ $0 }) {
            if let found = row(for: (part + [UInt8(ascii: "@")] + domain)[...]) { return found }
            if isOwn, let found = row(for: part) { return found }
        }
        guard var found = row(for: ([UInt8(ascii: "@")] + domain)[...]) else { return nil }
        found.isCatchAll = true
        return found
    }

    private func row(for key: ArraySlice<UInt8>) -> Target? {
        for (number, table) in tables.enumerated() {
            if let row = table.index.row(for: key) {
                return Target(table: number, row: row, isCatchAll: false)
            }
        }
        return nil
    }

    /// A local part without its extension; `nil` when it has none.
    private func base(of local: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard !delimiters.isEmpty, let end = local.firstIndex(where: { delimiters.contains($0) }),
            end > local.startIndex
        else { return nil }
        return local[..<end]
    }

    private func isOwn(_ domain: ArraySlice<UInt8>) -> Bool {
        KeyIndex.isSame(domain, origin[...]) || localDomains.contains(domain)
    }

    /// The addresses of a value, without blanks around them.
    static func addresses(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        guard value.contains(ASCII.comma) || value.contains(where: ASCII.isSpace) else { return [value] }
        return value.split { $0 == ASCII.comma || ASCII.isSpace($0) }
    }
}

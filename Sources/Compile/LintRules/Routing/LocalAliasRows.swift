import ByteScanning

/// Aliases and the aliases that they lead to.
struct LocalAliasRows {
    let tables: [MapTable]
    private let domains: ClassDomains
    private let origin: [UInt8]

    init(_ context: LintContext) {
        tables = context.mapTables.filter { table in
            table.source.isAliasSource && table.uses.contains(where: Self.isAsked)
        }
        domains = ClassDomains(.local, context)
        origin = Array(context.main.text("myorigin").utf8)
    }

    /// Whether local(8) asks a table for aliases as it stands.
    static func isAsked(_ use: TableUse) -> Bool {
        use.parameter == "alias_maps" && use.wrappers.allSatisfy { $0 == .proxy || $0 == .debug }
            && (use.services.isEmpty || use.services.contains { $0.command.string == "local" })
    }

    /// The local names that the value of an alias has; addresses of other machines, files and commands are left out.
    func localTargets(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        value.split(separator: ASCII.comma).compactMap { part in
            let name = Self.trimmed(part)
            guard let first = name.first, first != UInt8(ascii: "|"), first != ASCII.slash,
                first != ASCII.doubleQuote, first != ASCII.colon, first != ASCII.backslash,
                !name.contains(where: ASCII.isSpace)
            else { return nil }
            guard let at = name.lastIndex(of: UInt8(ascii: "@")) else { return name }
            let domain = name[(at + 1)...]
            return domains.contains(domain) || KeyIndex.isSame(domain, origin[...]) ? name[..<at] : nil
        }
    }

    /// The files that the value of an alias includes, by absolute names.
    static func includes(in value: ArraySlice<UInt8>) -> [String] {
        guard value.contains(ASCII.colon) else { return [] }
        return value.split(separator: ASCII.comma).compactMap { part in
            var name = trimmed(part)
            if name.first == ASCII.doubleQuote, name.last == ASCII.doubleQuote, name.count > 1 {
                name = name.dropFirst().dropLast()
            }
            let text = String(decoding: name, as: UTF8.self)
            guard text.lowercased().hasPrefix(":include:/") else { return nil }
            return String(text.dropFirst(":include:".count))
        }
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop(while: ASCII.isSpace)
        while let last = text.last, ASCII.isSpace(last) { text.removeLast() }
        return text
    }
}

import ByteScanning
import TableFormat

/// The four classes of addresses, whose domains a parameter lists (ADDRESS_CLASS_README).
enum AddressClass: String, CaseIterable {
    case local = "mydestination"
    case virtualAlias = "virtual_alias_domains"
    case virtualMailbox = "virtual_mailbox_domains"
    case relay = "relay_domains"
}

/// The domains of a class, with the places that list them; those in tables that can be read here.
struct ClassDomains {
    struct Place {
        var range: SourceRange?
        /// Whether it came through the name of another parameter, such as `$mydestination`.
        var parameter: String
    }

    private(set) var places: [ArraySlice<UInt8>: Place] = [:]

    init(_ kind: AddressClass, _ context: LintContext) {
        for word in context.members(context.main.words(kind.rawValue)) {
            guard !word.text.hasPrefix("!"), word.listFile == nil, !TableUseReader.isTable(word.text) else {
                continue
            }
            add(Array(word.text.utf8)[...], word.nearestRange, word.parameter)
        }
        for table in context.mapTables {
            guard let use = table.uses.first(where: { $0.parameter == kind.rawValue }) else { continue }
            for row in table.source.rows {
                add(table.source.keySlice(row), table.source.range(ofKey: row), use.word.parameter)
            }
        }
    }

    private mutating func add(_ name: ArraySlice<UInt8>, _ range: SourceRange?, _ parameter: String) {
        guard !name.contains(UInt8(ascii: "@")), name.contains(where: { $0 >= 0x20 }) else { return }
        let folded = name.contains(where: ASCII.isUppercase) ? name.map(ASCII.lowercased)[...] : name
        if places[folded] == nil { places[folded] = Place(range: range, parameter: parameter) }
    }

    func contains(_ domain: ArraySlice<UInt8>) -> Bool {
        places[domain.contains(where: ASCII.isUppercase) ? domain.map(ASCII.lowercased)[...] : domain] != nil
    }
}

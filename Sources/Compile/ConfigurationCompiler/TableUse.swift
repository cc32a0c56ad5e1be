import Diagnostics
import TableFormat

/// A table that the configuration names, and how it will be read.
struct TableUse: Hashable, Sendable {
    /// Its place among the tables of a build, in the order in which they were met.
    typealias Number = Int

    /// `type:name` with the type written out.
    let reference: TableReference
    /// Whether values name files whose contents are meant (`tls_server_sni_maps`).
    let readsFiles: Bool
}

/// The tables of a build, each once.
struct TableUses {
    /// A table with the place that names it first, among those of the highest authority.
    struct Entry: Sendable {
        let use: TableUse
        /// Makes what is wrong with the table into a diagnostic at the place that named it.
        let diagnostic: @Sendable (Severity, _ message: String, _ help: String?) -> Diagnostic
        /// Who wrote the name.
        let authority: ValueText.Authority
        /// The tables that its name lists or wraps.
        var members: [TableUse.Number] = []
        /// Why it cannot be read, for a file of a match list; `nil` for a table.
        var unreadable: String?
    }

    /// What a table that was met did to the list.
    enum Change {
        case none
        /// The table was there; this place of higher authority names it now.
        case named
        case new
    }

    private(set) var entries: [Entry] = []
    private var numbers: [TableUse: TableUse.Number] = [:]

    /// The number of the table, a new one when it is met for the first time.
    mutating func add(_ entry: Entry) -> (number: TableUse.Number, change: Change) {
        if let number = numbers[entry.use] {
            guard entry.authority > entries[number].authority else { return (number, .none) }
            let members = entries[number].members
            entries[number] = entry
            entries[number].members = members
            return (number, .named)
        }
        numbers[entry.use] = entries.count
        entries.append(entry)
        return (entries.count - 1, .new)
    }

    /// The number of a table that somebody has named in the value of a parameter: no other place has more authority.
    func settled(_ use: TableUse) -> TableUse.Number? {
        guard let number = numbers[use], entries[number].authority == .own else { return nil }
        return number
    }

    mutating func setMembers(_ members: [TableUse.Number], of number: TableUse.Number) {
        entries[number].members = members
    }
}

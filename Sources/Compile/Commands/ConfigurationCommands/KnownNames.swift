import ByteScanning
import CommandSupport
import ConfigurationSemantics
import ConfigurationSyntax
import ParameterCatalogue

/// Which names mean something: those of the mail system, those that services bring, and those that others make use of
/// (postconf(1), `-C`).
struct KnownNames {
    let main: [String: Setting]
    let entries: [MasterEntry]
    let transports: TransportNames
    /// Names that the administrator made up, and that something uses; former names that are set anywhere.
    private(set) var user: Set<String> = []
    /// For each entry of master.cf, the names of its own that something uses.
    private(set) var local: [Set<String>]
    /// Names that are used and that nobody defines, with the file that uses them.
    private(set) var undefined: [(file: String, name: String)] = []

    init(main: [String: Setting], entries: [MasterEntry], transports: TransportNames) {
        self.main = main
        self.entries = entries
        self.transports = transports
        local = Array(repeating: [], count: entries.count)
    }

    /// Whether the mail system brings the name, whatever services there are.
    static func isBuiltIn(_ name: String) -> Bool {
        guard let definition = ParameterCatalogue.definition(of: name) else { return false }
        return isBuiltIn(definition)
    }

    static func isBuiltIn(_ definition: ParameterDefinition) -> Bool {
        definition.lifecycle.isBuiltIn && !isOfTransport(definition)
    }

    /// Whether it is but one of the parameters that each transport has: the manual lists those of the stock
    /// transports.
    private static func isOfTransport(_ definition: ParameterDefinition) -> Bool {
        guard definition.defaultText.utf8.starts(with: "$default_".utf8) else { return false }
        return ParameterCatalogue.perTransport.contains { general in
            general.defaultText == definition.defaultText
                && definition.name.hasSuffix(general.name.dropFirst("transport".count))
                && definition.defaultText != "$" + definition.name
        }
    }

    /// Whether it is the old name of a parameter that reads it still.
    static func isFormer(_ name: String) -> Bool {
        if case .renamed = ParameterCatalogue.definition(of: name)?.lifecycle { true } else { false }
    }

    /// Whether the mail system or a service brings the name.
    func isProvided(_ name: String) -> Bool {
        Self.isBuiltIn(name) || transports.defaultText(of: name) != nil
    }

    /// Whether something reads a setting of main.cf by that name.
    func isUsed(_ name: String) -> Bool {
        user.contains(name) || Self.isFormer(name) || isProvided(name)
    }

    /// Whether something reads a setting of an entry of master.cf.
    func isUsed(_ name: String, in entry: Int) -> Bool {
        local[entry].contains(name) || isUsed(name)
    }

    /// Notes that main.cf, or an entry of master.cf, uses a name.
    ///
    /// - Parameter entry: the number of the entry; `nil` for main.cf.
    mutating func use(_ name: String, in entry: Int?) {
        var isDefined = false
        let places = entry.map { $0..<$0 + 1 } ?? entries.indices
        for place in places where entries[place].parameters[name] != nil {
            local[place].insert(name)
            isDefined = true
        }
        if entry == nil || !isDefined, main[name] != nil {
            isDefined = true
            if !isProvided(name) { user.insert(name) }
        }
        if !isDefined, !isUsed(name) {
            undefined.append((entry == nil ? "main.cf" : "master.cf", name))
        }
    }

    /// Notes that a name is listed with those of the administrator.
    mutating func list(_ name: String) { user.insert(name) }

    /// Notes a name that may be set and need not.
    mutating func useIfDefined(_ name: String, in entry: Int?) {
        let places = entry.map { $0..<$0 + 1 } ?? entries.indices
        let isDefined = main[name] != nil || places.contains { entries[$0].parameters[name] != nil }
        if isDefined { use(name, in: entry) }
    }
}

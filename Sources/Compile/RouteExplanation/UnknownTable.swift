import AddressRouting
import ConfigurationCompiler

/// A table that could not be asked here: of a type that needs a server, or made of a file that is not here. What it would
/// answer is not known.
public struct UnknownTable: Sendable, Hashable, CustomStringConvertible {
    /// The table as the configuration names it.
    public var table: String
    /// The line that names it; `nil` for a default.
    public var source: SourceLine?
    public var reason: String

    public init(table: String, source: SourceLine?, reason: String) {
        self.table = table
        self.source = source
        self.reason = reason
    }

    /// `file:line type:name: reason`.
    public var description: String {
        (source.map { "\($0.file):\($0.line) " } ?? "") + "\(table): \(reason)"
    }
}

extension RoutingSystem {
    /// The tables that were asked in vain, each once.
    func unknownTables(_ notes: WalkNotes) -> [UnknownTable] {
        var seen: Set<String> = []
        return notes.steps.compactMap { step in
            guard let table = step.table, let reason = step.missingAnswer, seen.insert(table).inserted else {
                return nil
            }
            return UnknownTable(
                table: table, source: source(ofUnknown: table, step.parameter), reason: reason)
        }
    }

    /// The line that names a table, else that of the parameter that asked it.
    func source(ofUnknown table: String, _ parameter: String?) -> SourceLine? {
        unavailable[table]?.line ?? parameter.flatMap { line(ofParameter: $0) }
    }

    /// All tables that somebody named and nobody can ask here, in the order of their names.
    public var unknownTables: [UnknownTable] {
        unavailable.sorted { $0.key < $1.key }.map { table, place in
            UnknownTable(table: table, source: place.line, reason: place.reason)
        }
    }
}

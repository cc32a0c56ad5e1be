import ParameterCatalogue

/// The parameters that exist because of a service: `NAME_destination_concurrency_limit` and its kin.
public struct TransportNames: Sendable {
    private let delivering: Set<String>
    private let timed: Set<String>

    /// Programs that deliver mail.
    private static let deliveryAgents: Set<String> = [
        "smtp", "lmtp", "local", "pipe", "virtual", "error", "discard",
    ]

    public init(_ services: [MasterService]) {
        let delivering = services.filter { Self.deliveryAgents.contains($0.command.string) }
        self.delivering = Set(delivering.map(\.name.string))
        let timed = services.filter { $0.command.string == "pipe" || $0.command.string == "spawn" }
        self.timed = Set(timed.map(\.name.string))
    }

    /// The default of the parameter `name`; `nil` when no service has it.
    public func defaultText(of name: String) -> String? {
        for definition in ParameterCatalogue.perTransport {
            let suffix = definition.name.dropFirst("transport".count)
            guard name.hasSuffix(suffix) else { continue }
            let service = String(name.dropLast(suffix.count))
            let owners = suffix == "_time_limit" ? timed : delivering
            if owners.contains(service) { return definition.defaultText }
        }
        return nil
    }

    /// All of them with what is known of each.
    public var definitions: [(name: String, ParameterDefinition)] {
        ParameterCatalogue.perTransport.flatMap { definition in
            let suffix = definition.name.dropFirst("transport".count)
            return (suffix == "_time_limit" ? timed : delivering).map { ($0 + suffix, definition) }
        }
    }

    /// All of them, sorted.
    public var names: [String] {
        definitions.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

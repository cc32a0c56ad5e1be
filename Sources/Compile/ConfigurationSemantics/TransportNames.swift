import ParameterCatalogue

/// The parameters that exist because of a service: `NAME_destination_concurrency_limit` and its kin.
public struct TransportNames: Sendable {
    private let delivering: Set<String>
    private let timed: Set<String>
    /// Those that `postconf` lists.
    private let listed: Set<String>

    /// Programs that deliver mail.
    private static let deliveryAgents: Set<String> = [
        "smtp", "lmtp", "local", "pipe", "virtual", "error", "discard",
    ]

    public init(_ services: [MasterService]) {
        self.init(services.map { ($0.name.string, $0.command.string) })
    }

    /// - Parameter services: the name and the command of each.
    public init(_ services: [(name: String, command: String)]) {
        delivering = Set(services.filter { Self.deliveryAgents.contains($0.command) }.map(\.name))
        // postconf of Postfix does not know that discard delivers; its parameters work all the same.
        listed = Set(
            services.filter { Self.deliveryAgents.contains($0.command) && $0.command != "discard" }.map(
                \.name))
        timed = Set(services.filter { $0.command == "pipe" || $0.command == "spawn" }.map(\.name))
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

    /// Whether `postconf` lists the parameter `name` as that of a service.
    public func isListed(_ name: String) -> Bool {
        ParameterCatalogue.perTransport.contains { definition in
            let suffix = definition.name.dropFirst("transport".count)
            guard name.hasSuffix(suffix) else { return false }
            return (suffix == "_time_limit" ? timed : listed).contains(String(name.dropLast(suffix.count)))
        }
    }

    /// Those that `postconf` lists, in no order.
    public var names: [String] {
        ParameterCatalogue.perTransport.flatMap { definition in
            let suffix = definition.name.dropFirst("transport".count)
            return (suffix == "_time_limit" ? timed : listed).map { $0 + suffix }
        }
    }
}

import ParameterCatalogue

/// The parameters that exist because of a service: `NAME_destination_concurrency_limit` and its kin.
public struct TransportNames: Sendable {
    private let delivering: Set<Substring>
    private let timed: Set<Substring>
    /// Those that `postconf` lists.
    private let listed: Set<Substring>

    /// Programs that deliver mail.
    private static let deliveryAgents: Set<String> = [
        "smtp", "lmtp", "local", "pipe", "virtual", "error", "discard",
    ]
    /// What follows the name of a service, with the underscore before it.
    private static let suffixes: [Substring: ParameterDefinition] = Dictionary(
        uniqueKeysWithValues: ParameterCatalogue.perTransport.map {
            ($0.name.dropFirst("transport".count), $0)
        })
    private static let timeLimit: Substring = "_time_limit"

    public init(_ services: [MasterService]) {
        self.init(services.map { ($0.name.string, $0.command.string) })
    }

    /// - Parameter services: the name and the command of each.
    public init(_ services: [(name: String, command: String)]) {
        let agents = services.filter { Self.deliveryAgents.contains($0.command) }
        delivering = Set(agents.map { $0.name[...] })
        // postconf of Postfix does not know that discard delivers; its parameters work all the same.
        listed = Set(agents.filter { $0.command != "discard" }.map { $0.name[...] })
        timed = Set(services.filter { $0.command == "pipe" || $0.command == "spawn" }.map { $0.name[...] })
    }

    /// The default of the parameter `name`; `nil` when no service has it.
    public func defaultText(of name: String) -> String? {
        definition(of: name, among: delivering)?.defaultText
    }

    /// Whether `postconf` lists the parameter `name` as that of a service.
    public func isListed(_ name: String) -> Bool { definition(of: name, among: listed) != nil }

    /// All of them with what is known of each, in no order.
    public var definitions: [(name: String, ParameterDefinition)] { definitions(of: delivering) }

    /// Those that `postconf` lists, in no order.
    public var names: [String] { definitions(of: listed).map(\.name) }

    private func definition(of name: String, among services: Set<Substring>) -> ParameterDefinition? {
        for index in name.utf8.indices where name.utf8[index] == UInt8(ascii: "_") {
            let (service, suffix) = (name[..<index], name[index...])
            guard let definition = Self.suffixes[suffix] else { continue }
            if (suffix == Self.timeLimit ? timed : services).contains(service) { return definition }
        }
        return nil
    }

    private func definitions(of services: Set<Substring>) -> [(name: String, ParameterDefinition)] {
        Self.suffixes.flatMap { suffix, definition in
            (suffix == Self.timeLimit ? timed : services).map { (String($0 + suffix), definition) }
        }
    }
}

import CompiledTables
import NetworkAddress
import ParameterCatalogue
import TableFormat

/// The configurations of the programs between which an address goes: each reads its own parameters, which `-o`
/// in master.cf may have changed for its service.
public struct RoutingScopes: Sendable {
    /// trivial-rewrite(8): completion, classes, transports.
    public var rewriting: Configuration
    /// cleanup(8): canonical, virtual and copies.
    public var cleanup: Configuration
    /// smtpd(8): who is refused.
    public var server: Configuration

    /// One configuration for all of them.
    public init(_ configuration: Configuration) {
        rewriting = configuration
        cleanup = configuration
        server = configuration
    }

    /// The configuration of an SMTP server, and those of the services that it hands mail and questions to.
    ///
    /// - Parameter service: the label of the server, `name/type`; `nil` for none.
    public init(_ generation: Generation, service: String?) throws(GenerationFailure) {
        server = try generation.configuration(of: service)
        let labels = try generation.services().map(\.label)
        func unix(_ name: String) throws(GenerationFailure) -> Configuration {
            try generation.configuration(of: labels.first { $0 == "\(name)/unix" })
        }
        cleanup = try unix(server[.cleanupServiceName])
        rewriting = try unix(server[.rewriteServiceName])
    }
}

/// Opens what parameters name, with the keys that each kind of parameter wants.
public struct TableOpening: Sendable {
    public let generation: Generation
    public let policy: KeyPolicy
    let warn: @Sendable (String) -> Void

    public init(
        _ generation: Generation, _ configuration: Configuration, warn: @escaping @Sendable (String) -> Void
    ) {
        self.generation = generation
        self.warn = warn
        let isUTF8 = configuration[.smtputf8Enable]
        policy = KeyPolicy(folding: isUTF8 ? .unicode : .ascii, checksUTF8: isUTF8)
    }

    /// The tables of a parameter, whose keys are folded.
    public func maps(
        _ key: Parameter<TableList>, _ configuration: Configuration
    ) throws(GenerationFailure) -> MapList {
        MapList(key.name, try generation.tables(configuration[key], policy: policy, warn: warn))
    }

    /// The tables of a parameter that decides where mail goes: keys are folded, and no part of an address gets into an
    /// answer.
    public func safeMaps(
        _ key: Parameter<TableList>, _ configuration: Configuration
    ) throws(GenerationFailure) -> MapList {
        var policy = policy
        policy.refusesSubstitution = true
        return MapList(key.name, try generation.tables(configuration[key], policy: policy, warn: warn))
    }

    /// The table of an access restriction.
    public func table(_ id: TableID, _ restriction: String) throws(GenerationFailure) -> MapList {
        MapList(restriction, [try generation.table(id, policy: policy, warn: warn)])
    }

    /// The tables of a parameter, whose keys stay as they are: what header and body checks want.
    public func plainMaps(
        _ key: Parameter<TableList>, _ configuration: Configuration
    ) throws(GenerationFailure) -> MapList {
        let policy = KeyPolicy(folding: .none, checksUTF8: false)
        return MapList(key.name, try generation.tables(configuration[key], policy: policy, warn: warn))
    }

    /// A match list. It folds what it is asked for; its tables get that.
    public func list(
        _ key: Parameter<MatchList>, _ configuration: Configuration
    ) throws(GenerationFailure) -> CompiledList {
        let policy = KeyPolicy(folding: .none, checksUTF8: policy.checksUTF8)
        return CompiledList(
            try generation.matchList(configuration[key], name: key.name, policy: policy, warn: warn))
    }
}

/// A match list of a generation.
public struct CompiledList: StringMatching, HostMatching {
    private let table: MatchListTable

    public init(_ table: MatchListTable) { self.table = table }

    public func matches(
        _ text: Span<UInt8>, skipping skipped: inout [LookupFailure]?
    ) throws(LookupFailure) -> Bool {
        try table.contains(name: text, address: nil, skipping: &skipped)
    }

    public func matches(
        name: Span<UInt8>, address: IPAddress, skipping skipped: inout [LookupFailure]?
    ) throws(LookupFailure) -> Bool {
        try table.contains(name: name, address: address, skipping: &skipped)
    }
}

import AddressRouting
import CompiledTables
import ConfigurationCompiler
import ConfigurationSemantics
import Diagnostics
import GenerationFormat
import NetworkAddress
import ParameterCatalogue

/// A mail system that is asked about addresses: its routing, its server's policy, and where all of it is written.
/// Everything is open; the files that it came from are not needed any more, but for the lines of their rows.
public struct RoutingSystem: Sendable {
    /// The directory of main.cf, as it was given.
    public let directory: String
    public let routing: RoutingConfiguration
    public let policy: ServerPolicy
    /// The configuration of the local delivery agent.
    private let local: Configuration
    /// Who takes mail for users of this machine.
    let mailboxes: LocalMailbox
    public let scopes: RoutingScopes
    public let services: [ServiceRecord]
    /// The registry of tables.
    public let tables: [TableRecord]
    public var origins: RowOrigins
    /// What the compiler had to say.
    public let diagnostics: [Diagnostic]
    /// Those of them that would stop a mail system, but not what is asked of this one.
    public let tolerated: [Diagnostic]
    /// Parameters that have mistakes; their defaults stand in for them.
    let mistakenParameters: Set<String>
    /// The tables that somebody named and nobody can ask here.
    let unavailable: [String: GenerationOnDemand.Unavailable]
    /// The configuration of all programs.
    public let global: Configuration

    /// Opens a configuration directory.
    ///
    /// - Parameters:
    ///   - directoryName: what the configuration calls its directory, where that is not where it lies.
    ///   - service: the SMTP server whose answers count, `name/type`; `nil` for the first one of master.cf.
    /// - Throws: `GenerationOnDemand.Failure.couldNotRun` for a service that is not there, too.
    public static func open(
        _ directory: String, root: String = "", directoryName: String? = nil, service: String? = nil,
        facts: SystemFacts = .current,
        warn: @escaping @Sendable (String) -> Void
    ) throws(GenerationOnDemand.Failure) -> RoutingSystem {
        try GenerationOnDemand.open(
            configuration: directory, root: root, directoryName: directoryName,
            neededParameters: RoutingParameters.needed, facts: facts
        ) { (opened) throws(GenerationFailure) in
            try RoutingSystem(opened, service, facts, warn)
        }
    }

    private init(
        _ opened: GenerationOnDemand, _ service: String?, _ facts: SystemFacts,
        _ warn: @escaping @Sendable (String) -> Void
    ) throws(GenerationFailure) {
        directory = opened.configuration
        services = try opened.generation.services()
        tables = try opened.generation.tables()
        global = try opened.generation.configuration()
        let label = try Self.label(service, services)
        scopes = try RoutingScopes(opened.generation, service: label)
        let interfaces = LocalAddresses(scopes.rewriting, facts).addresses
        routing = try RoutingConfiguration(
            opened.generation, scopes, interfaces: interfaces, warn: warn)
        policy = try ServerPolicy(opened.generation, scopes, warn: warn)
        local = try opened.generation.configuration(
            of: services.map(\.label).first { $0 == "local/unix" })
        mailboxes = try LocalMailbox(TableOpening(opened.generation, local, warn: warn), local)
        origins = opened.origins
        diagnostics = opened.diagnostics
        tolerated = opened.tolerated
        mistakenParameters = opened.mistakenParameters
        unavailable = opened.unavailable
    }

    private static func label(
        _ wanted: String?, _ services: [ServiceRecord]
    ) throws(GenerationFailure) -> String? {
        guard let wanted else {
            let servers = services.filter { $0.command == "smtpd" }
            return (servers.first { $0.label == "smtp/inet" } ?? servers.first)?.label
        }
        guard services.contains(where: { $0.label == wanted }) else {
            let servers = services.filter { $0.command == "smtpd" }.map(\.label).joined(separator: ", ")
            throw GenerationFailure(
                "master.cf has no service \(wanted)"
                    + (servers.isEmpty ? "" : "; its SMTP servers: \(servers)"))
        }
        return wanted
    }

    /// The line of main.cf that sets a parameter; `nil` for a default and for what master.cf overrides.
    func line(ofParameter name: String) -> SourceLine? {
        let scopes = [scopes.server, scopes.cleanup, scopes.rewriting, local]
        for scope in scopes {
            guard let (origin, line) = scope.origin(of: name) else { continue }
            switch origin {
            case .main: return SourceLine(file: directory + "/main.cf", line: line)
            case .master: return SourceLine(file: directory + "/master.cf", line: line)
            default: continue
            }
        }
        return nil
    }
}

/// The addresses that are this machine's own: `inet_interfaces`, `proxy_interfaces`.
struct LocalAddresses {
    let addresses: Set<IPAddress>

    init(_ configuration: Configuration, _ facts: SystemFacts) {
        let protocols = configuration[.inetProtocols]
        let hasAll = protocols.contains("all")
        var found: Set<IPAddress> = []
        for word in configuration[.inetInterfaces].words + configuration[.proxyInterfaces].words {
            switch word {
            case "all": found.formUnion(facts.interfaces.map(\.address))
            case "loopback-only":
                found.formUnion(facts.interfaces.map(\.address).filter(Self.isLoopback))
            default: found.formUnion(SystemFacts.addresses(ofHost: word))
            }
        }
        addresses = found.filter { address in
            switch address {
            case .v4: hasAll || protocols.contains("ipv4")
            case .v6: hasAll || protocols.contains("ipv6")
            }
        }
    }

    private static func isLoopback(_ address: IPAddress) -> Bool {
        switch address {
        case .v4(let address): address.bits >> 24 == 127
        case .v6(let address): address.bits == 1
        }
    }
}

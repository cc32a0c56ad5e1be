import CompiledTables
import NetworkAddress
import ParameterCatalogue

/// What an SMTP server has to decide with: its restrictions with all tables that they name open.
public struct ServerPolicy: Sendable {
    /// The lists of restrictions by their names, in the order in which they are asked at RCPT TO.
    public let lists: [(name: String, list: RestrictionList)]
    /// What the names of `smtpd_restriction_classes` stand for.
    public let classes: [String: RestrictionList]
    /// Whose headers are completed with our domains (`local_header_rewrite_clients`).
    public let localHeaderClients: RestrictionList
    public let networks: CompiledList
    public let headerChecks: MapList
    private let tables: [TableID: MapList]

    public init(
        _ generation: Generation, _ scopes: RoutingScopes, warn: @escaping @Sendable (String) -> Void
    ) throws(GenerationFailure) {
        let server = scopes.server
        let opening = TableOpening(generation, server, warn: warn)
        lists = Self.lists(server)
        var classes: [String: RestrictionList] = [:]
        for name in server[.smtpdRestrictionClasses].words {
            classes[name] = try generation.restrictionClass(name)
        }
        self.classes = classes
        localHeaderClients = server[.localHeaderRewriteClients]
        var tables: [TableID: MapList] = [:]
        for list in lists.map(\.list) + classes.values + [localHeaderClients] {
            for restriction in list.restrictions {
                guard let id = restriction.table, tables[id] == nil else { continue }
                tables[id] = try opening.table(id, restriction.name)
            }
        }
        self.tables = tables
        networks = try opening.list(.mynetworks, server)
        headerChecks = try TableOpening(generation, scopes.cleanup, warn: warn)
            .plainMaps(.headerChecks, scopes.cleanup)
    }

    private static func lists(_ server: Configuration) -> [(name: String, list: RestrictionList)] {
        let relay = [Parameter<RestrictionList>.smtpdRelayRestrictions]
        let recipient = [Parameter<RestrictionList>.smtpdRecipientRestrictions]
        let last = server[.smtpdRelayBeforeRecipientRestrictions] ? relay + recipient : recipient + relay
        let first: [Parameter<RestrictionList>] = [
            .smtpdClientRestrictions, .smtpdHELORestrictions, .smtpdSenderRestrictions,
        ]
        return (first + last).map { ($0.name, server[$0]) }
    }

    /// The table of a restriction.
    public func table(of restriction: Restriction) -> MapList? {
        restriction.table.flatMap { tables[$0] }.map { MapList(restriction.name, $0.tables) }
    }
}

import AddressRouting
import CompiledTables
import GenerationFormat
import RouteExplanation

/// The mail flow of a configuration as boxes in columns, with arrows between them.
struct MailFlow {
    enum Column: Int, CaseIterable {
        case entry, rewriting, addressClass, transport, nextHop

        var title: String {
            switch self {
            case .entry: "comes in through"
            case .rewriting: "is rewritten by"
            case .addressClass: "belongs to"
            case .transport: "goes through"
            case .nextHop: "to"
            }
        }
    }

    struct Node: Equatable {
        var name: String
        /// Smaller lines below the name.
        var details: [String] = []
        var column: Column
    }

    private(set) var nodes: [Node] = []
    private(set) var edges: [(from: Int, to: Int)] = []

    /// More ways of a transport table than these are one box.
    private static let maximumRows = 12

    init(_ system: RoutingSystem, parameters: [String: String]) {
        let entries = addEntries(system.services)
        let last = addRewriting(system, after: entries)
        addClasses(system, parameters, after: last)
    }

    /// The number of a box, a new one when there is none of its name in the column.
    private mutating func add(_ node: Node) -> Int {
        if let number = nodes.firstIndex(where: { $0.name == node.name && $0.column == node.column }) {
            return number
        }
        nodes.append(node)
        return nodes.count - 1
    }

    private mutating func connect(_ from: Int, _ to: Int) {
        guard !edges.contains(where: { $0.from == from && $0.to == to }) else { return }
        edges.append((from, to))
    }

    private mutating func addEntries(_ services: [ServiceRecord]) -> [Int] {
        let programs: Set = ["smtpd", "qmqpd", "pickup", "postscreen"]
        let entries = services.filter { programs.contains($0.command) }
        guard !entries.isEmpty else { return [add(Node(name: "mail", column: .entry))] }
        return entries.map { add(Node(name: $0.label, details: [$0.command], column: .entry)) }
    }

    /// The tables that rewrite, one after the other.
    private mutating func addRewriting(_ system: RoutingSystem, after entries: [Int]) -> [Int] {
        let mapping = system.routing.mapping
        let unknown = Set(system.unknownTables.map(\.table))
        var last = entries
        let tables = [
            mapping.senderCanonicalMaps, mapping.recipientCanonicalMaps, mapping.canonicalMaps,
            mapping.virtualAliasMaps,
        ]
        for maps in tables where !maps.isEmpty {
            let node = add(
                Node(
                    name: maps.parameter,
                    details: maps.tables.map {
                        unknown.contains($0.name) ? "\($0.name), not known here" : $0.name
                    },
                    column: .rewriting))
            for from in last { connect(from, node) }
            last = [node]
        }
        return last
    }

    private mutating func addClasses(
        _ system: RoutingSystem, _ parameters: [String: String], after last: [Int]
    ) {
        let rules = system.routing.transports
        let classes: [(AddressClass, String?, [UInt8])] = [
            (.local, "mydestination", rules.local),
            (.virtualAlias, "virtual_alias_domains", Array("error:unknown user".utf8)),
            (.virtualMailbox, "virtual_mailbox_domains", rules.virtual),
            (.relay, "relay_domains", rules.relay), (.default, nil, rules.default),
        ]
        var numbers: [Int] = []
        for (addressClass, list, transport) in classes {
            let domains = list.map { parameters[$0] ?? "" }
            if let domains, domains.isEmpty { continue }
            let node = add(
                Node(
                    name: addressClass.rawValue, details: [domains ?? "all other domains"],
                    column: .addressClass))
            for from in last { connect(from, node) }
            numbers.append(node)
            let hasRelay = addressClass == .relay || addressClass == .default
            let host =
                hasRelay && !rules.relayHost.isEmpty ? rules.relayHost : Array("the domain itself".utf8)
            addWay(transport, otherwise: host, from: node)
        }
        addTransportTable(system, rules.transportMaps, from: numbers)
    }

    /// `transport:nexthop`, or the transport alone.
    private mutating func addWay(_ text: [UInt8], otherwise host: [UInt8], from node: Int) {
        let parts = String(decoding: text, as: UTF8.self).split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        guard !name.isEmpty else { return }
        let own = parts.count > 1 ? String(parts[1]) : ""
        let transport = add(Node(name: name, column: .transport))
        connect(node, transport)
        let hop = add(Node(name: own.isEmpty ? String(decoding: host, as: UTF8.self) : own, column: .nextHop))
        connect(transport, hop)
    }

    private mutating func addTransportTable(_ system: RoutingSystem, _ maps: MapList, from classes: [Int]) {
        for table in maps.tables {
            let rows = system.origins.rows(of: table.name)
            let isUnknown = system.unknownTables.contains { $0.table == table.name }
            guard !rows.isEmpty || isUnknown else { continue }
            let node = add(
                Node(
                    name: maps.parameter,
                    details: [table.name, isUnknown ? "not known here" : "\(rows.count) rows"],
                    column: .addressClass))
            for from in classes { connect(from, node) }
            var ways: [[UInt8]] = []
            for row in rows where !ways.contains(row.value) {
                guard ways.count < Self.maximumRows else { break }
                ways.append(row.value)
            }
            for way in ways { addWay(way, otherwise: Array("the domain itself".utf8), from: node) }
        }
    }
}

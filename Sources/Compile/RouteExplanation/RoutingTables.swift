import AddressRouting
import ParameterCatalogue

extension RoutingSystem {
    /// The tables of a parameter or restriction that decide about addresses.
    public var routingMaps: [MapList] {
        let mapping = routing.mapping
        let rewriting = [
            mapping.canonicalMaps, mapping.senderCanonicalMaps, mapping.recipientCanonicalMaps,
            mapping.virtualAliasMaps, mapping.genericMaps, mapping.aliasMaps, mapping.senderBccMaps,
            mapping.recipientBccMaps,
        ]
        let transports = routing.transports
        let resolving = [
            transports.transportMaps, transports.relocatedMaps, transports.senderRelayHostMaps,
            transports.senderDefaultTransportMaps,
        ]
        let recipients = [
            routing.recipients.local, routing.recipients.relay, routing.recipients.virtualMailbox,
        ]
        return rewriting + resolving + recipients + mailboxes.maps + accessMaps
    }

    private var accessMaps: [MapList] {
        let lists = policy.lists.map(\.list) + policy.classes.sorted { $0.key < $1.key }.map(\.value)
        return lists.flatMap(\.restrictions).compactMap { policy.table(of: $0) }
    }

    /// The names of these tables, each once, in their order.
    public var routingTables: [String] {
        var seen: Set<String> = []
        return routingMaps.flatMap(\.tables).map(\.name).filter { seen.insert($0).inserted }
    }
}

import AddressRouting
import ByteScanning
import GenerationFormat
import MailAddress
import RouteExplanation

/// The addresses that two configurations route differently, of all that their tables and lists know.
struct RouteDifference {
    /// An address that is asked for, and who sends to it.
    private struct Probe: Hashable {
        var address: [UInt8]
        var sender: [UInt8] = []
    }

    /// The local part of addresses that stand for a domain, and the host of those that stand for its subdomains.
    private static let user = Array("anybody".utf8)
    private static let elsewhere = Array("anybody@elsewhere.example".utf8)

    private var probes: Set<Probe> = []

    init(_ old: ComparedConfiguration, _ new: ComparedConfiguration) {
        for side in [old, new] { add(side) }
    }

    private static let domainLists = [
        "mydestination", "relay_domains", "virtual_alias_domains", "virtual_mailbox_domains",
    ]

    /// Tables that lists of domains name.
    private static func listedTables(_ side: ComparedConfiguration) -> [String] {
        let words = domainLists.flatMap { name in
            side.parameters[name, default: ""].split { $0 == "," || $0 == " " }.map(String.init)
        }
        return side.system.tables.map(\.reference).filter { words.contains($0) }
    }

    private mutating func add(_ address: [UInt8], asSender: Bool) {
        probes.insert(
            asSender ? Probe(address: Self.elsewhere, sender: address) : Probe(address: address))
    }

    private mutating func add(_ side: ComparedConfiguration) {
        let transports = side.system.routing.transports
        let bySender = Set(
            (transports.senderRelayHostMaps.tables + transports.senderDefaultTransportMaps.tables).map(\.name)
        )
        let localDomain = Self.localDomain(side)
        for record in side.system.tables where record.hasRows {
            let isIndex = record.isIndex
            for row in side.system.origins.placedRows(of: record.reference) where isIndex {
                guard let address = Self.address(row.key, localDomain) else { continue }
                add(address, asSender: bySender.contains(record.reference))
            }
        }
        var samples = RuleSamples(side.system)
        for table in Set(side.system.routingTables + Self.listedTables(side)) {
            for text in samples.texts(of: table) {
                guard let address = Self.address(text, localDomain) else { continue }
                add(address, asSender: bySender.contains(table))
            }
        }
        for name in Self.domainLists {
            let words = side.parameters[name, default: ""].split { $0 == "," || $0 == " " }
            for word in words where !word.contains(":") && !word.hasPrefix("/") && !word.hasPrefix("!") {
                if let address = Self.address(Array(word.utf8)) { probes.insert(Probe(address: address)) }
            }
        }
        probes.insert(Probe(address: Self.elsewhere))
        probes.insert(Probe(address: Array("postmaster".utf8)))
    }

    /// The address that a key of a table is, or stands for; `nil` for what is about something else.
    ///
    /// - Parameter localDomain: what a user without a domain gets.
    private static func address(_ key: [UInt8], _ localDomain: [UInt8] = []) -> [UInt8]? {
        if key.first == ASCII.at { return user + key }
        if let at = key.lastIndex(of: ASCII.at) { return at == key.count - 1 ? Array(key[..<at]) : key }
        if key.first == ASCII.dot { return user + Array("@host".utf8) + key }
        let domain = MailDomain(key)
        if key.contains(ASCII.dot) { return domain.isHostName ? user + [ASCII.at] + key : nil }
        return key.contains(where: { ASCII.isSpace($0) || $0 == ASCII.slash || $0 == UInt8(ascii: "*") })
            ? nil : key + localDomain
    }

    /// Nothing, where mail for a user alone is local; else a domain where it is, as tables of aliases mean it.
    private static func localDomain(_ side: ComparedConfiguration) -> [UInt8] {
        let site = side.system.routing.site
        var nobody = NoTrace()
        do throws(RoutingFailure) {
            guard try !site.isLocal(site.origin, trace: &nobody),
                try site.isLocal(site.hostName, trace: &nobody)
            else { return [] }
        } catch { return [] }
        return [ASCII.at] + site.hostName.bytes
    }

    func differences(_ old: RoutingSystem, _ new: RoutingSystem) -> [Difference] {
        let (before, after) = (RouteSummary(old), RouteSummary(new))
        let sorted = probes.map { (String(decoding: $0.address, as: UTF8.self), $0) }.sorted {
            ($0.0, String(decoding: $0.1.sender, as: UTF8.self))
                < ($1.0, String(decoding: $1.1.sender, as: UTF8.self))
        }
        return sorted.compactMap { name, probe in
            let was = before.text(probe.address, from: probe.sender)
            let becomes = after.text(probe.address, from: probe.sender)
            guard was != becomes else { return nil }
            return Difference(
                name: name, context: String(decoding: probe.sender, as: UTF8.self), old: was, new: becomes)
        }
    }
}

extension TableRecord {
    var isIndex: Bool { if case .index = answer { true } else { false } }

    /// Whether its rows or rules stand in a file.
    var hasRows: Bool { if case .rules = answer { true } else { isIndex } }
}

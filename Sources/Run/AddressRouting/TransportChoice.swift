import ByteScanning
import CompiledTables
import MailAddress

/// The class of a domain, and the transport and nexthop that parameters give it, before `transport_maps`.
struct TransportChoice {
    struct Choice {
        var addressClass: AddressClass
        var transport: TransportName
        var nextHop: NextHop

        func trace(_ parameter: String, _ key: [UInt8], _ trace: inout some RoutingTrace) {
            trace.record(
                RoutingStep(
                    .transport, parameter: parameter, key: key,
                    result: transport.bytes + [ASCII.colon] + nextHop.bytes))
        }
    }

    private let context: RoutingContext
    private let transports: SharedTransports
    private let sender: ReversePath

    init(_ context: RoutingContext, _ transports: SharedTransports, _ sender: ReversePath) {
        self.context = context
        self.transports = transports
        self.sender = sender
    }

    /// Domains that are in several lists belong to the first of: `mydestination`, `virtual_alias_domains`,
    /// `virtual_mailbox_domains`, `relay_domains`.
    func choose(
        _ domain: MailDomain, isLocal: Bool, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Choice {
        let addressClass = isLocal ? .local : try remoteClass(domain, &trace)
        trace.record(
            RoutingStep(.addressClass, key: domain.bytes, result: Array(addressClass.rawValue.utf8)))
        switch addressClass {
        case .virtualAlias: return unknownAlias
        case .local:
            return try choice(
                addressClass, transports.rules.local, "local_transport", domain.bytes, domain, &trace)
        case .virtualMailbox:
            return try choice(
                addressClass, transports.rules.virtual, "virtual_transport", domain.bytes, domain, &trace)
        case .relay:
            let host = try relayHost(domain, &trace)
            return try choice(addressClass, transports.rules.relay, "relay_transport", host, domain, &trace)
        case .default:
            let transport = try defaultTransport(&trace)
            let host = try relayHost(domain, &trace)
            return try choice(addressClass, transport.text, transport.parameter, host, domain, &trace)
        }
    }

    private func remoteClass(
        _ domain: MailDomain, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> AddressClass {
        let lists = context.domains
        if try NamedList("virtual_alias_domains", lists.virtualAlias).contains(domain.bytes, &trace) {
            return .virtualAlias
        }
        if try NamedList("virtual_mailbox_domains", lists.virtualMailbox).contains(domain.bytes, &trace) {
            return .virtualMailbox
        }
        return try NamedList("relay_domains", lists.relay).contains(domain.bytes, &trace) ? .relay : .default
    }

    /// An address of a virtual alias domain that is resolved has not been expanded: it does not exist.
    private var unknownAlias: Choice {
        let table = context.resolving.namesTableOfUnknownUser ? " in virtual alias table" : ""
        return Choice(
            addressClass: .virtualAlias, transport: .error, nextHop: NextHop("5.1.1 User unknown" + table))
    }

    /// A transport with a nexthop of its own keeps it.
    private func choice(
        _ addressClass: AddressClass, _ text: [UInt8], _ parameter: String, _ host: [UInt8],
        _ domain: MailDomain, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Choice {
        let parts = TransportText(text)
        let choice = Choice(
            addressClass: addressClass, transport: TransportName(parts.transport),
            nextHop: NextHop(parts.nextHop.isEmpty ? host : parts.nextHop))
        let name = transports.rules.prefix + parameter
        guard !parts.transport.isEmpty else {
            throw .configuration(parameter: name, reason: "null transport is not allowed")
        }
        guard !choice.nextHop.bytes.isEmpty else {
            throw .configuration(parameter: name, reason: "null nexthop is not allowed")
        }
        choice.trace(name, domain.bytes, &trace)
        return choice
    }

    private func defaultTransport(
        _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> (text: [UInt8], parameter: String) {
        let tables = transports.rules.senderDefaultTransportMaps
        let value = try askForSender(tables, transports.rules.nullSenderDefaultTransportKey, &trace)
        return value.map { ($0, tables.parameter) } ?? (transports.rules.default, "default_transport")
    }

    /// The relay host of the sender, that of everybody, or the domain itself.
    private func relayHost(
        _ domain: MailDomain, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [UInt8] {
        let host = try askForSender(
            transports.rules.senderRelayHostMaps, transports.rules.nullSenderRelayHostKey, &trace)
        return host ?? (transports.rules.relayHost.isEmpty ? domain.bytes : transports.rules.relayHost)
    }

    /// What a table says about the sender; `DUNNO` says nothing.
    private func askForSender(
        _ tables: MapList, _ nullSenderKey: MailAddress, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [UInt8]? {
        let key =
            switch sender {
            case .null: nullSenderKey
            case .address(let address): address
            }
        let found = try context.search.find(key, in: tables, .mapping, trace: &trace)
        guard let value = found?.value, foldedCase(value.span, unicode: false) != Array("dunno".utf8) else {
            return nil
        }
        return value
    }
}

/// `transport:nexthop` taken apart at the first colon.
struct TransportText {
    var transport: [UInt8]
    var nextHop: [UInt8]

    init(_ text: [UInt8]) {
        let colon = text.firstIndex(of: ASCII.colon) ?? text.count
        transport = Array(text[..<colon])
        nextHop = Array(text[min(colon + 1, text.count)...])
    }
}

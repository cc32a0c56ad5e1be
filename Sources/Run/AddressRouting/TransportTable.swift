import MailAddress

/// `transport_maps`: overrides of transport and nexthop (transport(5)).
struct TransportTable {
    private let transports: SharedTransports
    private let search: AddressSearch

    init(_ transports: SharedTransports, _ search: AddressSearch) {
        self.transports = transports
        self.search = search
    }

    /// Applies the row of the address, its domain or a parent; else that of `*`.
    func override(
        _ choice: inout TransportChoice.Choice, _ address: MailAddress, _ domain: MailDomain,
        _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) {
        let tables = transports.rules.transportMaps
        guard !tables.isEmpty else { return }
        let found = try search.find(
            address, in: tables, .transport(transports.rules.parentStyle), trace: &trace)
        let value: [UInt8]
        if let found {
            value = found.value
        } else if let wildcard = try tables.value(for: Array("*".utf8), trace: &trace) {
            value = wildcard
        } else {
            return
        }
        apply(TransportText(value), to: &choice, domain)
        choice.trace(tables.parameter, address.externalForm, &trace)
    }

    /// `:` changes nothing, `:nexthop` keeps the transport, `transport:` sends to the domain itself, which a
    /// refusal has no use for.
    private func apply(
        _ row: TransportText, to choice: inout TransportChoice.Choice, _ domain: MailDomain
    ) {
        if !row.transport.isEmpty {
            choice.transport = TransportName(row.transport)
            let isRefusal = choice.transport.isRefusal
            choice.nextHop = isRefusal ? NextHop("Address is undeliverable") : NextHop(domain.bytes)
        }
        if !row.nextHop.isEmpty { choice.nextHop = NextHop(row.nextHop) }
    }
}

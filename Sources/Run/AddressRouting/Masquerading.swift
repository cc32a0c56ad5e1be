import ByteScanning
import MailAddress

/// Hides the hosts of a domain (`masquerade_domains`, postconf(5)).
struct Masquerading {
    private let context: RoutingContext

    init(_ context: RoutingContext) { self.context = context }

    /// The address at the first listed domain that its own is in, unless the user keeps the host.
    func strip(_ address: MailAddress, _ trace: inout some RoutingTrace) throws(RoutingFailure) -> MailAddress
    {
        guard !context.mapping.masqueradeDomains.isEmpty, let domain = address.domain else {
            return address
        }
        let exceptions = NamedList(
            "masquerade_exceptions", context.mapping.masqueradeExceptions)
        guard try !exceptions.contains(address.localPart.bytes, &trace) else { return address }
        let host = domain.folded
        guard
            let entry = context.mapping.masqueradeDomains.first(where: {
                isHost(host, of: $0.domain)
            }), entry.strips,
            case let parent = entry.domain.folded, parent.count != host.count
        else { return address }
        let stripped = MailAddress(
            localPart: address.localPart, domain: MailDomain(Array(domain.bytes.suffix(parent.count))))
        trace.record(
            RoutingStep(
                .masquerading, parameter: "masquerade_domains", key: address.externalForm,
                result: stripped.externalForm))
        return stripped
    }

    /// Whether a name is the domain or below it.
    private func isHost(_ host: [UInt8], of domain: MailDomain) -> Bool {
        let domain = domain.folded
        guard host.count > domain.count else { return host == domain }
        return host.suffix(domain.count) == domain[...] && host[host.count - domain.count - 1] == ASCII.dot
    }
}

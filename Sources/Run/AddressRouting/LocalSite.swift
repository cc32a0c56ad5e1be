import ByteScanning
import CompiledTables
import MailAddress
import NetworkAddress

/// What this machine calls itself, and which domains are its own.
public struct LocalSite: Sendable {
    /// `myhostname`.
    public var hostName: MailDomain
    /// `myorigin`.
    public var origin: MailDomain
    /// `mydestination`.
    public var destinations: any StringMatching
    /// The addresses of `inet_interfaces` and `proxy_interfaces`, where mail for an address literal is ours.
    public var interfaceAddresses: Set<IPAddress>

    public init(
        hostName: MailDomain, origin: MailDomain, destinations: any StringMatching = EmptyList(),
        interfaceAddresses: Set<IPAddress> = []
    ) {
        self.hostName = hostName
        self.origin = origin
        self.destinations = destinations
        self.interfaceAddresses = interfaceAddresses
    }

    /// Whether a domain is local: in `mydestination`, or the literal of an address of ours. One dot at the
    /// end of the domain does not matter.
    public func isLocal(
        _ domain: MailDomain, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Bool {
        guard let domain = withoutTrailingDot(domain) else { return false }
        if try NamedList("mydestination", destinations).contains(domain.bytes, &trace) { return true }
        guard let address = domain.literalAddress else { return false }
        return interfaceAddresses.contains(address)
    }

    /// Whether users of the domain are found in tables without it: it is local, or `myorigin`.
    func findsUsersWithoutDomain(
        _ domain: MailDomain, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Bool {
        if domain.folded == origin.folded { return true }
        return try isLocal(domain, trace: &trace)
    }

    /// `nil` for nothing and for what ends with more dots than one: it is no domain, and no list is asked for
    /// it.
    private func withoutTrailingDot(_ domain: MailDomain) -> MailDomain? {
        guard domain.bytes.last == ASCII.dot else { return domain.bytes.isEmpty ? nil : domain }
        let name = Array(domain.bytes.dropLast())
        return name.isEmpty || name.last == ASCII.dot ? nil : MailDomain(name)
    }
}

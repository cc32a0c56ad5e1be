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
    /// `resolve_numeric_domain`: an address without brackets is an address literal.
    public var resolvesNumericDomain: Bool

    public init(
        hostName: MailDomain, origin: MailDomain, destinations: any StringMatching = EmptyList(),
        interfaceAddresses: Set<IPAddress> = [], resolvesNumericDomain: Bool = false
    ) {
        self.hostName = hostName
        self.origin = origin
        self.destinations = destinations
        self.interfaceAddresses = interfaceAddresses
        self.resolvesNumericDomain = resolvesNumericDomain
    }

    /// Whether a domain is local: in `mydestination`, or the literal of an address of ours. One dot at the end of the
    /// domain does not matter.
    public func isLocal(
        _ domain: MailDomain, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Bool {
        let domain = withoutTrailingDot(domain)
        if try NamedList("mydestination", destinations).contains(domain.bytes, &trace) { return true }
        let address = domain.literalAddress ?? (resolvesNumericDomain ? domain.bareAddress : nil)
        guard let address else { return false }
        return interfaceAddresses.contains(address)
    }

    /// Whether users of the domain are found in tables without it: it is local, or `myorigin`.
    func findsUsersWithoutDomain(
        _ domain: MailDomain, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Bool {
        if domain.folded == origin.folded { return true }
        return try isLocal(domain, trace: &trace)
    }

    private func withoutTrailingDot(_ domain: MailDomain) -> MailDomain {
        let bytes = domain.bytes
        guard bytes.count > 1, bytes[bytes.count - 1] == ASCII.dot, bytes[bytes.count - 2] != ASCII.dot else {
            return domain
        }
        return MailDomain(Array(bytes.dropLast()))
    }
}

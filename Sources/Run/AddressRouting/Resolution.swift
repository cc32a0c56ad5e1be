import MailAddress

/// How mail for a domain is handled (postconf(5); ADDRESS_CLASS_README).
public enum AddressClass: String, Sendable {
    case local
    case virtualAlias = "virtual-alias"
    case virtualMailbox = "virtual-mailbox"
    case relay
    case `default`
}

/// The name of a delivery service in master.cf.
public struct TransportName: Sendable, Hashable, CustomStringConvertible {
    public var bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public init(_ text: String) { bytes = Array(text.utf8) }

    /// The service that refuses mail for good, with the nexthop as the reason (error(8)).
    public static let error = TransportName("error")
    /// The service that refuses mail for now (error(8) under another name).
    public static let retry = TransportName("retry")

    /// Whether the nexthop is a reason and not a destination.
    public var isRefusal: Bool { self == .error || self == .retry }

    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// What a delivery service is told: a destination in a form that the service knows, or the reason of a
/// refusal.
public struct NextHop: Sendable, Hashable, CustomStringConvertible {
    public var bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public init(_ text: String) { bytes = Array(text.utf8) }

    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// Where mail for an address goes.
public struct Route: Sendable, Equatable {
    /// The address without local domains and routing operators; it has a domain.
    public var recipient: MailAddress
    public var addressClass: AddressClass
    public var transport: TransportName
    public var nextHop: NextHop
    /// Whether the local part has routing operators that another host may obey (`user%other@domain`).
    public var isSourceRouted: Bool
}

/// What an address resolves to.
public enum Resolution: Sendable, Equatable {
    case route(Route)
    /// The domain is no host name and no address literal, or the address is not UTF-8; mail for it is
    /// returned with 5.1.3.
    case malformed(MailAddress)

    /// The address as resolved.
    public var recipient: MailAddress {
        switch self {
        case .route(let route): route.recipient
        case .malformed(let address): address
        }
    }
}

extension Route {
    /// What the sender is told when the transport refuses mail; `nil` for one that delivers it. The nexthop may begin
    /// with an enhanced code (error(8)).
    public var refusal: RoutingReply? {
        guard transport.isRefusal else { return nil }
        let digit = transport == .error ? 5 : 4
        let text = nextHop.description
        guard let own = EnhancedCodeText(text) else {
            return RoutingReply(digit * 100 + 50, "\(digit).0.0", text)
        }
        return RoutingReply(digit * 100 + 50, "\(digit)" + own.code.dropFirst(), own.text)
    }
}

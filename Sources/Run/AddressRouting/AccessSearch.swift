import ByteScanning
import MailAddress
import NetworkAddress

/// Asks access(5) tables about clients, names and addresses, in the orders of their manual.
public struct AccessSearch: Sendable {
    /// An answer and the key that has it.
    public struct Match: Sendable, Equatable {
        public var key: [UInt8]
        /// The action, as the table has it.
        public var action: [UInt8]
    }

    private let search: AddressSearch
    /// `smtpd_access_maps` in `parent_domain_matches_subdomains`, or not.
    private let parentStyle: ParentDomainStyle
    /// `smtpd_null_access_lookup_key`.
    private let nullSenderKey: [UInt8]

    public init(
        _ search: AddressSearch, parentStyle: ParentDomainStyle,
        nullSenderKey: [UInt8] = Array("<>".utf8)
    ) {
        self.search = search
        self.parentStyle = parentStyle
        self.nullSenderKey = nullSenderKey
    }

    /// `check_client_access`: the name and its parents come before the address and its networks.
    public func client(
        name: MailDomain, address: IPAddress, in tables: MapList, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Match? {
        if let match = try self.name(name, in: tables, trace: &trace) { return match }
        return try network(address, in: tables, trace: &trace)
    }

    /// `check_helo_access`, and the name of a client or server: the name, then its parents. An address has no
    /// parents.
    public func name(
        _ name: MailDomain, in tables: MapList, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Match? {
        let isAddress = name.bareAddress != nil
        var kind = MapList.KeyKind.whole
        for key in DomainKeys(name, parentStyle) {
            if let action = try tables.value(for: key, kind, trace: &trace) {
                return Match(key: key, action: action)
            }
            guard !isAddress else { return nil }
            kind = .part
        }
        return nil
    }

    /// A client's address, then what is left of it when the last octet or group goes, again and again.
    public func network(
        _ address: IPAddress, in tables: MapList, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Match? {
        var key = Array(address.description.utf8)
        let separator = if case .v4 = address { ASCII.dot } else { ASCII.colon }
        var kind = MapList.KeyKind.whole
        while !key.isEmpty {
            if let action = try tables.value(for: key, kind, trace: &trace) {
                return Match(key: key, action: action)
            }
            guard let end = key.lastIndex(of: separator) else { return nil }
            key.removeSubrange(end...)
            kind = .part
        }
        return nil
    }

    /// `check_sender_access` of a resolved sender; the null sender has one key.
    public func sender(
        _ sender: ReversePath, in tables: MapList, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> AddressMatch? {
        switch sender {
        case .address(let address): return try recipient(address, in: tables, trace: &trace)
        case .null:
            let action = try tables.value(for: nullSenderKey, trace: &trace)
            return action.map { AddressMatch(value: $0, unmatchedSuffix: []) }
        }
    }

    /// `check_recipient_access` of a resolved recipient.
    public func recipient(
        _ address: MailAddress, in tables: MapList, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> AddressMatch? {
        try search.find(address, in: tables, .access(parentStyle), trace: &trace)
    }
}

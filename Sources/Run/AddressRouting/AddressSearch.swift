import ByteScanning
import MailAddress

/// How parent domains are written in a table, by `parent_domain_matches_subdomains`.
public enum ParentDomainStyle: Sendable {
    /// `example.com` means its subdomains too.
    case plain
    /// Subdomains are asked for as `.example.com`.
    case dotted
}

/// What a table said about an address.
public struct AddressMatch: Sendable, Equatable {
    public var value: [UInt8]
    /// The extension, with its delimiter, that the key which matched did not have.
    public var unmatchedSuffix: [UInt8]
}

/// Asks tables for an address and for parts of it, in the orders that the table manuals give.
///
/// A key with a local part is asked for in external form first, and in internal form when that differs.
public struct AddressSearch: Sendable {
    /// Which keys, in which order; after `user+ext@domain` and `user@domain`.
    public enum Order: Sendable {
        /// For a local domain `user+ext` and `user`, then `@domain`: canonical(5), virtual(5), generic(5), relocated(5).
        case mapping
        /// The domain and its parents: transport(5).
        case transport(ParentDomainStyle)
        /// The domain, its parents, `user+ext@`, `user@`: access(5).
        case access(ParentDomainStyle)
    }

    public var site: LocalSite
    public var extensions: ExtensionRule

    public init(site: LocalSite, extensions: ExtensionRule) {
        self.site = site
        self.extensions = extensions
    }

    /// The first answer for the address, `nil` when the tables have none of the keys.
    public func find(
        _ address: MailAddress, in tables: TableList, _ order: Order, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> AddressMatch? {
        guard !tables.isEmpty, !address.isEmpty else { return nil }
        let bare = address.split(by: extensions)
        if let value = try ask(address, tables, .whole, &trace) { return match(value) }
        if let bare, let value = try ask(bare.address, tables, .part, &trace) {
            return match(value, bare.suffix)
        }
        guard let domain = address.domain else { return nil }
        switch order {
        case .mapping:
            return try findUser(address, domain, bare?.address, bare?.suffix ?? [], tables, &trace)
        case .transport(let style):
            return try findDomain(domain, style, tables, &trace).map { match($0) }
        case .access(let style):
            if let value = try findDomain(domain, style, tables, &trace) { return match(value) }
            return try findUserAt(address.localPart, bare, tables, &trace)
        }
    }

    private func match(_ value: [UInt8], _ suffix: [UInt8] = []) -> AddressMatch {
        AddressMatch(value: value, unmatchedSuffix: suffix)
    }

    private func ask(
        _ address: MailAddress, _ tables: TableList, _ kind: TableList.KeyKind,
        _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [UInt8]? {
        let plain = address.internalForm
        let quoted = AddressQuoting.quoted(plain)
        if let value = try tables.value(for: quoted, kind, trace: &trace) { return value }
        return quoted == plain ? nil : try tables.value(for: plain, kind, trace: &trace)
    }

    /// `user+ext`, `user` when the domain is ours, then `@domain`.
    private func findUser(
        _ address: MailAddress, _ domain: MailDomain, _ bare: MailAddress?, _ suffix: [UInt8],
        _ tables: TableList, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> AddressMatch? {
        if try site.findsUsersWithoutDomain(domain, &trace) {
            let whole = MailAddress(localPart: address.localPart, domain: nil)
            if let value = try askUser(whole, tables, &trace) { return match(value) }
            if let user = bare?.localPart,
                let value = try askUser(MailAddress(localPart: user, domain: nil), tables, &trace)
            {
                return match(value, suffix)
            }
        }
        return try tables.value(for: [ASCII.at] + domain.bytes, .part, trace: &trace).map { match($0, suffix) }
    }

    /// A key that is a local part alone.
    private func askUser(
        _ user: MailAddress, _ tables: TableList, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [UInt8]? {
        let quoted = user.localPart.externalForm
        if let value = try tables.value(for: quoted, .part, trace: &trace) { return value }
        let plain = user.localPart.bytes
        return quoted == plain ? nil : try tables.value(for: plain, .part, trace: &trace)
    }

    /// `user+ext@`, then `user@`.
    private func findUserAt(
        _ local: LocalPart, _ bare: (address: MailAddress, suffix: [UInt8])?,
        _ tables: TableList, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> AddressMatch? {
        let empty = MailDomain([])
        if let value = try ask(MailAddress(localPart: local, domain: empty), tables, .part, &trace) {
            return match(value)
        }
        guard let bare else { return nil }
        let user = MailAddress(localPart: bare.address.localPart, domain: empty)
        return try ask(user, tables, .part, &trace).map { match($0, bare.suffix) }
    }

    /// The domain, then its parents.
    private func findDomain(
        _ domain: MailDomain, _ style: ParentDomainStyle, _ tables: TableList,
        _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [UInt8]? {
        for key in DomainKeys(domain, style) {
            if let value = try tables.value(for: key, .part, trace: &trace) { return value }
        }
        return nil
    }
}

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
    /// The extension, with its delimiter, that a key with a user did not have; empty after a key of a domain.
    public var unmatchedSuffix: [UInt8]
}

/// Asks tables for an address and for parts of it, in the orders that the table manuals give.
///
/// A key with a local part is asked for in external form, and in internal form when that differs and the
/// tables are not those of cleanup(8).
public struct AddressSearch: Sendable {
    /// Which keys, in which order; after `user+ext@domain` and `user@domain`.
    public enum Order: Sendable {
        /// For a local domain `user+ext` and `user`, then `@domain`: relocated(5), bcc tables, tables of
        /// recipients.
        case mapping
        /// The same, in external form alone: what cleanup(8) asks canonical and virtual tables.
        case quotedMapping
        /// The domain and its parents: transport(5).
        case transport(ParentDomainStyle)
        /// The domain, its parents, `user+ext@`, `user@`: access(5).
        case access(ParentDomainStyle)
    }

    fileprivate enum Forms {
        case both, quoted
    }

    /// What all searches of one configuration share.
    private final class Scope: Sendable {
        let site: LocalSite
        let extensions: ExtensionRule

        init(site: LocalSite, extensions: ExtensionRule) {
            self.site = site
            self.extensions = extensions
        }
    }

    private let scope: Scope

    public init(site: LocalSite, extensions: ExtensionRule) {
        scope = Scope(site: site, extensions: extensions)
    }

    /// The first answer for the address, `nil` when the tables have none of the keys.
    public func find(
        _ address: MailAddress, in tables: MapList, _ order: Order, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> AddressMatch? {
        guard !tables.isEmpty else { return nil }
        let bare = address.split(by: scope.extensions)
        let forms = order.forms
        if let value = try ask(address, forms, tables, .whole, &trace) { return match(value) }
        if let bare, let value = try ask(bare.address, forms, tables, .part, &trace) {
            return match(value, bare.suffix)
        }
        guard let domain = address.domain else { return nil }
        switch order {
        case .mapping, .quotedMapping:
            return try findUser(address.localPart, domain, bare, forms, tables, &trace)
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
        _ address: MailAddress, _ forms: Forms, _ tables: MapList, _ kind: MapList.KeyKind,
        _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [UInt8]? {
        let quoted = address.domain == nil ? address.localPart.externalForm : address.externalForm
        if let value = try tables.value(for: quoted, kind, trace: &trace) { return value }
        guard forms == .both, case let plain = address.internalForm, quoted != plain else { return nil }
        return try tables.value(for: plain, kind, trace: &trace)
    }

    /// `user+ext`, `user` when the domain is ours, then `@domain`.
    private func findUser(
        _ local: LocalPart, _ domain: MailDomain, _ bare: (address: MailAddress, suffix: [UInt8])?,
        _ forms: Forms, _ tables: MapList, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> AddressMatch? {
        if try scope.site.findsUsersWithoutDomain(domain, &trace) {
            let whole = MailAddress(localPart: local, domain: nil)
            if let value = try ask(whole, forms, tables, .part, &trace) { return match(value) }
            if let bare, case let user = MailAddress(localPart: bare.address.localPart, domain: nil),
                let value = try ask(user, forms, tables, .part, &trace)
            {
                return match(value, bare.suffix)
            }
        }
        return try tables.value(for: [ASCII.at] + domain.bytes, .part, trace: &trace).map { match($0) }
    }

    /// `user+ext@`, then `user@`.
    private func findUserAt(
        _ local: LocalPart, _ bare: (address: MailAddress, suffix: [UInt8])?,
        _ tables: MapList, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> AddressMatch? {
        let empty = MailDomain([])
        if let value = try ask(MailAddress(localPart: local, domain: empty), .both, tables, .part, &trace) {
            return match(value)
        }
        guard let bare else { return nil }
        let user = MailAddress(localPart: bare.address.localPart, domain: empty)
        return try ask(user, .both, tables, .part, &trace).map { match($0, bare.suffix) }
    }

    /// The domain, then its parents.
    private func findDomain(
        _ domain: MailDomain, _ style: ParentDomainStyle, _ tables: MapList,
        _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [UInt8]? {
        for key in DomainKeys(domain, style) {
            if let value = try tables.value(for: key, .part, trace: &trace) { return value }
        }
        return nil
    }
}

extension AddressSearch.Order {
    fileprivate var forms: AddressSearch.Forms {
        switch self {
        case .quotedMapping: .quoted
        case .mapping, .transport, .access: .both
        }
    }
}

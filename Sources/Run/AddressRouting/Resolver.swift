import ByteScanning
import CompiledTables
import MailAddress

/// Finds where mail for an address goes: what trivial-rewrite(8) answers to `resolve` and `verify` requests.
public struct Resolver: Sendable {
    public enum Purpose: Sendable {
        case mail
        /// An address verification probe, which may have a way of its own (`address_verify_*`).
        case probe
    }

    private let context: RoutingContext

    /// A resolver to keep: making one copies the configuration, resolving does not.
    public init(_ configuration: RoutingConfiguration) { context = RoutingContext(configuration) }

    /// The class, transport and nexthop of an address.
    ///
    /// - Throws: `RoutingFailure` when a table cannot tell or the configuration names no transport.
    public func resolve(
        _ address: MailAddress, sender: ReversePath, for purpose: Purpose = .mail,
        trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Resolution {
        let destination = try AddressReduction(context).reduce(address, trace: &trace)
        let transports = purpose == .mail ? context.mail : context.probes
        guard let checked = checkedRecipient(destination.address) else {
            return .malformed(destination.address)
        }
        var isLocal = destination.isLocal
        if checked.domain != destination.address.domain {
            // It became a literal, and may turn out to be ours.
            isLocal = try context.site.isLocal(checked.domain, trace: &trace)
        }
        var choice = try TransportChoice(context, transports, sender).choose(
            checked.domain, isLocal: isLocal, &trace)
        if choice.addressClass != .virtualAlias {
            try TransportTable(transports, context.search).override(
                &choice, checked.address, checked.domain, &trace)
        }
        try relocate(&choice, checked.address, transports, &trace)
        return finished(choice, checked.address)
    }

    /// A program that delivers could take an address that begins with a hyphen for an option.
    private func finished(_ choice: TransportChoice.Choice, _ address: MailAddress) -> Resolution {
        if address.internalForm.first == ASCII.hyphen, !context.resolving.allowsHyphenFirst {
            return .malformed(address)
        }
        return .route(
            Route(
                recipient: address, addressClass: choice.addressClass, transport: choice.transport,
                nextHop: choice.nextHop, isSourceRouted: isSourceRouted(address)))
    }

    /// The address if its domain can be one of a mail host, with an address literal for a bare address where
    /// that is allowed.
    private func checkedRecipient(_ address: MailAddress) -> (address: MailAddress, domain: MailDomain)? {
        let rules = context.resolving
        guard let domain = address.domain else { return nil }
        if domain.isLiteral { return domain.isAddressLiteral ? (address, domain) : nil }
        let text = rules.checksUTF8 ? address.internalForm : domain.bytes
        guard rules.checksUTF8 ? isValidUTF8(text.span) : text.span.isASCII else { return nil }
        if rules.allowsNumericDomain, domain.bareAddress != nil {
            let literal = MailDomain([ASCII.openBracket] + domain.bytes + [ASCII.closeBracket])
            return (MailAddress(localPart: address.localPart, domain: literal), literal)
        }
        return domain.isHostName(rules.internationalNames) ? (address, domain) : nil
    }

    /// Whether the local part has `@`, `!` or `%`, whatever they mean here: another host may obey them.
    private func isSourceRouted(_ address: MailAddress) -> Bool {
        address.localPart.bytes.contains { $0 == ASCII.at || $0 == ASCII.exclamation || $0 == ASCII.percent }
    }

    /// Mail for who has moved is returned, whatever the class (relocated(5)).
    private func relocate(
        _ choice: inout TransportChoice.Choice, _ address: MailAddress, _ transports: SharedTransports,
        _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) {
        let found = try context.search.find(
            address, in: transports.rules.relocatedMaps, .mapping, trace: &trace)
        guard let found else { return }
        choice.transport = .error
        let prefix = context.resolving.prefixesRelocated ? "5.1.6 User has moved to " : ""
        choice.nextHop = NextHop(Array(prefix.utf8) + found.value)
        choice.trace("relocated_maps", address.externalForm, &trace)
    }
}

import ByteScanning
import MailAddress

/// Follows aliases as local(8) does (aliases(5)).
public struct LocalAliases: Sendable {
    /// Aliases inside aliases.
    static let depthLimit = 100
    /// Aliases in all; local(8) has no such limit and may be busy for ever.
    static let sizeLimit = 1000

    private let configuration: RoutingConfiguration
    private let resolver: Resolver

    public init(_ configuration: RoutingConfiguration) {
        self.configuration = configuration
        resolver = Resolver(configuration)
    }

    /// What happens to mail for a local address that is rewritten and resolved.
    public func delivery(
        to address: MailAddress, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> LocalDelivery {
        var walk = Walk()
        return try message(to: address, &walk, &trace)
    }

    /// Where an expansion is.
    private struct Walk {
        /// A name that is delivered to, and the alias that it came out of.
        struct Visit: Hashable {
            var name: [UInt8]
            var alias: [UInt8]?
        }

        /// The recipients of the message and of those that it came out of, as in Delivered-To.
        var recipients: [[UInt8]] = []
        /// The visits that led here since the message began.
        var path: [Visit] = []
        /// The alias that is being expanded.
        var alias: [UInt8]?
        /// Whether failures go to the owner of an alias, which takes mail of its own.
        var hasOwner = false
        /// Aliases that were expanded so far.
        var count = 0
    }

    /// A message of its own; it comes round when one of those that it came out of had the same recipient.
    private func message(
        to address: MailAddress, _ walk: inout Walk, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> LocalDelivery {
        let recipient = foldedCase(address.internalForm.span, unicode: true)
        guard !walk.recipients.contains(recipient) else { return .loop(address.localPart) }
        var inner = Walk(recipients: walk.recipients + [recipient], count: walk.count)
        let delivery = try delivery(to: address.localPart, &inner, &trace)
        walk.count = inner.count
        return delivery
    }

    private func delivery(
        to user: LocalPart, _ walk: inout Walk, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> LocalDelivery {
        // A name after a backslash is a user, whatever aliases say.
        if user.bytes.first == UInt8(ascii: "\\") {
            return .mailbox(LocalPart(Array(user.bytes.dropFirst())))
        }
        let visit = Walk.Visit(name: lowercased(user), alias: walk.alias)
        guard let found = try alias(visit, &trace) else { return .mailbox(user) }
        walk.count += 1
        // The same name out of the same alias gives the same for ever.
        guard walk.path.count < Self.depthLimit, walk.count < Self.sizeLimit, !walk.path.contains(visit)
        else { return .loop(user) }
        let owner = try owner(of: found.name, &trace)
        let propagates = configuration.mapping.propagation.contains(.alias)
        let outer = walk
        walk.path.append(visit)
        walk.alias = found.name
        walk.hasOwner = walk.hasOwner || owner != nil
        var targets: [LocalDelivery] = []
        for tokens in AddressList(found.value).addresses {
            targets.append(
                try target(
                    AliasTarget(tokens.internalForm), propagates ? found.suffix : [], &walk, &trace))
        }
        (walk.path, walk.alias, walk.hasOwner) = (outer.path, outer.alias, outer.hasOwner)
        return .alias(LocalPart(found.name), owner: owner, targets: targets)
    }

    /// The row of the whole name, else of the name without its extension. An alias is not asked for inside its
    /// own value, where its name means the user.
    private func alias(
        _ visit: Walk.Visit, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> (name: [UInt8], value: [UInt8], suffix: [UInt8])? {
        if visit.name != visit.alias, let value = try ask(LocalPart(visit.name), &trace) {
            return (visit.name, value, [])
        }
        guard let parts = configuration.extensions.split(LocalPart(visit.name)),
            parts.user.bytes != visit.alias, let value = try ask(parts.user, &trace)
        else { return nil }
        return (parts.user.bytes, value, parts.suffix)
    }

    /// Names are asked for as they are quoted, then as they are.
    private func ask(_ user: LocalPart, _ trace: inout some RoutingTrace) throws(RoutingFailure) -> [UInt8]? {
        let tables = configuration.mapping.aliasMaps
        if let value = try tables.value(for: user.externalForm, trace: &trace) { return value }
        guard user.externalForm != user.bytes else { return nil }
        return try tables.value(for: user.bytes, trace: &trace)
    }

    /// `owner-name`, who hears of what cannot be delivered: the address that it stands for when that is one,
    /// else its own name.
    private func owner(
        of name: [UInt8], _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> MailAddress? {
        let owner = LocalPart(Array("owner-".utf8) + name)
        guard let value = try ask(owner, &trace) else { return nil }
        let addresses = AddressList(value).addresses
        guard addresses.count == 1, case .address(let address) = AliasTarget(addresses[0].internalForm) else {
            return MailAddress(localPart: owner, domain: nil)
        }
        return address
    }

    private func target(
        _ target: AliasTarget, _ suffix: [UInt8], _ walk: inout Walk, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> LocalDelivery {
        switch target {
        case .command(let text): return .command(text)
        case .file(let name): return .file(name)
        case .include(let name): return .include(name)
        case .address(let address):
            return try forward(address, suffix, &walk, &trace)
        }
    }

    /// A name without a domain and an address that is local are followed; others become mail of their own.
    private func forward(
        _ address: MailAddress, _ suffix: [UInt8], _ walk: inout Walk, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> LocalDelivery {
        let completed = configuration.completion.complete(address, trace: &trace)
        let resolution = try resolver.resolve(completed, sender: .null, trace: &trace)
        guard case .route(let route) = resolution else {
            return .forward(completed.appending(suffix: suffix))
        }
        let recipient = route.recipient.appending(suffix: suffix)
        guard route.addressClass == .local,
            route.transport.bytes == TransportText(configuration.transports.local).transport
        else { return .forward(recipient) }
        guard !walk.hasOwner else { return try message(to: recipient, &walk, &trace) }
        return try delivery(to: recipient.localPart, &walk, &trace)
    }

    private func lowercased(_ user: LocalPart) -> [UInt8] { foldedCase(user.bytes.span, unicode: true) }
}

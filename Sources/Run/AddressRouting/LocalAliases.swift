import ByteScanning
import MailAddress

/// Follows aliases as local(8) does (aliases(5)).
public struct LocalAliases: Sendable {
    /// Aliases inside aliases.
    static let depthLimit = 100

    private let configuration: RoutingConfiguration
    private let resolver: Resolver

    public init(_ configuration: RoutingConfiguration) {
        self.configuration = configuration
        resolver = Resolver(configuration)
    }

    /// What happens to mail for the local part of a local address.
    public func delivery(
        to user: LocalPart, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> LocalDelivery {
        try delivery(to: user, through: [], &trace)
    }

    private func delivery(
        to user: LocalPart, through path: [[UInt8]], _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> LocalDelivery {
        let name = lowercased(user)
        // An alias that names itself means the user.
        guard path.last != name, let found = try alias(name, &trace) else { return .mailbox(user) }
        guard path.count < Self.depthLimit, !path.contains(found.name) else { return .loop(user) }
        let owner = try owner(of: found.name, &trace)
        let propagates = configuration.mapping.propagation.contains(.alias)
        let suffix = propagates ? found.suffix : []
        var targets: [LocalDelivery] = []
        for tokens in AddressList(found.value).addresses {
            targets.append(
                try target(AliasTarget(tokens.internalForm), suffix, path + [found.name], &trace))
        }
        return .alias(LocalPart(found.name), owner: owner, targets: targets)
    }

    /// The row of the whole name, else of the name without its extension. Names are asked for as they are
    /// quoted, then as they are.
    private func alias(
        _ name: [UInt8], _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> (name: [UInt8], value: [UInt8], suffix: [UInt8])? {
        if let value = try ask(LocalPart(name), &trace) { return (name, value, []) }
        guard let parts = configuration.extensions.split(LocalPart(name)),
            let value = try ask(parts.user, &trace)
        else { return nil }
        return (parts.user.bytes, value, parts.suffix)
    }

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
        _ target: AliasTarget, _ suffix: [UInt8], _ path: [[UInt8]], _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> LocalDelivery {
        switch target {
        case .command(let text): return .command(text)
        case .file(let name): return .file(name)
        case .include(let name): return .include(name)
        case .address(let address):
            return try forward(address.appending(suffix: suffix), path, &trace)
        }
    }

    /// A name without a domain and an address that is local are followed; others become mail of their own.
    private func forward(
        _ address: MailAddress, _ path: [[UInt8]], _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> LocalDelivery {
        let completed = configuration.completion.complete(address, trace: &trace)
        let resolution = try resolver.resolve(completed, sender: .null, trace: &trace)
        guard case .route(let route) = resolution, route.addressClass == .local,
            route.transport.bytes == TransportText(configuration.transports.local).transport
        else { return .forward(completed) }
        return try delivery(to: route.recipient.localPart, through: path, &trace)
    }

    private func lowercased(_ user: LocalPart) -> [UInt8] { foldedCase(user.bytes.span, unicode: true) }
}

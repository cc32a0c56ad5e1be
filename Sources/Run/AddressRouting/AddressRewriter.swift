import ByteScanning
import MailAddress

/// What cleanup(8) and smtp(8) do to addresses: completion, canonical mapping, masquerading, virtual aliases,
/// automatic copies, generic mapping.
public struct AddressRewriter: Sendable {
    /// Canonical tables are asked again for what they gave, this often.
    static let canonicalLimit = 10

    let context: RoutingContext

    /// A rewriter to keep: making one copies the configuration, rewriting does not.
    public init(_ configuration: RoutingConfiguration) { context = RoutingContext(configuration) }

    /// A sender of an envelope, completed and mapped. This machine's MAILER-DAEMON becomes the null sender,
    /// which canonical tables are asked for as `""`.
    public func envelopeSender(
        _ sender: ReversePath, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> ReversePath {
        var address = MailAddress(internalForm: [])
        if case .address(let given) = sender {
            address = context.completion.complete(given, trace: &trace)
            if isMailSystem(address) { address = MailAddress(internalForm: []) }
        }
        return ReversePath(
            internalForm: try canonical(address, at: .envelopeSender, trace: &trace).internalForm)
    }

    /// Whether a sender is what MAILER-DAEMON is completed to, who is nobody to reply to.
    private func isMailSystem(_ address: MailAddress) -> Bool {
        guard address.localPart.equalsIgnoringCase("MAILER-DAEMON") else { return false }
        let name = MailAddress(localPart: LocalPart("MAILER-DAEMON"), domain: nil)
        var nobody = NoTrace()
        let completed = context.completion.complete(name, trace: &nobody)
        return completed.domain != nil && completed.equalsIgnoringCase(address)
    }

    /// A recipient of an envelope, completed and mapped, not yet expanded.
    public func envelopeRecipient(
        _ address: MailAddress, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> MailAddress {
        let address = address.isEmpty ? context.mapping.nullRecipient : address
        let completed = context.completion.complete(address, trace: &trace)
        return try canonical(completed, at: .envelopeRecipient, trace: &trace)
    }

    /// The addresses that a mapped recipient stands for (virtual(5)).
    public func expand(
        _ recipient: MailAddress, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [MailAddress] {
        var expansion = VirtualExpansion(context, recipient)
        return try expansion.expand(&trace)
    }

    /// An address that is complete, through the canonical tables of its place and `masquerade_domains`.
    ///
    /// - Parameter place: one place.
    public func canonical(
        _ address: MailAddress, at place: AddressPlaces, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> MailAddress {
        var address = address
        if context.mapping.senderCanonicalPlaces.contains(place),
            AddressPlaces.senders.contains(place)
        {
            address = try mapRepeatedly(address, context.mapping.senderCanonicalMaps, &trace)
        }
        if context.mapping.recipientCanonicalPlaces.contains(place),
            AddressPlaces.recipients.contains(place)
        {
            address = try mapRepeatedly(address, context.mapping.recipientCanonicalMaps, &trace)
        }
        if context.mapping.canonicalPlaces.contains(place) {
            address = try mapRepeatedly(address, context.mapping.canonicalMaps, &trace)
        }
        guard context.mapping.masqueradePlaces.contains(place) else { return address }
        return try Masquerading(context).strip(address, &trace)
    }

    /// An address on its way to another host (generic(5)); mapped once.
    public func generic(
        _ address: MailAddress, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> MailAddress {
        let mapping = AddressMapping(
            context, tables: context.mapping.genericMaps,
            propagates: context.mapping.propagation.contains(.generic))
        return try mapping.map(address, &trace)?.first ?? address
    }

    /// The copies that a message gets for its sender: `always_bcc`, `sender_bcc_maps`. They are recipients
    /// like others: map and expand them.
    public func copies(
        forSender sender: ReversePath, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [MailAddress] {
        var copies = context.mapping.alwaysBcc.map { [$0] } ?? []
        if case .address(let address) = sender {
            copies += try copy(address, context.mapping.senderBccMaps, &trace)
        }
        return copies
    }

    /// The copy that a message gets for a mapped recipient (`recipient_bcc_maps`).
    public func copies(
        forRecipient recipient: MailAddress, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [MailAddress] {
        try copy(recipient, context.mapping.recipientBccMaps, &trace)
    }

    private func copy(
        _ address: MailAddress, _ tables: MapList, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [MailAddress] {
        let found = try context.search.find(address, in: tables, .mapping, trace: &trace)
        return found.map { [MailAddress(internalForm: $0.value)] } ?? []
    }

    /// Until the tables give nothing or the same again; of several addresses in a value the first counts.
    private func mapRepeatedly(
        _ address: MailAddress, _ tables: MapList, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> MailAddress {
        let mapping = AddressMapping(
            context, tables: tables,
            propagates: context.mapping.propagation.contains(.canonical))
        var address = address
        for _ in 0..<Self.canonicalLimit {
            guard let new = try mapping.map(address, &trace)?.first else { break }
            let isSame = new.equalsIgnoringCase(address)
            address = new
            if isSame { break }
        }
        return address
    }
}

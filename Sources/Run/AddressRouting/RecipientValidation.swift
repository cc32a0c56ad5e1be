import ByteScanning
import MailAddress

/// Whether an address that is offered exists, as smtpd(8) decides it (`smtpd_reject_unlisted_recipient` and
/// `smtpd_reject_unlisted_sender`).
public struct RecipientValidation: Sendable {
    /// What the address is offered as: it decides the enhanced code (RFC 3463: X.1.1 or X.1.0).
    public enum Role: Sendable {
        case sender, recipient
    }

    private let context: RoutingContext

    public init(_ configuration: RoutingConfiguration) { context = RoutingContext(configuration) }

    /// The refusal of a resolved address, `nil` when it is accepted.
    ///
    /// An address that a canonical or virtual alias table knows is accepted. Then what resolves to the error
    /// and retry services is refused with their text; then the table of the address class decides, where
    /// there is one.
    ///
    /// - Parameters:
    ///   - address: as the client gave it; the reply names it.
    ///   - resolution: what the address resolves to.
    public func refusal(
        of address: MailAddress, resolvedTo resolution: Resolution, offeredAs role: Role = .recipient,
        trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> RoutingReply? {
        guard case .route(let route) = resolution else {
            let isSender = role == .sender
            return RoutingReply(
                501, isSender ? "5.1.7" : "5.1.3", "Bad \(isSender ? "sender" : "recipient") address syntax")
        }
        if try isMapped(route.recipient, role, &trace) { return nil }
        var reply = try refusal(of: route, role, &trace)
        if let refusal = reply {
            let who = role == .sender ? "Sender" : "Recipient"
            let name = String(decoding: address.internalForm, as: UTF8.self)
            reply?.text = "<\(name)>: \(who) address rejected: \(refusal.text)"
        }
        trace.record(
            RoutingStep(
                .validation, key: route.recipient.externalForm,
                result: Array((reply?.description ?? "accepted").utf8)))
        return reply
    }

    private func refusal(
        of route: Route, _ role: Role, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> RoutingReply? {
        if route.transport == .error {
            let isAlias = route.addressClass == .virtualAlias
            return reply(
                isAlias ? context.recipients.unknownVirtualAliasCode : 550, route.nextHop, role)
        }
        if route.transport == .retry { return reply(450, route.nextHop, role) }
        guard let list = listing(of: route.addressClass), !list.tables.isEmpty,
            !(route.addressClass == .local && isExempt(route.recipient))
        else { return nil }
        guard try find(route.recipient, list.tables, &trace) == nil else { return nil }
        let table = context.resolving.namesTableOfUnknownUser ? " in \(list.name) table" : ""
        return reply(list.code, NextHop("User unknown" + table), role)
    }

    private func isMapped(
        _ address: MailAddress, _ role: Role, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Bool {
        let rules = context.mapping
        if try find(address, rules.recipientCanonicalMaps, &trace) != nil { return true }
        if role == .sender, try find(address, rules.senderCanonicalMaps, &trace) != nil { return true }
        if try find(address, rules.canonicalMaps, &trace) != nil { return true }
        return try find(address, rules.virtualAliasMaps, &trace) != nil
    }

    private func find(
        _ address: MailAddress, _ tables: MapList, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> AddressMatch? {
        try context.search.find(address, in: tables, .mapping, trace: &trace)
    }

    private func listing(of addressClass: AddressClass) -> (tables: MapList, code: Int, name: String)? {
        let recipients = context.recipients
        return switch addressClass {
        case .local: (recipients.local, recipients.unknownLocalCode, "local recipient")
        case .virtualMailbox:
            (recipients.virtualMailbox, recipients.unknownVirtualMailboxCode, "virtual mailbox")
        case .relay: (recipients.relay, recipients.unknownRelayCode, "relay recipient")
        case .virtualAlias, .default: nil
        }
    }

    /// Names that bounces and their readers use exist in every local domain.
    private func isExempt(_ address: MailAddress) -> Bool {
        let local = address.localPart
        return local.equalsIgnoringCase("postmaster") || local.equalsIgnoringCase("mailer-daemon")
            || lowercased(local.bytes) == lowercased(context.extensions.doubleBounceSender)
    }

    private func lowercased(_ bytes: [UInt8]) -> [UInt8] { foldedCase(bytes.span, unicode: false) }

    /// A reply whose enhanced code agrees with its code; a text may begin with one of its own.
    private func reply(_ code: Int, _ text: NextHop, _ role: Role) -> RoutingReply {
        let text = text.description
        guard let own = EnhancedCodeText(text) else {
            return RoutingReply(code, "\(code / 100).1.\(role == .sender ? 0 : 1)", text)
        }
        return RoutingReply(code, "\(code / 100)" + EnhancedStatusDetail(own.code).about(role), own.text)
    }
}

/// A text that begins with an enhanced status code (RFC 3463 section 2): `5.1.1 User unknown`.
struct EnhancedCodeText {
    var code: String
    var text: String

    init?(_ text: String) {
        let word = text.prefix { $0 != " " }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, ["2", "4", "5"].contains(parts[0]),
            parts[1...].allSatisfy({ (1...3).contains($0.count) && $0.utf8.allSatisfy(ASCII.isDigit) })
        else { return nil }
        code = String(word)
        self.text = String(text.dropFirst(word.count).drop { $0 == " " })
    }
}

import AddressRouting
import MailAddress
import ParameterCatalogue

/// The addresses of a session.
extension ServerSession {
    /// What the sender or the recipient resolves to. Each counts as the one who sends to the other: what depends on the
    /// sender of mail is what would be done with an answer, too.
    func resolution(
        of address: MailAddress, _ trace: inout WalkNotes
    ) throws(RoutingFailure) -> Resolution {
        let other = address == recipient ? sender : recipient
        return try trace.quietly { (trace) throws(RoutingFailure) in
            let completed = system.routing.completion.complete(address, trace: &trace)
            let from = other.map { system.routing.completion.complete($0, trace: &trace) }
            let path = ReversePath(internalForm: from?.internalForm ?? [])
            return try Resolver(system.routing).resolve(completed, sender: path, trace: &trace)
        }
    }

    /// Whether the address is refused for its syntax, by whatever list.
    func isMalformed(_ address: MailAddress, _ trace: inout WalkNotes) -> Bool {
        do throws(RoutingFailure) {
            guard case .malformed = try resolution(of: address, &trace) else { return false }
            return true
        } catch {
            // What cannot be told is told by who asks for more.
            return false
        }
    }

    /// Whether the sender or the recipient exists.
    mutating func unlisted(_ role: RecipientValidation.Role, _ trace: inout WalkNotes) -> Outcome {
        let address: MailAddress
        switch role {
        case .sender:
            guard !sender.isEmpty else { return .undecided }
            address = sender
        case .recipient:
            guard let recipient else { return .undecided }
            address = recipient
        }
        do throws(RoutingFailure) {
            let resolution = try resolution(of: address, &trace)
            let refusal = try RecipientValidation(system.routing).refusal(
                of: address, resolvedTo: resolution, offeredAs: role, trace: &trace)
            return refusal.map { .refuse($0) } ?? .undecided
        } catch { return .stop(lookupFailure(Self.text(address))) }
    }

    /// Whether no restriction is asked: `postmaster` without a domain (RFC 5321 section 4.5.1), and the sender of address
    /// probes, to whom other hosts send probes of their own (`address_verify_sender`).
    func isAlwaysTaken(_ address: MailAddress) -> Bool {
        if address.domain == nil, address.localPart.equalsIgnoringCase("postmaster") { return true }
        return prober?.equalsIgnoringCase(address) ?? false
    }

    static func prober(_ system: RoutingSystem) -> MailAddress? {
        let text = Array(system.scopes.server[.addressVerifySender].text.utf8)
        guard !text.isEmpty else { return nil }
        var nobody = NoTrace()
        return system.routing.completion.complete(MailAddress(externalForm: text), trace: &nobody)
    }

    /// An address as a client gives it, in external form.
    static func address(_ text: [UInt8]) -> MailAddress {
        MailAddress(internalForm: AddressTokens(external: text).internalForm)
    }

    /// As replies show it: without quotes.
    static func text(_ address: MailAddress) -> String {
        String(decoding: address.internalForm, as: UTF8.self)
    }
}

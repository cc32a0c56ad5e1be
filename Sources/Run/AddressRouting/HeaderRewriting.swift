import ByteScanning
import MailAddress

/// Headers that hold addresses (cleanup(8)): which of them are rewritten, and as whose.
public enum AddressHeader: Sendable {
    /// From, Reply-To, Sender and kin.
    case sender
    /// To, Cc, Bcc and kin.
    case recipient

    private static let senders = [
        "from", "reply-to", "sender", "errors-to", "return-receipt-to", "disposition-notification-to",
        "mail-followup-to", "mail-reply-to", "resent-from", "resent-reply-to", "resent-sender",
    ]
    private static let recipients = [
        "to", "cc", "bcc", "apparently-to", "resent-to", "resent-cc", "resent-bcc",
    ]

    /// - Parameter name: without its colon, in either case; `nil` for a header without addresses.
    public init?(name: [UInt8]) {
        let folded = String(decoding: foldedCase(name.span, unicode: false), as: UTF8.self)
        if Self.senders.contains(folded) {
            self = .sender
        } else if Self.recipients.contains(folded) {
            self = .recipient
        } else {
            return nil
        }
    }

    /// The place that canonical and masquerade classes name.
    public var place: AddressPlaces { self == .sender ? .headerSender : .headerRecipient }
}

extension AddressRewriter {
    /// Completes and maps the addresses of a header's value.
    ///
    /// - Parameter domains: `.local` when the client is in `local_header_rewrite_clients`. Headers of others
    ///   stay as they are unless there is a `remote_header_rewrite_domain`.
    /// - Returns: `nil` when nothing changes, and the header stays as it was written.
    public func header(
        _ value: [UInt8], _ header: AddressHeader, _ domains: CompletionRules.Context,
        trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [UInt8]? {
        if domains == .remote, context.completion.remoteDomain.bytes.isEmpty { return nil }
        var list = AddressList(value)
        var isChanged = false
        for index in list.elements.indices {
            guard case .address(let tokens) = list.elements[index], !tokens.tokens.isEmpty else { continue }
            let before = tokens.externalForm
            let after = try headerAddress(before, header.place, domains, &trace)
            guard after != before else { continue }
            isChanged = true
            list.elements[index] = .address(AddressTokens(external: after))
        }
        return isChanged ? list.text : nil
    }

    private func headerAddress(
        _ external: [UInt8], _ place: AddressPlaces, _ domains: CompletionRules.Context,
        _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [UInt8] {
        let completed = context.completion.complete(external: external, domains)
        if completed != external {
            trace.record(RoutingStep(.completion, key: external, result: completed))
        }
        let address = MailAddress(externalForm: completed)
        let mapped = try canonical(address, at: place, trace: &trace)
        return mapped == address ? completed : mapped.externalForm
    }
}

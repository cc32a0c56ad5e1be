import AddressRouting

/// What an SMTP server says to one client, one sender and one recipient, in the order of the session. What comes after
/// a refusal is not asked.
public struct ServerAnswers: Sendable, Equatable {
    /// To the connection itself; `nil` when the client is welcome (`smtpd_delay_reject`).
    public var connection: RoutingReply?
    /// To HELO; `nil` when there is no refusal.
    public var helo: RoutingReply?
    /// To MAIL FROM.
    public var mail: RoutingReply?
    /// To RCPT TO.
    public var recipient: RoutingReply?

    public init() {}

    /// Why there is no mail from this client, this sender or to this recipient.
    public var refusal: RoutingReply? {
        [connection, helo, mail, recipient].compactMap(\.self).first { $0.code >= 400 }
    }
}

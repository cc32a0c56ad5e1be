import AddressRouting
import ByteScanning
import MailAddress

/// What local(8) does at the end, in words.
struct DeliveryText {
    private let system: RoutingSystem
    private let recipient: MailAddress
    private let nextHop: String

    /// - Parameters:
    ///   - recipient: the address that is delivered to; aliases stand in its domain.
    ///   - nextHop: that of the message.
    init(_ system: RoutingSystem, _ recipient: MailAddress, nextHop: String) {
        self.system = system
        self.recipient = recipient
        self.nextHop = nextHop
    }

    func text(
        _ delivery: LocalDelivery, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> String {
        switch delivery {
        case .mailbox(let user): try mailbox(of: user, &trace)
        case .command(let command): "command \(String(decoding: command, as: UTF8.self))"
        case .file(let name): "file \(String(decoding: name, as: UTF8.self))"
        case .include(let name): "addresses in \(String(decoding: name, as: UTF8.self))"
        case .forward(let address): "forwarded to \(Explainer.text(address))"
        case .loop(let user): "an alias that loops: \(String(decoding: user.bytes, as: UTF8.self))"
        case .alias(let user, _, _): "alias \(String(decoding: user.bytes, as: UTF8.self))"
        }
    }

    private func mailbox(
        of user: LocalPart, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> String {
        let folded = LocalPart(foldedCase(user.bytes.span, unicode: true))
        let bare = system.routing.extensions.split(folded)?.user ?? folded
        let name = String(decoding: bare.bytes, as: UTF8.self)
        let taker = try system.mailboxes.taker(
            of: MailAddress(localPart: user, domain: recipient.domain), nextHop: nextHop, system.routing,
            &trace)
        switch taker {
        case .transport(let way): return "\(name) by \(String(decoding: way, as: UTF8.self))"
        case .account(let mailbox, let stranger):
            return "mailbox of \(name)" + Self.text(mailbox) + Self.text(stranger)
        }
    }

    private static func text(_ mailbox: LocalMailbox.Mailbox) -> String {
        switch mailbox {
        case .command(let command): ", by the command \(String(decoding: command, as: UTF8.self))"
        case .home(let name): ", ~/\(name)"
        case .spool: ""
        }
    }

    private static func text(_ stranger: LocalMailbox.Stranger) -> String {
        switch stranger {
        case .transport(let way): "; without an account, by \(String(decoding: way, as: UTF8.self))"
        case .forward(let address): "; without an account, forwarded to \(Explainer.text(address))"
        case .unknown: ""
        }
    }
}

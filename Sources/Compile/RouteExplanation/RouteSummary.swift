import AddressRouting
import ByteScanning
import MailAddress

/// Where mail for an address goes, in one line: what comparisons compare. It takes no notes on the way.
public struct RouteSummary: Sendable {
    private let system: RoutingSystem
    private let rewriter: AddressRewriter
    private let resolver: Resolver
    private let validation: RecipientValidation
    private let aliases: LocalAliases
    private let refusesUnlisted: Bool

    public init(_ system: RoutingSystem) {
        self.system = system
        rewriter = AddressRewriter(system.routing)
        resolver = Resolver(system.routing)
        validation = RecipientValidation(system.routing)
        aliases = LocalAliases(system.routing)
        refusesUnlisted = system.scopes.server[.smtpdRejectUnlistedRecipient]
    }

    /// - Parameter sender: in internal form; empty for the null sender.
    public func text(_ address: [UInt8], from sender: [UInt8] = []) -> String {
        do throws(RoutingFailure) {
            return try route(MailAddress(internalForm: address), ReversePath(internalForm: sender))
        } catch {
            return "reject \(error.reply)"
        }
    }

    private func route(_ address: MailAddress, _ sender: ReversePath) throws(RoutingFailure) -> String {
        var nobody = NoTrace()
        if refusesUnlisted {
            let completed = system.routing.completion.complete(address, trace: &nobody)
            let resolution = try resolver.resolve(completed, sender: .null, trace: &nobody)
            let refusal = try validation.refusal(of: address, resolvedTo: resolution, trace: &nobody)
            if let refusal { return "reject \(refusal)" }
        }
        let mapped = try rewriter.envelopeRecipient(address, trace: &nobody)
        let from = try rewriter.envelopeSender(sender, trace: &nobody)
        var ways: [String] = []
        for recipient in try rewriter.expand(mapped, trace: &nobody) {
            let way = try way(try resolver.resolve(recipient, sender: from, trace: &nobody))
            if !ways.contains(way) { ways.append(way) }
        }
        return ways.joined(separator: ", ")
    }

    private func way(_ resolution: Resolution) throws(RoutingFailure) -> String {
        guard case .route(let route) = resolution else {
            return "\(Explainer.text(resolution.recipient)) malformed"
        }
        let text = "\(Explainer.text(route.recipient)) \(route.transport):\(route.nextHop)"
        guard route.addressClass == .local, route.transport == TransportName("local") else { return text }
        var nobody = NoTrace()
        let delivery = try aliases.delivery(to: route.recipient, trace: &nobody)
        let texts = DeliveryText(system, route.recipient, nextHop: route.nextHop.description)
        var ends: [String] = []
        for end in delivery.ends { ends.append(try texts.text(end, &nobody)) }
        return text + " (\(ends.joined(separator: "; ")))"
    }
}

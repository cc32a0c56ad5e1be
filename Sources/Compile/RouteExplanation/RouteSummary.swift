import AddressRouting
import ByteScanning
import MailAddress

/// Where mail for an address goes, in one line: what comparisons compare. It takes no notes on the way, but
/// for the tables that are not known here.
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
        var notes = WalkNotes(isQuiet: true)
        let route: String
        do throws(RoutingFailure) {
            route = try self.route(
                MailAddress(internalForm: address), ReversePath(internalForm: sender), &notes)
        } catch {
            route = "reject \(error.reply)"
        }
        let unknown = system.unknownTables(notes).map(\.table)
        return unknown.isEmpty ? route : "\(route) (if \(unknown.joined(separator: ", ")) says nothing)"
    }

    private func route(
        _ address: MailAddress, _ sender: ReversePath, _ notes: inout WalkNotes
    ) throws(RoutingFailure) -> String {
        if refusesUnlisted {
            let completed = system.routing.completion.complete(address, trace: &notes)
            let resolution = try resolver.resolve(completed, sender: .null, trace: &notes)
            let refusal = try validation.refusal(of: address, resolvedTo: resolution, trace: &notes)
            if let refusal { return "reject \(refusal)" }
        }
        let mapped = try rewriter.envelopeRecipient(address, trace: &notes)
        let from = try rewriter.envelopeSender(sender, trace: &notes)
        var ways: [String] = []
        for recipient in try rewriter.expand(mapped, trace: &notes) {
            let resolution = try resolver.resolve(recipient, sender: from, trace: &notes)
            let way = try way(resolution, &notes)
            if !ways.contains(way) { ways.append(way) }
        }
        return ways.joined(separator: ", ")
    }

    private func way(
        _ resolution: Resolution, _ notes: inout WalkNotes
    ) throws(RoutingFailure) -> String {
        guard case .route(let route) = resolution else {
            return "\(Explainer.text(resolution.recipient)) malformed"
        }
        let text = "\(Explainer.text(route.recipient)) \(route.transport):\(route.nextHop)"
        guard route.addressClass == .local, route.transport == TransportName("local") else { return text }
        let delivery = try aliases.delivery(to: route.recipient, trace: &notes)
        let texts = DeliveryText(system, route.recipient, nextHop: route.nextHop.description)
        var ends: [String] = []
        for end in delivery.ends { ends.append(try texts.text(end, &notes)) }
        return text + " (\(ends.joined(separator: "; ")))"
    }
}

import AddressRouting
import ByteScanning
import ConfigurationCompiler
import MailAddress

/// Follows addresses through a mail system and notes each step.
public struct Explainer: Sendable {
    public var system: RoutingSystem
    private let rewriter: AddressRewriter
    private let resolver: Resolver

    public init(_ system: RoutingSystem) {
        self.system = system
        rewriter = AddressRewriter(system.routing)
        resolver = Resolver(system.routing)
    }

    /// An address as it would stand in a header, completed, and the tables without whose answer it is so.
    public func rewritten(
        _ address: [UInt8], client: Question.Client?
    ) throws(RoutingFailure) -> (text: [UInt8], unknownTables: [UnknownTable]) {
        var notes = WalkNotes(isQuiet: true)
        let context = try HeaderContext(system).context(of: client, &notes)
        return (system.routing.completion.complete(external: address, context), system.unknownTables(notes))
    }

    /// The whole way of an address that is given in external form.
    public mutating func explain(_ address: [UInt8], _ question: Question) -> Explanation {
        let given = MailAddress(externalForm: address)
        var explanation = Explanation(address: Self.text(given))
        var trace = WalkNotes()
        do throws(RoutingFailure) {
            switch question.extent {
            case .resolving: try resolve(given, question, &explanation, &trace)
            case .whole: try follow(given, address, question, &explanation, &trace)
            }
        } catch {
            explanation.error = error.reply
            explanation.recipients = []
            trace.record(RoutingStep(.validation, key: address, result: Array("\(error)".utf8)))
        }
        explanation.steps = trace.steps.map { explained($0) }
        explanation.unknownTables = system.unknownTables(trace)
        return explanation
    }

    private func resolve(
        _ address: MailAddress, _ question: Question, _ explanation: inout Explanation,
        _ trace: inout WalkNotes
    ) throws(RoutingFailure) {
        let sender = ReversePath(internalForm: MailAddress(externalForm: question.sender.bytes).internalForm)
        let completed = system.routing.completion.complete(address, trace: &trace)
        explanation.recipients = [try recipient(completed, sender, &trace)]
    }

    private func follow(
        _ address: MailAddress, _ given: [UInt8], _ question: Question, _ explanation: inout Explanation,
        _ trace: inout WalkNotes
    ) throws(RoutingFailure) {
        if let header = question.header {
            explanation.sections.append(("the header", 0))
            try explainHeader(header, question, &trace)
        }
        explanation.sections.append(("is it taken", trace.steps.count))
        try decide(address, given, question, &explanation, &trace)
        explanation.sections.append(("what becomes of it", trace.steps.count))
        let path = ReversePath(internalForm: MailAddress(externalForm: question.sender.bytes).internalForm)
        let sender = try rewriter.envelopeSender(path, trace: &trace)
        let mapped = try rewriter.envelopeRecipient(address, trace: &trace)
        try expand(mapped, sender, &explanation, &trace)
        for copy in try rewriter.copies(forRecipient: mapped, trace: &trace)
            + rewriter.copies(forSender: sender, trace: &trace)
        {
            trace.record(
                RoutingStep(.mapping, parameter: "bcc", key: mapped.externalForm, result: copy.externalForm))
        }
    }

    private func expand(
        _ mapped: MailAddress, _ sender: ReversePath, _ explanation: inout Explanation,
        _ trace: inout WalkNotes
    ) throws(RoutingFailure) {
        var seen: Set<[UInt8]> = []
        for expanded in try rewriter.expand(mapped, trace: &trace) {
            // cleanup(8) drops a recipient that it has had.
            let folded = foldedCase(expanded.internalForm.span, unicode: true)
            guard seen.insert(folded).inserted else { continue }
            var recipient = try recipient(expanded, sender, &trace)
            try deliver(expanded, &recipient, &trace)
            explanation.recipients.append(recipient)
        }
    }

    /// Whether the server takes the address: from a client, or, when none is named, from anybody who may send.
    private func decide(
        _ address: MailAddress, _ given: [UInt8], _ question: Question, _ explanation: inout Explanation,
        _ trace: inout WalkNotes
    ) throws(RoutingFailure) {
        guard let client = question.client else {
            guard system.scopes.server[.smtpdRejectUnlistedRecipient] else { return }
            let completed = system.routing.completion.complete(address, trace: &trace)
            let resolution = try trace.quietly { (trace) throws(RoutingFailure) in
                try resolver.resolve(completed, sender: .null, trace: &trace)
            }
            explanation.error = try RecipientValidation(system.routing).refusal(
                of: address, resolvedTo: resolution, trace: &trace)
            return
        }
        var session = ServerSession(system, question, client)
        let answers = session.answers(to: given, &trace)
        explanation.answers = answers
        explanation.unknowns = session.unknowns
        explanation.error = answers.refusal
        for (command, reply) in [
            ("connection from \(client.lookupName)[\(client.address)]", answers.connection),
            ("HELO \(session.helo?.text ?? "...")", answers.helo),
            ("MAIL FROM:<\(Self.text(session.sender))>", answers.mail),
            ("RCPT TO:<\(Self.text(address))>", answers.recipient),
        ] {
            guard let reply else { continue }
            trace.record(
                RoutingStep(
                    .validation, parameter: "smtpd", key: Array(command.utf8),
                    result: Array(reply.description.utf8)))
        }
    }

    private func recipient(
        _ address: MailAddress, _ sender: ReversePath, _ trace: inout WalkNotes
    ) throws(RoutingFailure) -> Explanation.Recipient {
        switch try resolver.resolve(address, sender: sender, trace: &trace) {
        case .malformed(let address):
            return Explanation.Recipient(
                address: Self.text(address), error: RoutingReply(501, "5.1.3", "Bad recipient address syntax")
            )
        case .route(let route):
            return Explanation.Recipient(
                address: Self.text(route.recipient), addressClass: route.addressClass,
                transport: route.transport.description, nextHop: route.nextHop.description,
                error: route.refusal)
        }
    }

    /// What comes after routing: aliases here, generic addresses on the way out.
    private func deliver(
        _ address: MailAddress, _ recipient: inout Explanation.Recipient, _ trace: inout WalkNotes
    ) throws(RoutingFailure) {
        switch recipient.transport {
        case "local" where recipient.addressClass == .local:
            let user = MailAddress(externalForm: Array(recipient.address.utf8))
            let delivery = try LocalAliases(system.routing).delivery(to: user, trace: &trace)
            let texts = DeliveryText(system, user, nextHop: recipient.nextHop ?? "")
            for end in delivery.ends { recipient.deliveries.append(try texts.text(end, &trace)) }
        case "smtp", "relay", "lmtp":
            guard !system.routing.mapping.genericMaps.isEmpty else { return }
            _ = try rewriter.generic(address, trace: &trace)
        default: break
        }
    }

    private func explainHeader(
        _ header: [UInt8], _ question: Question, _ trace: inout WalkNotes
    ) throws(RoutingFailure) {
        _ = try system.policy.headerChecks.value(for: header, trace: &trace)
        guard let colon = header.firstIndex(of: ASCII.colon),
            let kind = AddressHeader(name: Array(header[..<colon]))
        else { return }
        let value = Array(header[(colon + 1)...].drop(while: ASCII.isSpace))
        let context = try HeaderContext(system).context(of: question.client, &trace)
        let new = try rewriter.header(value, kind, context, trace: &trace)
        let result = Array(header[...colon]) + [ASCII.space] + (new ?? value)
        trace.record(RoutingStep(.header, key: header, result: result))
    }

    private mutating func explained(_ step: RoutingStep) -> ExplainedStep {
        let source = step.result == nil && step.missingAnswer == nil ? nil : source(of: step)
        return ExplainedStep(
            step: step.stage.rawValue, parameter: step.parameter, table: step.table,
            key: String(decoding: step.key, as: UTF8.self), source: source,
            result: step.result.map { String(decoding: $0, as: UTF8.self) }, ordinal: step.ordinal,
            unknown: step.missingAnswer)
    }

    private mutating func source(of step: RoutingStep) -> SourceLine? {
        if let table = step.table, step.missingAnswer != nil {
            return system.source(ofUnknown: table, step.parameter)
        }
        if let table = step.table, let value = step.result,
            let line = system.origins.line(of: step.key, in: table, giving: value)
        {
            return line
        }
        return step.parameter.flatMap { system.line(ofParameter: $0) }
    }

    static func text(_ address: MailAddress) -> String {
        address.isEmpty ? "" : String(decoding: address.externalForm, as: UTF8.self)
    }
}

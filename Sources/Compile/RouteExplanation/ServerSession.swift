import AddressRouting
import ByteScanning
import MailAddress
import NetworkAddress
import ParameterCatalogue

/// What an SMTP server answers to one client, one sender and one recipient, as far as its configuration tells: what
/// DNS, authentication, TLS and policy servers decide is noted and taken as undecided.
struct ServerSession {
    enum Outcome: Equatable {
        case undecided, permit
        case refuse(RoutingReply)
        /// A mistake or a failure that ends everything, for `warn_if_reject` too.
        case stop(RoutingReply)
    }

    /// What a refusal is about: `<anna@example.com>: Recipient address rejected: ...`.
    enum Subject {
        case client, unverifiedClient, helo, sender, recipient
    }

    /// Part of a session with restrictions of its own.
    enum Stage {
        case client, helo, sender, recipient
    }

    let system: RoutingSystem
    let client: Question.Client
    /// `nil` when it is not known.
    private(set) var helo: HeloName?
    /// Empty for the null sender.
    let sender: MailAddress
    private(set) var recipient: MailAddress?
    /// The sender of address probes (`address_verify_sender`); `nil` when they have none.
    let prober: MailAddress?
    private(set) var unknowns: [String] = []
    private(set) var stage = Stage.client
    var subject = Subject.client
    /// Access tables and classes that are being evaluated inside one another.
    var depth = 0
    /// Whether refusals are warnings (`warn_if_reject`), in what a class or a row names too.
    private var isWarningOnly = false
    /// The message is thrown away: nothing more is asked.
    var isDiscarded = false
    private var ifPermitted: RoutingReply?
    private var ifRefused: RoutingReply?

    init(_ system: RoutingSystem, _ question: Question, _ client: Question.Client) {
        self.system = system
        self.client = client
        helo = question.helo.map { HeloName(text: $0) }
        let sender = Self.address(question.sender.bytes)
        prober = Self.prober(system)
        // Probes may come in any case, and go on in the one of the configuration.
        self.sender = prober.flatMap { $0.equalsIgnoringCase(sender) ? $0 : nil } ?? sender
    }

    /// The answers to the commands of the session, until one is refused.
    ///
    /// - Parameter recipient: in external form.
    mutating func answers(to recipient: [UInt8], _ trace: inout WalkNotes) -> ServerAnswers {
        let address = Self.address(recipient)
        var answers = ServerAnswers()
        let isDelayed = system.scopes.server[.smtpdDelayReject]
        if !isDelayed {
            answers.connection = softened(ask(.client, &trace))
            guard answers.refusal == nil else { return answers }
            answers.helo = softened(ask(.helo, &trace))
            guard answers.refusal == nil else { return answers }
        }
        helo = helo?.cleaned
        answers.mail = softened(mail(isDelayed, &trace))
        guard answers.refusal == nil else { return answers }
        answers.recipient = softened(reply(to: address, isDelayed, &trace))
        return answers
    }

    private mutating func mail(_ isDelayed: Bool, _ trace: inout WalkNotes) -> RoutingReply {
        if !sender.isEmpty, isMalformed(sender, &trace) {
            return RoutingReply(501, "5.1.7", "Bad sender address syntax")
        }
        return (isDelayed ? nil : ask(.sender, &trace)) ?? RoutingReply(250, "2.1.0", "Ok")
    }

    private mutating func reply(
        to address: MailAddress, _ isDelayed: Bool, _ trace: inout WalkNotes
    ) -> RoutingReply {
        recipient = address
        let ok = RoutingReply(250, "2.1.5", "Ok")
        if isAlwaysTaken(address) { return ok }
        if isMalformed(address, &trace) {
            return RoutingReply(501, "5.1.3", "Bad recipient address syntax")
        }
        if isDelayed {
            for stage in [Stage.client, .helo, .sender] {
                if let refusal = ask(stage, &trace) { return refusal }
            }
        }
        return ask(.recipient, &trace) ?? ok
    }

    // MARK: Lists

    /// Whether the client has said who it is, when lists are asked as soon as they can be.
    var hasHelo: Bool { system.scopes.server[.smtpdDelayReject] || stage != .client }

    /// Whether the sender is known.
    var hasSender: Bool {
        system.scopes.server[.smtpdDelayReject] || stage == .sender || stage == .recipient
    }

    /// The refusal of a stage: of its lists, then of what they have put off, then of an address that does not exist.
    private mutating func ask(_ stage: Stage, _ trace: inout WalkNotes) -> RoutingReply? {
        self.stage = stage
        ifRefused = nil
        for (name, list) in system.policy.lists where Self.stage(name) == stage {
            guard !isDiscarded else { break }
            subject = Self.subject(stage)
            let outcome = evaluate(list, in: name, &trace)
            if let refusal = refusal(outcome) { return refusal }
        }
        switch stage {
        case .client, .helo: return nil
        case .sender:
            guard !isDiscarded, system.scopes.server[.smtpdRejectUnlistedSender] else { return nil }
            let outcome = unlisted(.sender, &trace)
            return refusal(outcome)
        case .recipient:
            if let ifPermitted { return ifPermitted }
            guard !isDiscarded, system.scopes.server[.smtpdRejectUnlistedRecipient] else { return nil }
            let outcome = unlisted(.recipient, &trace)
            return refusal(outcome)
        }
    }

    /// The refusal that an outcome is; with `defer_if_reject` none is for good.
    private func refusal(_ outcome: Outcome) -> RoutingReply? {
        switch outcome {
        case .undecided, .permit: nil
        case .refuse(let reply): reply.code < 500 ? reply : ifRefused ?? reply
        case .stop(let reply): reply
        }
    }

    /// Whether the rest of a list does not matter: the message is thrown away, or it has to wait whatever is said.
    var isSettled: Bool { isDiscarded || ifPermitted != nil && ifRefused != nil }

    private static func stage(_ list: String) -> Stage {
        switch list {
        case "smtpd_client_restrictions": .client
        case "smtpd_helo_restrictions": .helo
        case "smtpd_sender_restrictions": .sender
        default: .recipient
        }
    }

    private static func subject(_ stage: Stage) -> Subject {
        switch stage {
        case .client: .client
        case .helo: .helo
        case .sender: .sender
        case .recipient: .recipient
        }
    }

    /// Restrictions in order, until one decides.
    mutating func evaluate(_ list: RestrictionList, in name: String, _ trace: inout WalkNotes) -> Outcome {
        depth += 1
        defer { depth -= 1 }
        guard depth < 100 else { return .stop(configurationError) }
        for (number, restriction) in list.restrictions.enumerated() {
            let outcome = evaluate(restriction, in: name, ordinal: number, &trace)
            guard outcome == .undecided, !isSettled else { return outcome }
        }
        return .undecided
    }

    /// One restriction, whose refusal may be a warning only.
    ///
    /// - Parameter ordinal: where it stands in its list; `nil` for one of a table's row.
    mutating func evaluate(
        _ restriction: Restriction, in name: String, ordinal: Int? = nil, _ trace: inout WalkNotes
    ) -> Outcome {
        let outer = isWarningOnly
        defer { isWarningOnly = outer }
        isWarningOnly = isWarningOnly || restriction.isWarningOnly
        let known = trace.missingAnswers
        var outcome = evaluate(restriction, &trace)
        let text = Self.text(outcome, isWarningOnly: isWarningOnly)
        let missing = missingText(restriction, text, hasAnswers: trace.missingAnswers == known)
        trace.record(
            RoutingStep(
                .restriction, parameter: name, key: Array(restriction.name.utf8),
                result: missing == nil ? text.map { Array($0.utf8) } : nil, ordinal: ordinal,
                missingAnswer: missing))
        if isWarningOnly, case .refuse = outcome { outcome = .undecided }
        return outcome
    }

    /// Why it is not known what a restriction says; `nil` when it is.
    private func missingText(_ restriction: Restriction, _ text: String?, hasAnswers: Bool) -> String? {
        guard hasAnswers else { return "without the answer of a table: \(text ?? "says nothing")" }
        guard text == nil, unknowns.contains(restriction.name) else { return nil }
        return "the configuration alone does not tell"
    }

    private static func text(_ outcome: Outcome, isWarningOnly: Bool) -> String? {
        switch outcome {
        case .undecided: nil
        case .permit: "permit"
        case .refuse(let reply): isWarningOnly ? "warning: \(reply)" : "\(reply)"
        case .stop(let reply): "\(reply)"
        }
    }

    /// Notes that the configuration does not decide.
    mutating func cannotKnow(_ restriction: Restriction) -> Outcome {
        if !unknowns.contains(restriction.name) { unknowns.append(restriction.name) }
        return .undecided
    }

    mutating func deferIfPermitted(_ reply: RoutingReply) {
        if !isWarningOnly { ifPermitted = ifPermitted ?? reply }
    }

    mutating func deferIfRefused(_ reply: RoutingReply) { ifRefused = ifRefused ?? reply }

    private func softened(_ reply: RoutingReply) -> RoutingReply {
        guard system.scopes.server[.softBounce], reply.code >= 500 else { return reply }
        return RoutingReply(reply.code - 100, "4" + reply.enhancedCode.dropFirst(), reply.text)
    }

    private func softened(_ reply: RoutingReply?) -> RoutingReply? { reply.map { softened($0) } }
}

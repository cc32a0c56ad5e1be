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
    }

    /// What a refusal is about: `<anna@example.com>: Recipient address rejected: ...`.
    enum Subject {
        case client, helo, sender, recipient
    }

    let system: RoutingSystem
    let client: Question.Client
    /// In internal form; empty for the null sender.
    let sender: MailAddress
    var recipient: MailAddress?
    private(set) var unknowns: [String] = []
    private var ifPermitted: RoutingReply?
    private var ifRefused: RoutingReply?
    var subject = Subject.client
    var depth = 0

    init(_ system: RoutingSystem, _ client: Question.Client, _ sender: MailAddress) {
        self.system = system
        self.client = client
        self.sender = sender
    }

    /// The answer to MAIL FROM.
    mutating func mail(_ trace: inout StepList) throws(RoutingFailure) -> RoutingReply {
        if !sender.isEmpty, case .malformed = try resolution(of: sender) {
            return RoutingReply(501, "5.1.7", "Bad sender address syntax")
        }
        let ok = RoutingReply(250, "2.1.0", "Ok")
        guard !system.scopes.server[.smtpdDelayReject] else { return ok }
        return try walk(system.policy.lists.prefix(3), &trace) ?? ok
    }

    /// The answer to RCPT TO.
    mutating func recipient(
        _ address: MailAddress, _ trace: inout StepList
    ) throws(RoutingFailure) -> RoutingReply {
        recipient = address
        let ok = RoutingReply(250, "2.1.5", "Ok")
        if address.domain == nil, address.localPart.equalsIgnoringCase("postmaster") { return ok }
        if case .malformed = try resolution(of: address) {
            return RoutingReply(501, "5.1.3", "Bad recipient address syntax")
        }
        (ifPermitted, ifRefused) = (nil, nil)
        let skipped = system.scopes.server[.smtpdDelayReject] ? 0 : 3
        if let refusal = try walk(system.policy.lists.dropFirst(skipped), &trace) { return refusal }
        subject = .recipient
        if let refusal = try unlisted(&trace) { return softened(refusal) }
        return ifPermitted ?? ok
    }

    private mutating func unlisted(_ trace: inout StepList) throws(RoutingFailure) -> RoutingReply? {
        let server = system.scopes.server
        if server[.smtpdRejectUnlistedSender], !sender.isEmpty,
            let refusal = try unlistedRefusal(sender, .sender, &trace)
        {
            return refusal
        }
        guard server[.smtpdRejectUnlistedRecipient], let recipient else { return nil }
        return try unlistedRefusal(recipient, .recipient, &trace)
    }

    /// The first refusal of the lists.
    private mutating func walk(
        _ lists: ArraySlice<(name: String, list: RestrictionList)>, _ trace: inout StepList
    ) throws(RoutingFailure) -> RoutingReply? {
        for (name, list) in lists {
            subject = Self.subject(name)
            if case .refuse(let reply) = try evaluate(list, in: name, &trace) {
                return softened(ifRefused ?? reply)
            }
        }
        return nil
    }

    private static func subject(_ list: String) -> Subject {
        switch list {
        case "smtpd_client_restrictions": .client
        case "smtpd_helo_restrictions": .helo
        case "smtpd_sender_restrictions": .sender
        default: .recipient
        }
    }

    /// Restrictions in order, until one decides.
    mutating func evaluate(
        _ list: RestrictionList, in name: String, _ trace: inout StepList
    ) throws(RoutingFailure) -> Outcome {
        depth += 1
        defer { depth -= 1 }
        guard depth < 100 else { return .refuse(configurationError) }
        for (number, restriction) in list.restrictions.enumerated() {
            var outcome = try evaluate(restriction, &trace)
            let text = Self.text(outcome, isWarningOnly: restriction.isWarningOnly)
            trace.record(
                RoutingStep(
                    .restriction, parameter: name, key: Array(restriction.name.utf8),
                    result: (text ?? unknownText(restriction)).map { Array($0.utf8) }, ordinal: number))
            if restriction.isWarningOnly, case .refuse = outcome { outcome = .undecided }
            guard outcome == .undecided else { return outcome }
        }
        return .undecided
    }

    private func unknownText(_ restriction: Restriction) -> String? {
        unknowns.contains(restriction.name) ? "not known here" : nil
    }

    private static func text(_ outcome: Outcome, isWarningOnly: Bool) -> String? {
        switch outcome {
        case .undecided: nil
        case .permit: "permit"
        case .refuse(let reply): isWarningOnly ? "warning: \(reply)" : "\(reply)"
        }
    }

    /// Notes that the configuration does not decide.
    mutating func cannotKnow(_ restriction: Restriction) -> Outcome {
        if !unknowns.contains(restriction.name) { unknowns.append(restriction.name) }
        return .undecided
    }

    mutating func deferIfPermitted(_ reply: RoutingReply) { ifPermitted = ifPermitted ?? reply }
    mutating func deferIfRefused(_ reply: RoutingReply) { ifRefused = ifRefused ?? reply }

    var configurationError: RoutingReply { RoutingReply(451, "4.3.5", "Server configuration error") }

    func softened(_ reply: RoutingReply) -> RoutingReply {
        guard system.scopes.server[.softBounce], reply.code >= 500 else { return reply }
        return RoutingReply(reply.code - 100, "4" + reply.enhancedCode.dropFirst(), reply.text)
    }

    func resolution(of address: MailAddress) throws(RoutingFailure) -> Resolution {
        var nobody = NoTrace()
        let completed = system.routing.completion.complete(address, trace: &nobody)
        return try Resolver(system.routing).resolve(completed, sender: .null, trace: &nobody)
    }

    func unlistedRefusal(
        _ address: MailAddress, _ role: RecipientValidation.Role, _ trace: inout StepList
    ) throws(RoutingFailure) -> RoutingReply? {
        try RecipientValidation(system.routing).refusal(
            of: address, resolvedTo: try resolution(of: address), offeredAs: role, trace: &trace)
    }
}

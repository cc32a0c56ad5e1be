import Diagnostics
import NetworkAddress

/// Strangers who may send to any domain, found by trying those whom the configuration might let in.
struct RelayProof {
    struct Opening {
        var stranger: Stranger
        var service: RelayService
        /// Why it is let in; the first one is where to look.
        var reasons: [RelayEvaluation.Reason]
        var severity: Severity

        var range: SourceRange? {
            reasons.lazy.compactMap(\.range).first
                ?? service.scope.range(of: "smtpd_recipient_restrictions")
                ?? service.scope.range(of: "smtpd_relay_restrictions")
        }
    }

    private(set) var openings: [Opening] = []
    private let context: LintContext

    init(_ context: LintContext) {
        self.context = context
        for service in RelayService.all(context) where canRelay(service.scope) {
            search(service, RelayRules(service.scope, context))
        }
    }

    /// Whether the server starts at all, and mail for other domains leaves this machine.
    private func canRelay(_ scope: ServiceScope) -> Bool {
        let transport = context.main.text("default_transport").prefix { $0 != ":" }
        guard !["error", "discard", "retry"].contains(transport), RelayGuard.exists(scope) else {
            return false
        }
        return !(scope.isYes("smtpd_tls_req_ccert") && scope.text("smtpd_tls_security_level") == "encrypt")
    }

    private mutating func search(_ service: RelayService, _ rules: RelayRules) {
        for addresses in IPNetwork.strangers {
            guard let address = addresses.first else { continue }
            if let opening = opening(Stranger(address: address), fromAnywhere: addresses, service, rules) {
                openings.append(opening)
                return
            }
        }
        for (network, _, _) in rules.clients.networks { add(network, service, rules) }
        for step in rules.relaySteps { add(step, service, rules) }
    }

    private mutating func add(_ network: IPNetwork, _ service: RelayService, _ rules: RelayRules) {
        guard network.reach > .own else { return }
        // Who has a whole private range has it on purpose, as a rule.
        let worst: Severity = network.reach == .world ? .error : network.isPrivate ? .note : .warning
        for address in network.examples {
            let stranger = Stranger(address: address, description: "client \(address)")
            guard let opening = opening(stranger, service, rules, worst) else { continue }
            openings.append(opening)
            return
        }
    }

    /// The most that is shown for the patterns of a table.
    private static let shownPatterns = 3

    /// Strangers that patterns look for.
    private mutating func add(
        _ candidates: PatternCandidates, _ restriction: String, _ service: RelayService, _ rules: RelayRules
    ) {
        let keys: [String] =
            switch restriction {
            case "check_sender_access": candidates.senders
            case "check_helo_access": candidates.hosts
            // The others are names of somebody.
            default: ["unknown"]
            }
        var found = 0
        for key in keys where found < Self.shownPatterns {
            guard let stranger = stranger(key, restriction),
                let opening = opening(stranger, fromAnywhere: IPNetwork.strangers[0], service, rules)
            else { continue }
            openings.append(opening)
            found += 1
        }
    }

    /// Strangers that a row of a table of the step might let in.
    private mutating func add(_ step: RestrictionStep, _ service: RelayService, _ rules: RelayRules) {
        guard let name = step.definition?.name, let argument = step.argument,
            ["check_client_access", "check_helo_access", "check_sender_access"].contains(name)
        else { return }
        let table = AccessTable(argument, restriction: name, service.scope, context)
        if name == "check_client_access" {
            for network in table.permittedNetworks.prefix(1000) { add(network, service, rules) }
        }
        if let candidates = table.candidates { add(candidates, name, service, rules) }
        for row in table.rows(where: AccessAction.permits, limit: name == "check_client_access" ? 1000 : 3)
            ?? []
        {
            if row.network == nil, let stranger = stranger(row.key, name),
                let opening = opening(stranger, fromAnywhere: IPNetwork.strangers[0], service, rules)
            {
                openings.append(opening)
            }
        }
    }

    private func stranger(_ key: String, _ restriction: String) -> Stranger? {
        guard let address = IPNetwork.strangers.first?.first else { return nil }
        var stranger = Stranger(address: address)
        switch restriction {
        case "check_sender_access":
            stranger.sender = Self.sender(key)
            stranger.description = "any client that says MAIL FROM:<\(stranger.sender)>"
        case "check_helo_access":
            stranger.helo = key.hasPrefix(".") ? "mail" + key : key
            stranger.description = "any client that says EHLO \(stranger.helo)"
        default:
            // Names and addresses of clients are those of somebody, but for these.
            if key == "unknown" {
                stranger.name = key
                stranger.description = "any client whose address has no name"
            } else if !key.contains("."), !key.isEmpty, key.allSatisfy(\.isLetter) {
                stranger.name = "mail.stranger." + key
                stranger.description = "any client with a name below .\(key)"
            } else {
                return nil
            }
        }
        return stranger
    }

    private static func sender(_ key: String) -> String {
        if key == "<>" { return "" }
        if key.hasSuffix("@") { return key + "stranger.example" }
        if key.contains("@") { return key }
        return "somebody@" + (key.hasPrefix(".") ? "mail" + key : key)
    }

    /// The opening for a stranger, when it does not matter which of the addresses it has.
    private func opening(
        _ stranger: Stranger, fromAnywhere addresses: [IPAddress], _ service: RelayService,
        _ rules: RelayRules
    ) -> Opening? {
        var first: Opening?
        for address in addresses {
            var stranger = stranger
            stranger.address = address
            guard let opening = opening(stranger, service, rules, .error) else { return nil }
            first = first ?? opening
        }
        return first
    }

    /// - Parameter worst: the severity when nothing is left to guess.
    private func opening(
        _ stranger: Stranger, _ service: RelayService, _ rules: RelayRules, _ worst: Severity
    ) -> Opening? {
        var evaluation = RelayEvaluation(stranger, rules)
        guard evaluation.passes() else { return nil }
        let isProven = service.isPublic && evaluation.isCertain
        return Opening(
            stranger: stranger, service: service, reasons: evaluation.reasons,
            severity: isProven ? worst : min(worst, .warning))
    }
}

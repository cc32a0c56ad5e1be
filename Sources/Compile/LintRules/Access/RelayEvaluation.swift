import NetworkAddress
import ParameterCatalogue

/// What the restriction lists of a service say to a stranger. What only names, blocklists or the content of tables that
/// are not here could decide, is taken as not meant for this stranger.
struct RelayEvaluation {
    /// Why a list ended with a yes.
    struct Reason {
        /// What lets it in: a network, a row, a restriction.
        var range: SourceRange?
        /// In words: `mynetworks`, `an OK of check_sender_access`.
        var text: String
        var step: RestrictionStep
    }

    enum Outcome {
        case goesOn
        case permitted(Reason)
        case refused
    }

    private let rules: RelayRules
    private let stranger: Stranger
    private var phase = RestrictionPhases.all
    /// Whether nothing that could not be evaluated might have refused the stranger.
    private(set) var isCertain = true
    /// Why the lists about relaying let the stranger in, in the order of the lists.
    private(set) var reasons: [Reason] = []

    private var scope: ServiceScope { rules.scope }
    private var context: LintContext { rules.context }

    init(_ stranger: Stranger, _ rules: RelayRules) {
        self.stranger = stranger
        self.rules = rules
    }

    /// Whether no list refuses the stranger.
    mutating func passes() -> Bool {
        for list in rules.lists {
            phase = list.phase
            switch run(list.steps) {
            case .refused: return false
            case .goesOn: break
            case .permitted(let reason):
                if phase == .relay || phase == .recipient { reasons.append(reason) }
            }
        }
        return true
    }

    private mutating func run(_ steps: [RestrictionStep]) -> Outcome {
        for step in steps where !step.isClass {
            switch outcome(of: step) {
            case .goesOn: break
            case .permitted(let reason): return .permitted(reason)
            case .refused where step.isWarningOnly: break
            case .refused: return .refused
            }
        }
        return .goesOn
    }

    private mutating func outcome(of step: RestrictionStep) -> Outcome {
        guard let definition = step.definition else { return outcome(ofUnknown: step) }
        if case .removed = definition.fate { return .refused }
        guard works(definition) else { return .goesOn }
        switch definition.name {
        case "permit": return .permitted(Reason(range: step.name.nearestRange, text: "permit", step: step))
        case "reject", "defer", "defer_if_permit": return .refused
        case "reject_unauth_destination", "defer_unauth_destination":
            guard let range = rules.handlesEverything else { return .refused }
            reasons.append(Reason(range: range, text: "relay_domains", step: step))
            return .goesOn
        case "permit_auth_destination":
            return rules.handlesEverything.map {
                .permitted(Reason(range: $0, text: "relay_domains", step: step))
            } ?? .goesOn
        case "permit_mynetworks": return trust(step)
        case "check_policy_service":
            isCertain = false
            return .goesOn
        default: break
        }
        guard case .table = definition.argument else { return .goesOn }
        guard let argument = step.argument, argument.text.contains(":") else { return .refused }
        return outcome(ofTable: argument, definition.name, step)
    }

    /// A table alone, or what nobody knows.
    private mutating func outcome(ofUnknown step: RestrictionStep) -> Outcome {
        guard !step.name.text.contains("$") else {
            isCertain = false
            return .goesOn
        }
        let shorthand: String? =
            switch phase {
            case .client: "check_client_access"
            case .helo: "check_helo_access"
            case .sender: "check_sender_access"
            case .relay, .recipient: "check_recipient_access"
            default: nil
            }
        guard let shorthand, TableUseReader.isTable(step.name.text) else { return .refused }
        return outcome(ofTable: step.name, shorthand, step)
    }

    /// Whether a restriction has something to test. At DATA, guards look at messages with one recipient only.
    private func works(_ definition: RestrictionDefinition) -> Bool {
        let phases = rules.isDelayed ? definition.phases.union(definition.delayedPhases) : definition.phases
        guard phases.contains(phase) else { return false }
        return !(phase == .data || phase == .endOfData) || definition.phases == .all
    }

    private mutating func trust(_ step: RestrictionStep) -> Outcome {
        switch rules.clients.answer(stranger.address) {
        case .absent: return .goesOn
        case .refused: return .refused
        case .unknown:
            // What it says would only let the stranger in earlier.
            return .goesOn
        case .member(let member, let range, let isSure):
            if !isSure { isCertain = false }
            let place = range ?? member.word.nearestRange ?? step.name.nearestRange
            return .permitted(Reason(range: place, text: "mynetworks", step: step))
        }
    }

    private mutating func outcome(
        ofTable word: ExpandedWord, _ restriction: String, _ step: RestrictionStep
    ) -> Outcome {
        let table = AccessTable(word, restriction: restriction, scope, context)
        switch answer(of: table, restriction) {
        case .absent: return .goesOn
        case .unknown:
            isCertain = false
            return .goesOn
        case .result(let result, let range):
            switch AccessAction(result) {
            case .goOn: return .goesOn
            case .refuse: return .refused
            case .permit:
                let isAllowed = !restriction.hasSuffix("_mx_access") && !restriction.hasSuffix("_ns_access")
                guard isAllowed, !restriction.hasSuffix("_a_access") else { return .refused }
                let place = range ?? word.nearestRange
                return .permitted(Reason(range: place, text: "an OK of \(restriction)", step: step))
            case .restrictions(let names):
                let outcome = run(steps(names, step))
                guard case .permitted(var reason) = outcome else { return outcome }
                reason.range = range ?? word.nearestRange
                return .permitted(reason)
            }
        }
    }

    /// What a table answers; names and certificates that a stranger does not have are in none.
    private func answer(of table: AccessTable, _ restriction: String) -> AccessTable.Answer {
        if let result = table.constantResult {
            let needsLogin = restriction == "check_sasl_access" || restriction == "check_ccert_access"
            return needsLogin ? .absent : .result(result, nil)
        }
        let null = scope.text("smtpd_null_access_lookup_key")
        switch restriction {
        case "check_client_access":
            let names = rules.keys.ofHost(stranger.name) + rules.keys.ofAddress(stranger.address)
            let whole = WholeKeys.host(stranger.name, address: "\(stranger.address)")
            return table.answer(names, whole: whole, address: stranger.address)
        case "check_helo_access":
            let whole = WholeKeys.host(stranger.helo, address: nil)
            return table.answer(rules.keys.ofHost(stranger.helo), whole: whole)
        case "check_sender_access": return answer(of: table, mailbox: stranger.sender, null)
        case "check_recipient_access": return answer(of: table, mailbox: Stranger.recipient, null)
        default: return .absent
        }
    }

    private func answer(of table: AccessTable, mailbox: String, _ null: String) -> AccessTable.Answer {
        table.answer(
            rules.keys.ofMailbox(mailbox, null: null), whole: WholeKeys.mailbox(mailbox, null: null))
    }

    /// Restrictions that a table names.
    private func steps(_ names: [String], _ step: RestrictionStep) -> [RestrictionStep] {
        let classes = Set(scope.words("smtpd_restriction_classes").map(\.text))
        return names.flatMap { name -> [RestrictionStep] in
            var inner = step
            inner.name.text = name
            inner.definition = RestrictionCatalogue.definition(of: name)
            inner.argument = nil
            inner.isWarningOnly = false
            inner.isClass = false
            let isClass = inner.definition == nil && classes.contains(name)
            return isClass ? context.restrictions(name, scope) : [inner]
        }
    }
}

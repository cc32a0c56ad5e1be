import ParameterCatalogue

/// What decides about relaying in one service, read once for all strangers.
struct RelayRules {
    let scope: ServiceScope
    let context: LintContext
    /// In the order of a session.
    let lists: [(phase: RestrictionPhases, steps: [RestrictionStep])]
    let keys: AccessKeys
    /// Whether all lists wait for RCPT TO.
    let isDelayed: Bool
    let clients: TrustedClients
    /// Where `relay_domains` has every domain.
    let handlesEverything: SourceRange?

    init(_ scope: ServiceScope, _ context: LintContext) {
        self.scope = scope
        self.context = context
        lists = RestrictionList.names.filter { $0 != "smtpd_etrn_restrictions" }.map {
            (RestrictionPhases(listName: $0) ?? .all, context.restrictions($0, scope))
        }
        keys = AccessKeys(scope)
        isDelayed = scope.isYes("smtpd_delay_reject")
        clients = TrustedClients(scope, context)
        handlesEverything = Self.rangeOfEverything(scope)
    }

    /// The steps of the lists about relaying.
    var relaySteps: [RestrictionStep] {
        lists.filter { $0.phase == .relay || $0.phase == .recipient }.flatMap(\.steps)
    }

    /// Known recipients of relay domains would be another lock.
    private static func rangeOfEverything(_ scope: ServiceScope) -> SourceRange? {
        guard scope.text("relay_recipient_maps").isEmpty else { return nil }
        for word in scope.words("relay_domains") {
            if word.text.hasPrefix("!") { break }
            if word.text.hasPrefix("static:"), let range = word.nearestRange { return range }
        }
        return nil
    }
}

/// Restriction lists without a restriction that keeps strangers from relaying.
struct MissingRelayGuard: Rule {
    static let documentation = RuleDocumentation(
        "relay/missing-guard", .error, "No restriction keeps strangers from relaying",
        what: """
            Neither `smtpd_relay_restrictions` nor `smtpd_recipient_restrictions` of an SMTP server has
            `reject_unauth_destination`, `defer_unauth_destination`, `reject`, `defer` or `defer_if_permit`, in
            themselves or in a class. What follows `permit` does not count, nor what `warn_if_reject` stands before.
            Without `compatibility_level` both lists are empty unless they are set.
            """,
        why: "The server does not start, and no mail comes in.",
        atRunTime: """
            `fatal: in parameter smtpd_relay_restrictions or smtpd_recipient_restrictions, specify at least one working
            instance of: reject_unauth_destination, ...`, for each connection; the master throttles the service.
            """,
        mend: """
            `smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination`
            """)

    /// A place, and the servers that take their lists from it.
    private struct Place {
        var range: SourceRange?
        var servers: [ServiceScope]
    }

    func check(_ context: LintContext, _ findings: inout Findings) {
        let servers = context.services(running: "smtpd")
        var places: [Place] = []
        for scope in context.hasMaster ? servers : [context.main] {
            guard !RelayGuard.exists(scope), !RelayGuard.isUnknown(scope) else { continue }
            let range = range(scope, context)
            if let known = places.firstIndex(where: { $0.range == range }) {
                places[known].servers.append(scope)
            } else {
                places.append(Place(range: range, servers: [scope]))
            }
        }
        for place in places {
            findings.add(
                at: place.range,
                "\(subject(place)) not start: neither smtpd_relay_restrictions nor smtpd_recipient_restrictions "
                    + "refuses mail for other domains",
                severity: place.servers.contains(where: isSure) ? .error : .warning,
                notes: notes(place, context), help: help(place.servers[0]))
        }
    }

    /// Whether the service certainly starts its program.
    private func isSure(_ scope: ServiceScope) -> Bool {
        let kind = scope.service?.kind
        return kind == nil || kind == .inet || kind == .pass
    }

    private func subject(_ place: Place) -> String {
        let labels = place.servers.compactMap { $0.service?.label }
        guard !labels.isEmpty else { return "smtpd does" }
        return LintContext.words(labels) + (labels.count == 1 ? " does" : " do")
    }

    /// The list that somebody wrote, or who has none.
    private func range(_ scope: ServiceScope, _ context: LintContext) -> SourceRange? {
        for list in ["smtpd_relay_restrictions", "smtpd_recipient_restrictions"] where scope.isSet(list) {
            return scope.range(of: list)
        }
        return scope.service.map { context.range(of: $0) }
            ?? context.mainSettings.first.map { context.range(inMain: $0.name) }
    }

    /// The services, unless one of them is the place itself.
    private func notes(_ place: Place, _ context: LintContext) -> [Finding.Note] {
        place.servers.compactMap(\.service).map(context.range).filter { $0 != place.range }
            .map { Finding.Note("the service", at: $0) }
    }

    /// Below compatibility level 1 the default is an empty list (COMPATIBILITY_README).
    private func help(_ scope: ServiceScope) -> String {
        guard scope.explicitSetting("smtpd_relay_restrictions") == nil else {
            return "add reject_unauth_destination to smtpd_relay_restrictions"
        }
        let isSet = scope.explicitSetting("compatibility_level") != nil
        let cause = isSet ? "at this compatibility_level" : "without compatibility_level"
        return "smtpd_relay_restrictions is empty \(cause): set compatibility_level = 3.6, or "
            + "smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination"
    }
}

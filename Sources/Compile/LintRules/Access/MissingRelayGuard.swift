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

    func check(_ context: LintContext, _ findings: inout Findings) {
        let servers = context.services(running: "smtpd")
        for scope in context.hasMaster ? servers : [context.main] {
            guard !RelayGuard.exists(scope), !RelayGuard.isUnknown(scope) else { continue }
            let kind = scope.service?.kind
            let isSure = kind == nil || kind == .inet || kind == .pass
            findings.add(
                at: range(scope, context),
                "neither smtpd_relay_restrictions nor smtpd_recipient_restrictions refuses mail for other domains",
                severity: isSure ? .error : .warning, notes: notes(scope, context),
                help: "add reject_unauth_destination to smtpd_relay_restrictions")
        }
    }

    /// The list that somebody wrote, or who has none.
    private func range(_ scope: ServiceScope, _ context: LintContext) -> SourceRange? {
        for list in ["smtpd_relay_restrictions", "smtpd_recipient_restrictions"] where scope.isSet(list) {
            return scope.range(of: list)
        }
        return scope.service.map { context.range(of: $0) }
            ?? context.mainSettings.first.map { context.range(inMain: $0.name) }
    }

    private func notes(_ scope: ServiceScope, _ context: LintContext) -> [Finding.Note] {
        guard let service = scope.service else { return [] }
        return [Finding.Note("the service \(service.label) does not start", at: context.range(of: service))]
    }
}

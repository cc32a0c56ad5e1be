import ParameterCatalogue

/// A restriction list as a service has it.
struct RestrictionList {
    var name: String
    var phase: RestrictionPhases
    var scope: ServiceScope
    var steps: [RestrictionStep]
    /// Whether it is a class that no list names: only a table can lead to it.
    var isClassApart = false

    static let names = [
        "smtpd_client_restrictions", "smtpd_helo_restrictions", "smtpd_sender_restrictions",
        "smtpd_relay_restrictions", "smtpd_recipient_restrictions", "smtpd_data_restrictions",
        "smtpd_end_of_data_restrictions", "smtpd_etrn_restrictions",
    ]

    /// Every list of every SMTP server.
    static func all(_ context: LintContext) -> [RestrictionList] {
        (context.hasMaster ? context.services(running: "smtpd") : [context.main]).flatMap { scope in
            names.map { name in
                RestrictionList(
                    name: name, phase: RestrictionPhases(listName: name) ?? .all, scope: scope,
                    steps: context.restrictions(name, scope))
            }
        }
    }

    /// Every list of every SMTP server, and the classes that none of its lists names, which a table may name.
    static func allWithClasses(_ context: LintContext) -> [RestrictionList] {
        let classes = (context.hasMaster ? context.services(running: "smtpd") : [context.main]).flatMap {
            scope in
            RestrictionReader(scope: scope).classesApart.map { name in
                RestrictionList(
                    name: name, phase: .all, scope: scope, steps: context.restrictions(name, scope),
                    isClassApart: true)
            }
        }
        return all(context) + classes
    }

    /// The phases that have something to test for it here: with `smtpd_delay_reject` all lists run at RCPT TO.
    func works(_ definition: RestrictionDefinition) -> Bool {
        let isDelayed = scope.isYes("smtpd_delay_reject")
        let phases = isDelayed ? definition.phases.union(definition.delayedPhases) : definition.phases
        return phases.contains(phase)
    }

    /// Whether every client with a recipient here comes to the list; not to that of ETRN.
    var isEvaluated: Bool {
        guard phase != .etrn, !isClassApart else { return false }
        switch scope.service?.kind {
        case .inet, .pass, nil: return true
        case .unix, .fifo, .unixDatagram: return false
        }
    }

    /// How many steps there are up to the one that ends the list whoever the client is, itself included.
    var lengthOfReachable: Int {
        (steps.firstIndex(where: Self.isFinal) ?? steps.count - 1) + 1
    }

    /// The steps that somebody may come to.
    var reachableSteps: ArraySlice<RestrictionStep> { steps.prefix(lengthOfReachable) }

    static func isFinal(_ step: RestrictionStep) -> Bool {
        switch step.definition?.name {
        case "permit": true
        case "reject", "defer": !step.isWarningOnly
        default: false
        }
    }
}

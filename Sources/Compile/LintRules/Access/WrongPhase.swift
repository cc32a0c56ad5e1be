import ParameterCatalogue

/// A restriction in a list where it has nothing to test.
struct WrongPhase: Rule {
    static let documentation = RuleDocumentation(
        "access/wrong-phase", .warning, "A restriction in a list where it cannot work",
        what: """
            A restriction tests something that is not known when its list is evaluated: the recipient at MAIL FROM, the
            sender at ETRN, an ETRN domain anywhere else. With `smtpd_delay_reject = yes`, the default, the lists for
            clients, HELO and senders wait for RCPT TO, and all but ETRN is known there. A table without a restriction
            before it is an error in the lists for DATA and its end.
            """,
        why: "It never does anything, and what it was to keep out comes in.",
        atRunTime: """
            Nothing is logged. For a table alone at DATA: `specify one of (check_client_access, ...) before Data
            command restriction`, and `451 4.3.5 Server configuration error` for each message.
            """,
        mend: "Move it to a list that comes later, or set `smtpd_delay_reject = yes`.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for list in RestrictionList.all(context) {
            for (index, step) in list.steps.enumerated() {
                if let definition = step.definition {
                    if case .removed = definition.fate { continue }
                    guard !list.works(definition) else { continue }
                    findings.add(
                        at: step.name.nearestRange,
                        "\(definition.name) has nothing to test in \(list.name)", notes: notes(step, list),
                        help: help(definition, list))
                } else if !step.isClass, TableUseReader.isTable(step.name.text),
                    list.phase == .data || list.phase == .endOfData
                {
                    let isReached = list.isEvaluated && index < list.lengthOfReachable
                    findings.add(
                        at: step.name.nearestRange, "a table alone means nothing in \(list.name)",
                        severity: isReached ? .error : .warning, notes: notes(step, list),
                        help: "write check_client_access, check_sender_access or their like before it")
                }
            }
        }
    }

    private func notes(_ step: RestrictionStep, _ list: RestrictionList) -> [Finding.Note] {
        let isOwn = step.parameter == list.name
        return isOwn
            ? []
            : [Finding.Note("the list has the class \(step.parameter)", at: list.scope.range(of: list.name))]
    }

    private func help(_ definition: RestrictionDefinition, _ list: RestrictionList) -> String {
        if definition.delayedPhases.contains(list.phase) {
            return "it would with smtpd_delay_reject = yes, or in smtpd_recipient_restrictions"
        }
        let other = RestrictionList.names.first {
            definition.phases.contains(RestrictionPhases(listName: $0) ?? [])
        }
        return "it works in \(other ?? "no list")"
    }
}

import ConfigurationSemantics
import ParameterCatalogue

/// A word of a restriction list that is no restriction.
struct UnknownRestriction: Rule {
    static let documentation = RuleDocumentation(
        "access/unknown-restriction", .error, "A restriction that does not exist",
        what: """
            A word of a restriction list is no restriction, no name in `smtpd_restriction_classes` and no table, or it
            is a restriction that the target no longer has. Names of classes are compared with case, others without.
            It is an error where clients come to it, and a warning in lists that are evaluated for ETRN only, in
            classes that no list names, and behind what ends the list for everybody.
            """,
        why:
            "Each client that comes to this word of the list is told to come again, for days, until its mail bounces.",
        atRunTime: """
            `warning: unknown smtpd restriction: "NAME"`, and `451 4.3.5 Server configuration error` for each
            recipient.
            """,
        mend:
            "Write the name right, or list the class in `smtpd_restriction_classes`. A comment has a line of its own."
    )

    func check(_ context: LintContext, _ findings: inout Findings) {
        for list in RestrictionList.allWithClasses(context) {
            let classes = Set(list.scope.words("smtpd_restriction_classes").map(\.text))
            for (index, step) in list.steps.enumerated() {
                let isReached = list.isEvaluated && index < list.lengthOfReachable
                if let definition = step.definition {
                    guard case .removed = definition.fate else { continue }
                    add(step, removed: definition, context, isReached, &findings)
                } else if !step.isClass, Self.isUnknown(step.name.text) {
                    findings.add(
                        at: step.name.nearestRange, "there is no restriction \"\(step.name.text)\"",
                        severity: isReached ? .error : .warning, notes: notes(step),
                        help: help(step.name.text, classes, list.scope))
                }
            }
        }
    }

    /// A table alone stands for a restriction; what could not be expanded may be anything.
    private static func isUnknown(_ name: String) -> Bool {
        !name.contains("$") && !TableUseReader.isTable(name)
    }

    private func add(
        _ step: RestrictionStep, removed definition: RestrictionDefinition, _ context: LintContext,
        _ isReached: Bool, _ findings: inout Findings
    ) {
        // They went away with Postfix 3.9; before, some worked and some did not.
        let isGone = context.target.version >= PostfixVersion(major: 3, minor: 9)
        findings.add(
            at: step.name.nearestRange,
            "\(definition.name) \(isGone ? "is no longer supported" : "is obsolete") in \(context.target)",
            severity: isGone && isReached ? .error : .warning, notes: notes(step),
            help: "use \(definition.replacement)")
    }

    private func notes(_ step: RestrictionStep) -> [Finding.Note] {
        step.name.range == nil ? [] : step.name.notes
    }

    private func help(_ name: String, _ classes: Set<String>, _ scope: ServiceScope) -> String? {
        if name.hasPrefix("#") { return "a comment has a line of its own" }
        if name == "\\" { return "lines are continued by white space at the beginning of the next line" }
        let known = RestrictionCatalogue.all.map(\.name) + classes.sorted()
        if let meant = NearestName.of(name, in: known) ?? known.first(where: { $0 == name.lowercased() }) {
            return "did you mean \"\(meant)\"?"
        }
        return scope.explicitSetting(name) == nil ? nil : "list \(name) in smtpd_restriction_classes"
    }
}

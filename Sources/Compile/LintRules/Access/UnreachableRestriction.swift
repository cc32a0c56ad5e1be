/// A restriction behind one that ends the list for everybody.
struct UnreachableRestriction: Rule {
    static let documentation = RuleDocumentation(
        "access/unreachable", .warning, "A restriction that nobody comes to",
        what: """
            A restriction stands behind `permit`, `reject` or `defer`, which end the list for everybody, or behind a
            class that has one of them.
            """,
        why:
            "It never does anything, and what it was to keep out comes in, or what it was to let in stays out.",
        atRunTime:
            "`warning: restriction `...' after `permit' is ignored` for `permit`, and nothing for the others.",
        mend: "Move it before the restriction that ends the list, or remove one of them.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for list in RestrictionList.all(context) {
            let length = list.lengthOfReachable
            guard length < list.steps.count, let last = list.reachableSteps.last else { continue }
            let step = list.steps[length]
            findings.add(
                at: step.name.nearestRange, "nobody comes to \(step.name.text)",
                notes: [
                    Finding.Note(
                        "\"\(last.name.text)\" ends the list for everybody", at: last.name.nearestRange)
                ])
        }
    }
}

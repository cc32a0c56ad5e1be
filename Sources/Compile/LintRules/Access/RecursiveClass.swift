/// A restriction class that comes to itself.
struct RecursiveClass: Rule {
    static let documentation = RuleDocumentation(
        "access/recursive-class", .error, "A restriction class that comes to itself",
        what: """
            A class of `smtpd_restriction_classes` has itself among its restrictions, or a class that has it. It is an
            error where every client comes round, and a warning where a restriction before may decide.
            """,
        why: "The SMTP server goes round until it has no memory left, and the client loses its connection.",
        atRunTime:
            "`smtpd` is killed by signal 11, at the first command of each client that comes to the class.",
        mend: "Take the class out of its own restrictions.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for list in RestrictionList.allWithClasses(context) {
            for (index, step) in list.steps.enumerated() where step.isRecursive {
                let isCertain =
                    list.isEvaluated && list.steps[..<index].allSatisfy { $0.isClass && !$0.isRecursive }
                let circle = step.classes.drop { $0 != step.name.text } + [step.name.text]
                findings.add(
                    at: step.name.nearestRange,
                    "the class \(step.name.text) comes to itself: \(circle.joined(separator: ", "))",
                    severity: isCertain ? .error : .warning,
                    notes: step.name.range == nil ? [] : step.name.notes)
            }
        }
    }
}

/// A parameter that came after the target version.
struct NewerParameter: Rule {
    static let documentation = RuleDocumentation(
        "parameter/newer-than-target", .warning, "A parameter that the target version does not have yet",
        what: "A parameter came with a version of Postfix after the one that `--target` names.",
        why: "The old version takes it for a parameter of your own: what it is set for does not happen.",
        atRunTime: "Nothing: the line is ignored. `postconf` of that version says `unused parameter`.",
        mend: "Upgrade, or reach the same with what the target version has.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for setting in context.writtenSettings {
            guard let since = setting.definition.flatMap({ PostfixVersion($0.since) }),
                since > context.target.version
            else { continue }
            findings.add(
                at: setting.nameRange,
                "\"\(setting.name)\" came with Postfix \(since); \(context.target) ignores it")
        }
    }
}

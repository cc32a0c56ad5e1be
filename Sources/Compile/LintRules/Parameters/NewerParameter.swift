/// A parameter that came after the target version.
struct NewerParameter: Rule {
    static let documentation = RuleDocumentation(
        "parameter/newer-than-target", .warning, "A parameter that the target version does not have yet",
        what: """
            A parameter came with a version of Postfix after the one that `--target` names. A version means its newest patch
            level: nothing is said of a parameter that came to it with a patch, such as `smtpd_forbid_bare_newline` to
            Postfix 3.5 and later.
            """,
        why: "The old version takes it for a parameter of your own: what it is set for does not happen.",
        atRunTime: "Nothing: the line is ignored. `postconf` of that version says `unused parameter`.",
        mend: "Upgrade, or reach the same with what the target version has.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for setting in context.writtenSettings {
            guard let since = setting.definition.flatMap({ PostfixVersion($0.since) }),
                since > context.target.version
            else { continue }
            let patched = StableBackports.oldestRelease(of: setting.name)
            if let patched, patched <= context.target.version { continue }
            let patches = patched.map { " and with patches of \($0) and later" } ?? ""
            findings.add(
                at: setting.nameRange,
                "\"\(setting.name)\" came with Postfix \(since)\(patches); \(context.target) ignores it")
        }
    }
}

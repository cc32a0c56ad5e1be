/// A parameter of the administrator's own that nothing refers to.
struct UnusedParameter: Rule {
    static let documentation = RuleDocumentation(
        "parameter/unused", .warning, "A parameter that nothing uses",
        what:
            "No program knows the parameter, no other value has its `$name`, and it is no restriction class.",
        why:
            "It does nothing. It may be the rest of something, or a parameter of another program or version.",
        atRunTime: "Nothing; `postconf` says `unused parameter`.",
        mend: "Remove it, or use it. Classes of restrictions are listed in `smtpd_restriction_classes`.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let known = context.knownNames
        for (name, _, _) in context.mainSettings {
            guard !known.isKnown(name.string), known.nearest(to: name.string) == nil else { continue }
            let isOfTransport = known.isOfTransport(name.string)
            findings.add(
                at: context.range(inMain: name), "nothing uses the parameter \"\(name.string)\"",
                help: isOfTransport ? "master.cf has no such transport" : nil)
        }
    }
}

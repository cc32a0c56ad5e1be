/// A service that Postroom does not need.
struct ServiceNotNeeded: Rule {
    static let documentation = RuleDocumentation(
        "master/not-needed", .note, "A service that Postroom does not need",
        what: """
            With `--target postroom`, a service runs trivial-rewrite, proxymap, scache, tlsmgr or dnsblog. What they
            share between processes of Postfix, Postroom's processes have by themselves.
            """,
        why: "The line does nothing. It does no harm either, and Postfix needs it when you go back.",
        atRunTime: "Postroom accepts the line and starts nothing.",
        mend: "Leave it, or remove it when you stay.")

    private static let programs: Set<String> = ["trivial-rewrite", "proxymap", "scache", "tlsmgr", "dnsblog"]

    func check(_ context: LintContext, _ findings: inout Findings) {
        guard context.target.isPostroom else { return }
        for service in context.directory.services where Self.programs.contains(service.command.string) {
            findings.add(
                at: context.range(of: service),
                "Postroom does not need \(service.command.string); the line is accepted and does nothing")
        }
    }
}

import ConfigurationSemantics

/// A program that has to act for users, without the rights to do so.
struct UnprivilegedService: Rule {
    static let documentation = RuleDocumentation(
        "master/unprivileged", .error, "A program without the rights it needs",
        what: """
            local, pipe, virtual or spawn runs with `y` (or `-`, which means `y`) in the column unpriv. It is an error
            where the service is used, otherwise a warning.
            """,
        why: "The program does not start, and what it should deliver is deferred.",
        atRunTime: "`fatal: service local requires privileged operation`; the master throttles the program.",
        mend: "Write `n` in the column unpriv.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let transports = context.transports
        for service in context.directory.services where service.isUnprivileged {
            let program = service.command.string
            guard KnownPrograms.privileged.contains(program), let word = context.column(.unpriv, of: service)
            else { continue }
            let range = context.range(inMaster: word)
            let isUsed = transports.uses(service.name.string)
            findings.add(
                at: range, "\(program) needs the rights of root, which this column takes away",
                severity: isUsed ? .error : .warning, help: "write n",
                fix: Finding.Fix([TextEdit(range, with: "n")]))
        }
    }
}

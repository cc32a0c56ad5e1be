/// A wakeup for a program that does not expect one.
struct UnexpectedWakeup: Rule {
    static let documentation = RuleDocumentation(
        "master/unexpected-wakeup", .warning, "A wakeup for a program that expects none",
        what: "The column wakeup has a time, and the program is none of pickup, qmgr, flush and tlsmgr.",
        why:
            "The program takes the wakeup for a client that speaks nonsense; it starts for nothing, again and again.",
        atRunTime:
            "Most programs log `warning: unexpected attribute W from ... socket` each time; smtpd and showq nothing.",
        mend: "Write `-` in the column wakeup.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for service in context.directory.services where service.wakeup != nil {
            let program = service.command.string
            guard KnownPrograms.all.contains(program), !KnownPrograms.woken.contains(program),
                let word = context.column(.wakeup, of: service)
            else { continue }
            let range = context.range(inMaster: word)
            findings.add(
                at: range, "\(program) expects no wakeup", help: "write -",
                fix: Finding.Fix([TextEdit(range, with: "-")]))
        }
    }
}

import ConfigurationSemantics

/// A number of processes that the program refuses.
struct ProcessLimit: Rule {
    static let documentation = RuleDocumentation(
        "master/process-limit", .error, "A process limit that the program refuses",
        what: """
            The column maxproc has another value than the program takes: 1 for the queue manager and others that run
            once, 0 for cleanup, bounce and others that must not be limited. It is an error where the program is sure
            to start, otherwise a warning.
            """,
        why:
            "The program does not start. Without the queue manager nothing is delivered, without cleanup nothing comes in.",
        atRunTime: "`fatal: service qmgr requires a process limit of 1`; the master throttles the program.",
        mend: "Write the number that the message names.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let running = context.running
        for service in context.directory.services {
            let program = service.command.string
            let wanted: Int
            if KnownPrograms.single.contains(program) {
                wanted = 1
            } else if KnownPrograms.unlimited.contains(program) {
                wanted = 0
            } else {
                continue
            }
            guard service.processLimit != wanted, let word = context.column(.maxproc, of: service) else {
                continue
            }
            let given = service.processLimit ?? context.main.integer("default_process_limit")
            guard given != wanted else { continue }
            let range = context.range(inMaster: word)
            findings.add(
                at: range, "\(program) takes a process limit of \(wanted) and no other",
                severity: running.contains(program) ? .error : .warning, help: "write \(wanted)",
                fix: Finding.Fix([TextEdit(range, with: "\(wanted)")]))
        }
    }
}

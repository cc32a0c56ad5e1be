/// A service of type fifo where a socket is better.
struct FIFOService: Rule {
    static let documentation = RuleDocumentation(
        "master/fifo", .note, "A service of type fifo",
        what: "pickup or qmgr is of type `fifo`, as it was before Postfix 2.11.",
        why: "On some systems a wakeup through a FIFO keeps disks and processors from sleeping.",
        atRunTime: "It works.",
        mend: "Write `unix`, and restart the mail system: a reload does not change the type of a socket.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for service in context.directory.services where service.kind == .fifo {
            guard let word = context.column(.type, of: service) else { continue }
            findings.add(
                at: context.range(inMaster: word), "\"\(service.name.string)\" is of type fifo",
                help: "write unix, and restart the mail system")
        }
    }
}

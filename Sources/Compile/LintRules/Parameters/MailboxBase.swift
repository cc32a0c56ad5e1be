/// virtual(8) without `virtual_mailbox_base`: it does not start.
struct MailboxBase: Rule {
    static let documentation = RuleDocumentation(
        "parameter/virtual-mailbox-base", .error, "virtual(8) without a directory of mailboxes",
        what: """
            `virtual_mailbox_domains` has domains, `virtual_transport` leads to virtual(8), and `virtual_mailbox_base` is
            empty.
            """,
        why: "No mail is delivered to any mailbox of these domains: all of it waits in the queue.",
        atRunTime:
            "`fatal: bad string length 0 < 1: virtual_mailbox_base =`; the master throttles the delivery agent.",
        mend: "Set `virtual_mailbox_base`, for example to /var/mail/vhosts, or another `virtual_transport`.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        guard let domain = context.main.words("virtual_mailbox_domains").first else { return }
        let transport = String(context.main.text("virtual_transport").prefix { $0 != ":" })
        let agents = context.services(running: "virtual").filter { $0.service?.name.string == transport }
        guard !context.hasMaster ? transport == "virtual" : !agents.isEmpty else { return }
        for scope in context.hasMaster ? agents : [context.main]
        where scope.text("virtual_mailbox_base").isEmpty {
            findings.add(
                at: domain.nearestRange,
                "virtual(8), which delivers to these domains, does not start: virtual_mailbox_base is empty",
                notes: domain.range == nil ? [] : domain.notes)
        }
    }
}

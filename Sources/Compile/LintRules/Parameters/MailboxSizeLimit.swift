/// `mailbox_size_limit` below `message_size_limit`: local(8) does not start.
struct MailboxSizeLimit: Rule {
    static let documentation = RuleDocumentation(
        "parameter/mailbox-size-limit", .error, "A mailbox smaller than a message",
        what: """
            `mailbox_size_limit` (or `virtual_mailbox_limit`, where virtual(8) delivers) is not zero and smaller than
            `message_size_limit`. Where nothing is delivered that way there is no finding.
            """,
        why: "No mail is delivered to any mailbox: all of it waits in the queue and is bounced in the end.",
        atRunTime: """
            `fatal: main.cf configuration error: mailbox_size_limit is smaller than message_size_limit`; the master
            throttles the delivery agent, and the mail is deferred.
            """,
        mend: "Raise the limit of the mailbox; 0 means no limit.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let running = context.running
        check("mailbox_size_limit", of: "local", running, context, &findings)
        guard !context.main.words("virtual_mailbox_domains").isEmpty else { return }
        check("virtual_mailbox_limit", of: "virtual", running, context, &findings)
    }

    private func check(
        _ name: String, of program: String, _ running: RunningPrograms, _ context: LintContext,
        _ findings: inout Findings
    ) {
        guard running.contains(program) else { return }
        let services = context.services(running: program)
        for scope in services.isEmpty ? [context.main] : services {
            guard let mailbox = scope.integer(name), let message = scope.integer("message_size_limit"),
                mailbox > 0, mailbox < message || message == 0
            else { continue }
            let other = scope.range(of: "message_size_limit")
            guard let range = scope.range(of: name) ?? other else { continue }
            let isAtOther = scope.range(of: name) == nil
            findings.add(
                at: range, "\(name) (\(mailbox)) is smaller than message_size_limit (\(message))",
                notes: isAtOther
                    ? [] : [Finding.Note("the size of a message", at: other)].filter { $0.range != nil },
                help: "raise \(name), or set it to 0 for no limit")
        }
    }
}

import ConfigurationSemantics

/// A user or a group that this machine does not have.
struct UnknownAccount: Rule {
    static let documentation = RuleDocumentation(
        "master/unknown-account", .error, "A user or a group that does not exist", needs: .machine,
        what: """
            `user=` of pipe or spawn, `mail_owner`, `default_privs` or `setgid_group` names an account that this machine
            does not have.
            """,
        why: "The program stops: mail is deferred, or the mail system does not start.",
        atRunTime:
            "`fatal: get_service_attr: unknown username`, or `fatal: file main.cf: parameter mail_owner: unknown user`.",
        mend: "Make the account, or write its name right.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for (name, isUser) in [("mail_owner", true), ("default_privs", true), ("setgid_group", false)] {
            guard let range = context.main.range(of: name) else { continue }
            checkAccount(context.main.text(name), isUser, range, context, &findings)
        }
        for service in context.directory.services where ["pipe", "spawn"].contains(service.command.string) {
            let word = PipeAttributes.words(service).first { $0.string.hasPrefix("user=") }
            guard let word else { continue }
            let range = context.range(inMaster: word, 5..<word.bytes.count)
            let parts = word.string.dropFirst(5).split(separator: ":").map(String.init)
            if let user = parts.first { checkAccount(user, true, range, context, &findings) }
            if parts.count > 1 { checkAccount(parts[1], false, range, context, &findings) }
        }
    }

    private func checkAccount(
        _ name: String, _ isUser: Bool, _ range: SourceRange, _ context: LintContext,
        _ findings: inout Findings
    ) {
        guard !name.isEmpty, !name.utf8.allSatisfy({ (48...57).contains($0) }) else { return }
        let isThere = isUser ? context.probe.hasUser(name) : context.probe.hasGroup(name)
        guard isThere == false else { return }
        findings.add(at: range, "this machine has no \(isUser ? "user" : "group") \"\(name)\"")
    }
}

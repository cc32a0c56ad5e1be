import ConfigurationSemantics

/// A change that a reload does not bring into force.
struct NeedsRestart: Rule {
    static let documentation = RuleDocumentation(
        "master/needs-restart", .warning, "A change that needs a restart and not a reload",
        needs: .earlierConfiguration,
        what: """
            Compared with the configuration that `--since` names, a parameter has changed that only a start of the mail
            system reads (`inet_interfaces`, `inet_protocols`, `queue_directory`, ...), or a service of master.cf has
            another type, is private instead of public, or the reverse.
            """,
        why: "After a reload all seems well, and the old setting is still in force.",
        atRunTime: "`postfix reload` says nothing; the sockets stay as they are.",
        mend: "Run `postfix stop` and `postfix start`.")

    private static let parameters = [
        "inet_interfaces", "inet_protocols", "queue_directory", "data_directory", "mail_owner",
        "setgid_group",
        "multi_instance_enable", "maillog_file",
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        guard let earlier = context.earlier else { return }
        let before = LintContext(directory: earlier, target: context.target, files: context.files)
        for name in Self.parameters where context.main.text(name) != before.main.text(name) {
            let old = before.main.text(name)
            findings.add(
                at: context.main.range(of: name)
                    ?? context.mainSettings.first.map { context.range(inMain: $0.name) },
                "\(name) has changed, which a reload does not bring into force",
                notes: [Finding.Note("it was \"\(old)\"")], help: "stop and start the mail system")
        }
        for service in context.directory.services {
            let old = earlier.services.first {
                $0.name.string == service.name.string && $0.command.string == service.command.string
                    && ($0.kind == .inet) == (service.kind == .inet)
            }
            guard let old, old.kind != service.kind || old.isPrivate != service.isPrivate else { continue }
            findings.add(
                at: context.range(of: service),
                "the socket of \"\(service.name.string)\" has changed, which a reload does not bring into force",
                notes: [
                    Finding.Note(
                        "it was of type \(old.kind.rawValue), \(old.isPrivate ? "private" : "public")")
                ],
                help: "stop and start the mail system")
        }
    }
}

import ConfigurationSemantics

/// Flag D or O of pipe(8) without a recipient limit of 1.
struct PipeRecipientLimit: Rule {
    static let documentation = RuleDocumentation(
        "master/pipe-recipient-limit", .error, "A flag of pipe that needs one recipient at a time",
        what: """
            A transport that is in use runs pipe with the flag D or O, which write the recipient into the message, and
            `NAME_destination_recipient_limit` is not 1.
            """,
        why: "Mail to more than one recipient is deferred again and again, and bounced in the end.",
        atRunTime: """
            `status=deferred (mail system configuration error)`, and the warning that the flag requires a limit of 1.
            Mail to a single recipient is delivered.
            """,
        mend: "Set `NAME_destination_recipient_limit = 1` in main.cf.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let transports = context.transports
        for service in context.directory.services where service.command.string == "pipe" {
            let name = service.name.string
            guard transports.uses(name) else { continue }
            let flags = PipeAttributes.words(service).first { $0.string.hasPrefix("flags=") }
            guard let flags, let letter = flags.string.dropFirst(6).first(where: { $0 == "D" || $0 == "O" }),
                let limit = context.main.integer("\(name)_destination_recipient_limit"), limit != 1
            else { continue }
            findings.add(
                at: context.range(inMaster: flags),
                "the flag \(letter) of pipe needs \(name)_destination_recipient_limit = 1; it is \(limit)",
                help: "set \(name)_destination_recipient_limit = 1 in main.cf")
        }
    }
}

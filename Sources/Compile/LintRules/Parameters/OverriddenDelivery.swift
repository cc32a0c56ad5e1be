/// A setting of local delivery that another one makes void.
struct OverriddenDelivery: Rule {
    static let documentation = RuleDocumentation(
        "parameter/overridden-delivery", .warning, "A setting of local delivery that another one makes void",
        what: """
            Of `mailbox_transport`, `mailbox_command`, `home_mailbox` and `mail_spool_directory` only the first that is
            set has an effect, and more than one of them is set.
            """,
        why: "Mail goes to another place than the one that is set last or looked for.",
        atRunTime: "local(8) takes the first of them that is set, in that order, and says nothing.",
        mend: "Remove what has no effect.")

    /// The strongest first (local(8)).
    private static let order = [
        "mailbox_transport", "mailbox_command", "home_mailbox", "mail_spool_directory",
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        let set = Self.order.filter { context.main.isSet($0) && !context.main.text($0).isEmpty }
        guard let first = set.first else { return }
        for name in set.dropFirst() {
            findings.add(
                at: context.main.range(of: name), "\(name) has no effect, because \(first) is set",
                notes: [Finding.Note("the one that counts", at: context.main.range(of: first))])
        }
    }
}

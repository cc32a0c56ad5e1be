/// A relay host that is this machine.
struct RelayhostLoop: Rule {
    static let documentation = RuleDocumentation(
        "routing/relayhost-self", .warning, "A relay host that is this machine",
        what: """
            `relayhost` is the own host name, a domain of `mydestination`, or the loopback address with the port of mail.
            """,
        why: "Mail that should leave comes back, and is bounced.",
        atRunTime: "`mail for [127.0.0.1] loops back to myself`; the mail is bounced with 5.4.6.",
        mend: "Name the host of the provider, in brackets, or take `relayhost` out.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let scope = context.main
        let local = ClassDomains(.local, context)
        for word in scope.words("relayhost") {
            guard let hop = NextHop(word.text), hop.port == nil || hop.port == "25" || hop.port == "smtp"
            else { continue }
            let host = hop.host.lowercased()
            let isLoopback = ["localhost", "127.0.0.1", "::1", "ipv6:::1"].contains(host)
            let isOwn = host == scope.text("myhostname").lowercased() || local.contains(Array(host.utf8)[...])
            guard isLoopback && servesMail(context) || isOwn else { continue }
            findings.add(
                at: word.nearestRange, "the relay host is this machine, so mail comes back",
                notes: word.notes)
        }
    }

    /// Whether an SMTP server listens on the port of mail here.
    private func servesMail(_ context: LintContext) -> Bool {
        guard context.hasMaster else { return true }
        return context.directory.services.contains { service in
            service.kind == .inet
                && ["smtp", "25"].contains(service.name.string.split(separator: ":").last.map(String.init) ?? "")
        }
    }
}

/// A relay host that is this machine.
struct RelayhostLoop: Rule {
    static let documentation = RuleDocumentation(
        "routing/relayhost-self", .warning, "A relay host that is this machine",
        what: """
            `relayhost` is the own host name, a domain of `mydestination`, or the loopback address with the port of mail. It
            is an error for the loopback address, when the client is sure to run and `inet_interfaces` has the address.
            """,
        why: "Mail that should leave would come back, so it stays in the queue until it is too old.",
        atRunTime: """
            `warning: relayhost configuration problem`, `status=deferred (mail for 127.0.0.1 loops back to myself)`.
            """,
        mend: "Name the host of the provider, in brackets, or take `relayhost` out.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let scope = context.main
        let local = ClassDomains(.local, context)
        for word in scope.words("relayhost") {
            guard let hop = NextHop(word.text), hop.port == nil || hop.port == "25" || hop.port == "smtp"
            else { continue }
            let host = hop.host.lowercased()
            let isLoopback = Self.loopback.contains(host) && listensOnLoopback(scope)
            let isOwn = host == scope.text("myhostname").lowercased() || local.contains(Array(host.utf8)[...])
            guard isLoopback || isOwn else { continue }
            findings.add(
                at: word.nearestRange, "the relay host is this machine, so mail comes back",
                severity: isLoopback && host != "localhost" && context.running.contains("smtp")
                    ? .error : .warning, notes: word.notes)
        }
    }

    private static let loopback = ["localhost", "127.0.0.1", "::1", "ipv6:::1"]

    /// Whether the loopback address is one of the mail system's own.
    private func listensOnLoopback(_ scope: ServiceScope) -> Bool {
        scope.words("inet_interfaces").contains {
            ["all", "loopback-only", "localhost", "127.0.0.1"].contains($0.text.lowercased())
        }
    }
}

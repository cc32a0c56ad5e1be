import Diagnostics

/// An SMTP server that sends mail of strangers to the world.
struct OpenRelay: Rule {
    static let documentation = RuleDocumentation(
        "relay/open", .error, "Strangers may send mail to any domain",
        what: """
            The restriction lists of each SMTP server, with its overrides, are evaluated for clients that nobody here
            knows: with addresses anywhere, with addresses of large networks in `mynetworks`, and with names and
            senders that a table lets in; patterns are run on them, and a pattern that looks for a name or a sender is
            tried with one that it finds. A client that no list refuses, whose recipient is in a domain of somebody
            else, is a counterexample. What blocklists, DNS and the like would say is taken as not meant for this
            client. It is an error where nothing is left to guess, and a warning where a policy service or a table
            that cannot be read might refuse the client, or where the network may be one's own, a public one of more
            than 65,536 addresses. A whole private range is worth a note: Docker gives clients an address such as
            172.17.0.1 when it passes connections on.
            """,
        why: """
            Open relays are found within hours. They send spam until every list blocks the address, and then the own
            mail is refused as well.
            """,
        atRunTime: """
            The mail is accepted and delivered without a word. A list ends at the first `OK` or `permit`; the other
            lists are evaluated all the same, and each of them may refuse the mail.
            """,
        mend: """
            List only the networks of your own clients in `mynetworks`. Keep `permit_mynetworks,
            permit_sasl_authenticated, reject_unauth_destination` alone in `smtpd_relay_restrictions`, and exceptions
            for spam filters, with `OK` or not, in `smtpd_recipient_restrictions`. Senders and names in HELO are what
            the client says, so they are no reason to relay.
            """)

    func check(_ context: LintContext, _ findings: inout Findings) {
        for opening in context.relayProof.openings {
            let scope = opening.service.scope
            let reason = opening.reasons.first
            let cause = reason.map { ", because of \($0.text)" } ?? ""
            findings.add(
                at: opening.range ?? scope.service.map { context.range(of: $0) },
                "\(opening.stranger.description) may send to any domain\(cause)",
                severity: opening.severity, notes: notes(opening, context),
                help: help(reason))
        }
    }

    private func notes(_ opening: RelayProof.Opening, _ context: LintContext) -> [Finding.Note] {
        var notes = opening.reasons.map { reason -> Finding.Note in
            let step = reason.step
            let isGuard = step.definition?.guardsRelay ?? false
            return Finding.Note(
                isGuard
                    ? "\"\(step.name.text)\" refuses nothing"
                    : "\"\(step.name.text)\" ends \(step.parameter) with OK",
                at: step.name.nearestRange)
        }
        if let service = opening.service.scope.service, context.services(running: "smtpd").count > 1 {
            notes.append(Finding.Note("in the service \(service.label)", at: context.range(of: service)))
        }
        return notes
    }

    private func help(_ reason: RelayEvaluation.Reason?) -> String? {
        switch reason?.step.definition?.name {
        case "permit_mynetworks": "list only the networks of your own clients"
        case "check_sender_access", "check_helo_access":
            "anybody can say that; put reject_unauth_destination before it, or answer with DUNNO"
        case "reject_unauth_destination", "defer_unauth_destination": "list the domains that are relayed"
        case nil: nil
        default: "put reject_unauth_destination before it"
        }
    }
}

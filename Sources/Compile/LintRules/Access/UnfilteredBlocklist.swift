/// A DNS list whose every answer counts.
struct UnfilteredBlocklist: Rule {
    static let documentation = RuleDocumentation(
        "access/dnsbl-filter", .note, "A DNS list without a filter for its answers",
        what: """
            A restriction or `postscreen_dnsbl_sites` names a DNS list without `=127.0.0.x` after it, so that any
            answer counts as "listed". It is a warning for the lists of Spamhaus and for dnswl.org, whose answers tell
            errors, too: 127.255.255.254 for a query through a public resolver, 127.0.0.255 for a client that asks too
            much.
            """,
        why: """
            The day when the list answers with an error, or its domain is parked and has an address, all mail is
            refused; an allowlist then lets everything in.
            """,
        atRunTime:
            "`554 5.7.1 Service unavailable; Client host [...] blocked using zen.spamhaus.org`, for every client.",
        mend: """
            Say which answers count: `reject_rbl_client zen.spamhaus.org=127.0.0.[2..11]`. The web page of each list
            has its answers.
            """)

    private static let answers = [
        ("zen.spamhaus.org", "127.0.0.[2..11]"), ("sbl.spamhaus.org", "127.0.0.[2..9]"),
        ("xbl.spamhaus.org", "127.0.0.[4..7]"), ("pbl.spamhaus.org", "127.0.0.[10..11]"),
        ("dbl.spamhaus.org", "127.0.1.[2..99]"), ("list.dnswl.org", "127.0.[0..255].[1..3]"),
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        for use in BlocklistUse.all(context) where !use.hasFilter && use.domain.contains(".") {
            guard RetiredBlocklist.of(use.domain) == nil, !use.domain.contains("$") else { continue }
            let domain = use.domain.lowercased()
            let isKnown = domain.hasSuffix(".spamhaus.org") || domain.hasSuffix(".dnswl.org")
            let answer = Self.answers.first { $0.0 == domain }?.1 ?? "127.0.0.[2..254]"
            findings.add(
                at: use.word.nearestRange, "any answer of \(use.domain) counts, errors too",
                severity: isKnown ? .warning : .note, notes: use.word.range == nil ? [] : use.word.notes,
                help: "write \(use.domain)=\(answer)")
        }
    }
}

/// A DNS list that nobody runs any more.
struct DeadBlocklist: Rule {
    static let documentation = RuleDocumentation(
        "access/dead-dnsbl", .warning, "A DNS list that is no longer run",
        what: """
            A restriction or `postscreen_dnsbl_sites` asks a DNS list that was shut down. The table of such lists is
            part of `postroom check`, with the year or the month when each ended.
            """,
        why: """
            At best each client waits for an answer that does not come. When the domain is sold, or its owner wants to
            be rid of the queries, it lists every address, and all mail is refused.
            """,
        atRunTime:
            "Nothing, or `554 5.7.1 Service unavailable; Client host [...] blocked using ...` for everybody.",
        mend: "Remove it.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for use in BlocklistUse.all(context) {
            guard let list = RetiredBlocklist.of(use.domain) else { continue }
            let end = list.listsEverything ? ", and it has listed every address since" : ""
            findings.add(
                at: use.word.nearestRange, "\(list.zone) ended in \(list.since)\(end)",
                notes: use.word.range == nil ? [] : use.word.notes, help: "remove it from \(use.purpose)")
        }
    }
}

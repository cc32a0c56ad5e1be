/// A DNS list that does not answer as such lists do.
struct SilentBlocklist: Rule {
    static let documentation = RuleDocumentation(
        "access/dnsbl-test-entry", .warning, "A DNS list that does not have the entries for tests",
        needs: .machine,
        what: """
            A list of addresses does not have 127.0.0.2, which every list has, or it has 127.0.0.1, which none may have
            (RFC 5782 section 5). Of a list of domains it is `test` and `invalid`.
            """,
        why: """
            A list that has nothing keeps nobody out: it was shut down, or it does not answer this machine's resolver. One
            that has everything refuses all mail.
            """,
        atRunTime:
            "Nothing, or `554 5.7.1 Service unavailable; Client host [...] blocked using ...` for everybody.",
        mend: "Remove the list, or ask it through a resolver of your own.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        var faults: [String: String?] = [:]
        for use in BlocklistUse.all(context)
        where use.domain.dropFirst().contains(".") && !use.domain.hasPrefix(".") {
            let isOfDomains = use.purpose.contains("rhsbl") || use.purpose.contains("rhswl")
            let name = "\(isOfDomains) \(use.domain)"
            let fault = faults[name] ?? Self.fault(of: use.domain, isOfDomains, context.probe)
            faults[name] = .some(fault)
            guard let fault else { continue }
            findings.add(at: use.word.nearestRange, fault, notes: use.word.range == nil ? [] : use.word.notes)
        }
    }

    private static func fault(of zone: String, _ isOfDomains: Bool, _ probe: any MachineProbe) -> String? {
        let (listed, unlisted) = isOfDomains ? ("test", "invalid") : ("2.0.0.127", "1.0.0.127")
        // With a dot at its end, so that the resolver does not look in domains of its own.
        if probe.resolves("\(unlisted).\(zone).") == true {
            return "\(zone) lists \(isOfDomains ? "\"invalid\"" : "127.0.0.1"), and so everything"
        }
        guard probe.resolves("\(listed).\(zone).") == false else { return nil }
        return "\(zone) does not list \(isOfDomains ? "\"test\"" : "127.0.0.2"), and so perhaps nothing"
    }
}

/// A relay host that has no address.
struct UnresolvableHost: Rule {
    static let documentation = RuleDocumentation(
        "parameter/unresolvable-host", .warning, "A host that has no address", needs: .machine,
        what: "`relayhost` or `smtp_fallback_relay` names a host in brackets that has no address now.",
        why: "Mail waits in the queue, and is bounced in the end.",
        atRunTime:
            "`status=deferred (Host or domain name not found)`, or bounced at once where DNS says that there is none.",
        mend: "Write the name right.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for name in ["relayhost", "smtp_fallback_relay"] {
            for word in context.main.words(name) where word.text.hasPrefix("[") {
                let host = String(word.text.dropFirst().prefix { $0 != "]" })
                guard !host.isEmpty, context.probe.resolves(host) == false else { continue }
                findings.add(at: word.nearestRange, "the host \"\(host)\" has no address")
            }
        }
    }
}

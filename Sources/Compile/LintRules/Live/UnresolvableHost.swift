import Diagnostics
import NetworkAddress
import ParameterCatalogue

/// A host or a domain that DNS knows nothing of.
struct UnresolvableHost: Rule {
    static let documentation = RuleDocumentation(
        "parameter/unresolvable-host", .warning, "A host that has no address", needs: .machine,
        what: """
            `relayhost`, a fallback relay, a transport of smtp or lmtp, or a row of a table of these names a host in
            brackets that has no address now, or a domain that has neither MX records nor an address; or `myhostname` or
            `mydomain` is such a name.
            """,
        why: """
            Mail waits in the queue, and is bounced in the end. Other servers refuse a client that says a name that does
            not exist, and senders in such a domain.
            """,
        atRunTime:
            "`status=deferred (Host or domain name not found)`, or bounced at once where DNS says that there is none.",
        mend: "Write the name right, or add it to DNS.")

    private static let relays = ["relayhost", "smtp_fallback_relay", "lmtp_fallback_relay"]

    func check(_ context: LintContext, _ findings: inout Findings) {
        var lookups = Lookups(probe: context.probe)
        for scope in context.scopes {
            for name in Self.relays where scope.service == nil || scope.explicitSetting(name) != nil {
                for word in scope.words(name) { check(word.text, word.nearestRange, &lookups, &findings) }
            }
            for name in ["myhostname", "mydomain"]
            where scope.service == nil || scope.explicitSetting(name) != nil {
                let isDomain = name == "mydomain"
                guard let host = NextHop(isDomain ? scope.text(name) : "[\(scope.text(name))]") else {
                    continue
                }
                report(host, name + " is", scope.range(of: name), &lookups, &findings)
            }
        }
        let clients = Set(
            context.directory.services.filter { ["smtp", "lmtp"].contains($0.command.string) }.map(
                \.name.string))
        for reference in context.transports.all
        where context.hasMaster
            ? clients.contains(reference.transport) : ["smtp", "relay"].contains(reference.transport)
        {
            check(reference.nextHop, reference.range, &lookups, &findings)
        }
        for use in context.tableUses where use.parameter == "sender_dependent_relayhost_maps" {
            guard let source = context.mapSource(of: use) else { continue }
            for row in source.rows {
                let value = String(decoding: source.value(row), as: UTF8.self)
                check(value, source.range(ofValue: row), &lookups, &findings)
            }
        }
    }

    /// Each of the next hops of a text, with commas between them.
    private func check(
        _ text: String, _ range: SourceRange?, _ lookups: inout Lookups, _ findings: inout Findings
    ) {
        guard range != nil, !text.contains("$"), !text.hasPrefix("unix:") else { return }
        for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            guard let hop = NextHop(String(part)) else { continue }
            report(hop, hop.isBracketed ? "the host is" : "the domain is", range, &lookups, &findings)
        }
    }

    private func report(
        _ hop: NextHop, _ what: String, _ range: SourceRange?, _ lookups: inout Lookups,
        _ findings: inout Findings
    ) {
        guard range != nil, !hop.host.isEmpty, !hop.isMalformed, !hop.host.lowercased().hasPrefix("ipv6:"),
            IPAddress(Array(hop.host.utf8).span) == nil
        else { return }
        if hop.isBracketed {
            guard lookups.resolves(hop.host) == false else { return }
            findings.add(at: range, "\(what) \"\(hop.host)\", which has no address")
        } else {
            guard lookups.hasMailExchanger(hop.host) == false, lookups.resolves(hop.host) == false else {
                return
            }
            findings.add(at: range, "\(what) \"\(hop.host)\", which has neither MX records nor an address")
        }
    }

    /// What was asked, each name once.
    private struct Lookups {
        let probe: any MachineProbe
        private var hosts: [String: Bool?] = [:]
        private var domains: [String: Bool?] = [:]

        init(probe: any MachineProbe) { self.probe = probe }

        mutating func resolves(_ host: String) -> Bool? {
            if let known = hosts[host] { return known }
            let answer = probe.resolves(host)
            hosts[host] = .some(answer)
            return answer
        }

        mutating func hasMailExchanger(_ domain: String) -> Bool? {
            if let known = domains[domain] { return known }
            let answer = probe.hasMailExchanger(domain)
            domains[domain] = .some(answer)
            return answer
        }
    }
}

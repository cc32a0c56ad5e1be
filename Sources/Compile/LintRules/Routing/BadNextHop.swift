import ByteScanning
import ConfigurationSemantics

/// A next hop that cannot be one.
struct BadNextHop: Rule {
    static let documentation = RuleDocumentation(
        "routing/bad-nexthop", .error, "A next hop or a port that cannot be",
        what: """
            `relayhost`, a row of a table of transports or a parameter with a transport names a host with a bracket that is
            not closed, with characters that no host name has, or a port that is no number up to 65535. It is an error where
            mail is sure to go this way through smtp or lmtp.
            """,
        why: "The client stops at the first message, and nothing leaves.",
        atRunTime: """
            `fatal: bad network port: 5870000 for destination: [smtp.example.net]:5870000`, `fatal: missing "]" in server
            description: [mx.example.org`; the client is throttled and the mail deferred.
            """,
        mend: "Write `host`, `[host]` or `[host]:port`.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for name in ["relayhost", "smtp_fallback_relay", "lmtp_fallback_relay"] {
            for word in context.main.words(name) {
                let isUsed = name == "relayhost" && context.running.contains("smtp")
                check(word.text, word.nearestRange, isUsed: isUsed, &findings)
            }
        }
        let clients = Set(
            context.directory.services.filter { ["smtp", "lmtp"].contains($0.command.string) }
                .map(\.name.string))
        for reference in context.transports.all where reference.range != nil {
            let isClient =
                context.hasMaster
                ? clients.contains(reference.transport)
                : ["smtp", "lmtp", "relay"].contains(reference.transport)
            guard isClient, !reference.nextHop.isEmpty, !reference.nextHop.hasPrefix("unix:") else {
                continue
            }
            check(reference.nextHop, reference.range, isUsed: reference.isUsed, &findings)
        }
    }

    private func check(
        _ text: String, _ range: SourceRange?, isUsed: Bool, _ findings: inout Findings
    ) {
        let isList = text.utf8.contains { $0 == ASCII.comma || ASCII.isSpace($0) }
        let parts = isList ? text.split { $0 == "," || $0.isWhitespace }.map(String.init) : [text]
        for part in parts where !part.contains("$") && !part.contains("*") {
            guard let hop = NextHop(part) else {
                findings.add(
                    at: range, "the brackets of \(part) do not enclose a host",
                    severity: isUsed ? .error : .warning, help: "write [host] or [host]:port")
                continue
            }
            if let (message, isCertain) = hop.portFault {
                findings.add(at: range, message, severity: isUsed && isCertain ? .error : .warning)
            } else if hop.isMalformed {
                findings.add(
                    at: range, "\"\(hop.host)\" is no name of a host", severity: isUsed ? .error : .warning)
            }
        }
    }
}

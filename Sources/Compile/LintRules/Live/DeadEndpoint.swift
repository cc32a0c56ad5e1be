import Diagnostics

/// A policy service, milter or filter where nobody listens now.
struct DeadEndpoint: Rule {
    static let documentation = RuleDocumentation(
        "master/dead-endpoint", .warning, "A policy service, milter or filter that does not answer",
        needs: .machine,
        what: """
            Nobody accepts connections at the address of a policy service, a milter or a filter before the queue. Names of
            hosts are not looked up, and sockets that the check may not open are left out.
            """,
        why: "Each client is told to come again, or mail passes unchecked, as `milter_default_action` says.",
        atRunTime:
            "`warning: connect to Milter service ...: Connection refused`, and `451 4.3.5` or `451 4.7.1`.",
        mend: "Start the service, or write its address right.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for endpoint in Endpoints(context).all {
            guard let address = Self.address(endpoint, context),
                let reason = context.probe.refusal(by: address)
            else { continue }
            findings.add(
                at: endpoint.word.nearestRange,
                "nobody answers at \(endpoint.address), which \(endpoint.purpose) is to reach: \(reason)")
        }
    }

    /// `unix:path` from the queue directory, `inet:host:port`, `inet:port@host`, or `host:port`.
    static func address(_ endpoint: Endpoints.Endpoint, _ context: LintContext) -> ProbeAddress? {
        let text = endpoint.address
        for prefix in ["unix:", "local:"] where text.hasPrefix(prefix) {
            let path = String(text.dropFirst(prefix.count))
            return .unix(path.hasPrefix("/") ? path : context.main.text("queue_directory") + "/" + path)
        }
        var rest = text.hasPrefix("inet:") ? text.dropFirst(5) : text[...]
        if let at = rest.firstIndex(of: "@") { rest = rest[rest.index(after: at)...] + ":" + rest[..<at] }
        guard let colon = rest.lastIndex(of: ":") else { return nil }
        let host = rest[..<colon].filter { $0 != "[" && $0 != "]" }
        let port = String(rest[rest.index(after: colon)...])
        return .inet(host: host.isEmpty || host == "localhost" ? "127.0.0.1" : host, port: port)
    }
}

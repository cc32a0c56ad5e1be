import Diagnostics

/// A policy service, milter or filter where nobody listens now.
struct DeadEndpoint: Rule {
    static let documentation = RuleDocumentation(
        "master/dead-endpoint", .warning,
        "A policy service, milter, filter or login service that does not answer",
        needs: .machine,
        what: """
            Nobody accepts connections at the address of a policy service, a milter, a filter, or of Dovecot where it
            checks passwords for the SMTP server. Names of hosts are not looked up, and sockets that the check may not
            open are left out. It is an error for the login service, without which the SMTP server does not serve.
            """,
        why: """
            Each client is told to come again, or mail passes unchecked, as `milter_default_action` says. Without the
            login service the SMTP server stops at each client.
            """,
        atRunTime: """
            `warning: connect to Milter service ...: Connection refused`, and `451 4.3.5` or `451 4.7.1`; `fatal: no SASL
            authentication mechanisms`.
            """,
        mend: "Start the service, or write its address right.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for endpoint in Endpoints(context).all {
            guard let address = Self.address(endpoint.address, context),
                let reason = context.probe.refusal(by: address)
            else { continue }
            findings.add(
                at: endpoint.word.nearestRange,
                "nobody answers at \(endpoint.address), which \(endpoint.purpose) is to reach: \(reason)")
        }
        let servers = context.services(running: "smtpd")
        for scope in servers.isEmpty && !context.hasMaster ? [context.main] : servers {
            checkLogin(scope, context, &findings)
        }
    }

    /// The service that checks passwords: a socket below the queue directory, or `inet:host:port`.
    private func checkLogin(_ scope: ServiceScope, _ context: LintContext, _ findings: inout Findings) {
        guard scope.isYes("smtpd_sasl_auth_enable"), scope.text("smtpd_sasl_type") == "dovecot" else {
            return
        }
        let path = scope.text("smtpd_sasl_path")
        let isNetwork = path.hasPrefix("inet:")
        let address = isNetwork || path.hasPrefix("unix:") ? path : "unix:" + path
        guard let address = Self.address(address, context), let reason = context.probe.refusal(by: address)
        else { return }
        let range = scope.range(of: "smtpd_sasl_path") ?? scope.range(of: "smtpd_sasl_auth_enable")
        findings.add(
            at: range, "nobody answers at \(path), which checks passwords: \(reason)", severity: .error)
    }

    /// `unix:path` from the queue directory, `inet:host:port`, `inet:port@host`, or `host:port`.
    static func address(_ text: String, _ context: LintContext) -> ProbeAddress? {
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

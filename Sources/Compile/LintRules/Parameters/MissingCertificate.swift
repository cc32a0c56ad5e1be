/// TLS for clients of the server, and no certificate.
struct MissingCertificate: Rule {
    static let documentation = RuleDocumentation(
        "parameter/tls-without-certificate", .warning, "TLS in the server without a certificate",
        what: """
            `smtpd_tls_security_level` is `may` or `encrypt`, or the TLS wrapper is on, and no certificate is set. Where
            TLS is demanded it is an error. `smtpd_tls_cert_file = none` says that none is meant.
            """,
        why: "Without a certificate the server offers no TLS. A service that demands it accepts no mail.",
        atRunTime: """
            `warning: No server certs available. TLS won't be enabled`. Where TLS is demanded each command is answered
            with `530 5.7.0 Must issue a STARTTLS command first`.
            """,
        mend: "Set `smtpd_tls_chain_files`, or `smtpd_tls_cert_file` and `smtpd_tls_key_file`.")

    private static let certificates = [
        "smtpd_tls_cert_file", "smtpd_tls_eccert_file", "smtpd_tls_dcert_file", "smtpd_tls_chain_files",
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        let services = context.services(running: "smtpd")
        for scope in services.isEmpty && !context.hasMaster ? [context.main] : services {
            let name = "smtpd_tls_security_level"
            let level = scope.text(name)
            let isWrapped = scope.isYes("smtpd_tls_wrappermode")
            let isDemanded = level == "encrypt" || isWrapped || scope.isYes("smtpd_enforce_tls")
            guard level == "may" || isDemanded || scope.isYes("smtpd_use_tls"),
                Self.certificates.allSatisfy({ scope.text($0).isEmpty })
            else { continue }
            let names = [
                isWrapped ? "smtpd_tls_wrappermode" : name, name, "smtpd_use_tls", "smtpd_enforce_tls",
            ]
            findings.add(
                at: names.compactMap { scope.range(of: $0) }.first,
                "the server has no certificate"
                    + (isDemanded ? ", but demands TLS" : ", so it offers no TLS"),
                severity: isDemanded ? .error : .warning, help: "set smtpd_tls_chain_files")
        }
    }
}

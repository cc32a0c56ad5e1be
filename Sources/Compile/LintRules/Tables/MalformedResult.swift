import ByteScanning

/// A result that the program that uses the table cannot read.
struct MalformedResult: Rule {
    static let documentation = RuleDocumentation(
        "table/malformed-result", .error, "A result that the program cannot use",
        what: """
            `virtual_uid_maps` or `virtual_gid_maps` give something that is no number, or a TLS policy has a level that
            does not exist. It is an error where the program is sure to run.
            """,
        why: "Mail that needs the row is deferred until it is too old.",
        atRunTime: """
            `warning: recipient anna@example.com: bad uid vmail in virtual_uid_maps`, `status=deferred (mail system
            configuration error)`; a TLS level that is none defers in the same way.
            """,
        mend: "Write the number of the user or group, or a level of smtp_tls_policy_maps.")

    private static let levels: Set<String> = [
        "none", "may", "encrypt", "dane", "dane-only", "fingerprint", "verify", "secure",
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        for use in context.tableUses where use.role == .map {
            guard let judge = judge(use.parameter) else { continue }
            for result in context.results(of: use) where !result.text.contains("*") {
                guard let message = judge(result.text) else { continue }
                findings.add(
                    at: result.range, message, severity: context.isSurelyRead(use) ? .error : .warning)
            }
        }
    }

    private func judge(_ parameter: String) -> ((String) -> String?)? {
        switch parameter {
        case "virtual_uid_maps", "virtual_gid_maps":
            { text in
                text.utf8.allSatisfy(ASCII.isDigit)
                    ? nil : "\"\(text)\" is no number, as \(parameter) needs it"
            }
        case "smtp_tls_policy_maps", "lmtp_tls_policy_maps":
            { text in
                let level = String(text.prefix { !$0.isWhitespace && $0 != "," }).lowercased()
                return Self.levels.contains(level) ? nil : "\"\(level)\" is no level of TLS"
            }
        default: nil
        }
    }
}

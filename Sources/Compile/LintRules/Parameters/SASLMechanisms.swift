import ConfigurationSemantics

/// Filters and security options of SASL that leave no mechanism.
struct SASLMechanisms: Rule {
    static let documentation = RuleDocumentation(
        "parameter/sasl-mechanisms", .warning, "SASL options that leave no mechanism",
        what: """
            The filter of mechanisms has nothing but plaintext mechanisms (PLAIN, LOGIN), and the security options that
            apply have `noplaintext`.
            """,
        why: "Nobody can log in: the client sends mail without authentication, or the server offers none.",
        atRunTime: """
            The client logs `SASL authentication failed: no mechanism available` and defers the mail; the server does
            not announce AUTH.
            """,
        mend: """
            Leave `noplaintext` out of the options that apply with TLS (`smtp_sasl_tls_security_options = noanonymous`)
            and require TLS, or allow mechanisms that are not plaintext.
            """)

    private static let plaintext: Set<String> = ["plain", "login"]

    func check(_ context: LintContext, _ findings: inout Findings) {
        for program in ["smtp", "lmtp", "smtpd"] {
            let services = context.services(running: program)
            for scope in services.isEmpty && !context.hasMaster ? [context.main] : services {
                guard scope.isYes("\(program)_sasl_auth_enable") else { continue }
                check(program, scope, &findings)
            }
        }
    }

    private func check(_ program: String, _ scope: ServiceScope, _ findings: inout Findings) {
        let filter = "\(program)_sasl_mechanism_filter"
        let words = scope.words(filter)
        guard !words.isEmpty, words.allSatisfy({ Self.plaintext.contains($0.text.lowercased()) }) else {
            return
        }
        for options in applicable(program, scope) {
            let forbidding = scope.words(options).first { $0.text.lowercased() == "noplaintext" }
            guard let forbidding else { return }
            let range = forbidding.nearestRange ?? words[0].nearestRange
            findings.add(
                at: range, "\(options) has noplaintext, and \(filter) allows only plaintext mechanisms",
                notes: range == words[0].nearestRange
                    ? []
                    : [words[0].nearestRange.map { Finding.Note("the filter", at: $0) }].compactMap { $0 },
                help: "remove noplaintext from \(options), and require TLS")
        }
    }

    /// The options that decide: where TLS is only offered both have to leave nothing, and those that hold with TLS are
    /// the weaker ones.
    private func applicable(_ program: String, _ scope: ServiceScope) -> [String] {
        let level = scope.text("\(program)_tls_security_level")
        let isWrapped = scope.isYes("\(program)_tls_wrappermode")
        let hasTLS = isWrapped || !level.isEmpty && level != "none"
        return [hasTLS ? "\(program)_sasl_tls_security_options" : "\(program)_sasl_security_options"]
    }
}

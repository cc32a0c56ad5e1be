/// A client that should log in, and no table of passwords.
struct MissingPasswordTable: Rule {
    static let documentation = RuleDocumentation(
        "parameter/sasl-password-maps", .error, "A client that should log in without passwords",
        what: """
            `smtp_sasl_auth_enable` is on, and `smtp_sasl_password_maps` is empty. It is an error where the client is
            sure to run, otherwise a warning.
            """,
        why: "The client does not start: no mail leaves the machine.",
        atRunTime: """
            `fatal: specify a password table via the smtp_sasl_password_maps configuration parameter`; the mail is
            deferred.
            """,
        mend: "Name a table with lines `host user:password`, or switch the parameter off.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let running = context.running
        for program in ["smtp", "lmtp"] {
            let services = context.services(running: program)
            for scope in services.isEmpty && !context.hasMaster ? [context.main] : services {
                guard scope.isYes("\(program)_sasl_auth_enable"),
                    scope.words("\(program)_sasl_password_maps").isEmpty
                else { continue }
                findings.add(
                    at: scope.range(of: "\(program)_sasl_auth_enable"),
                    "\(program)_sasl_password_maps is empty, so the client does not start",
                    severity: running.contains(program) ? .error : .warning)
            }
        }
    }
}

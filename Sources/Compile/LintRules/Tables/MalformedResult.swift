/// A result that the program that uses the table cannot read.
struct MalformedResult: Rule {
    static let documentation = RuleDocumentation(
        "table/malformed-result", .error, "A result that the program cannot use",
        what: """
            A table gives something that the parameter cannot take: `virtual_uid_maps` what is no number, or a number below
            `virtual_minimum_uid`; `smtp_tls_policy_maps` a level or an attribute that does not exist; a table of
            `postscreen_access_list` another word than permit, reject and dunno; `recipient_bcc_maps` two addresses; and so
            on for tables of EHLO keywords, filters of replies and of states, Milters. It is an error where mail fails and
            the program is sure to run.
            """,
        why: "Mail that needs the row is deferred until it is too old, or the row does nothing.",
        atRunTime: """
            `warning: recipient anna@example.com: bad uid vmail in virtual_uid_maps`, `status=deferred (mail system
            configuration error)`; a TLS policy that is none defers with `client TLS configuration problem`. For postscreen
            `warning: ...: unknown command: OK -- ignoring the remainder of this access list`. A filter that is none:
            `451 4.3.5 Server configuration problem`, for every client. Unknown keywords are passed over in silence.
            """,
        mend: "Write what the parameter takes, as postconf(5) says it.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for use in context.tableUses where use.role == .map {
            guard let form = ResultForm(use.parameter, context.scope(of: use)) else { continue }
            for result in context.results(of: use) where !result.text.utf8.contains(UInt8(ascii: "*")) {
                guard let fault = form.fault(result.text, use.parameter) else { continue }
                let isError = fault.isFailure && context.isSurelyRead(use)
                findings.add(at: result.range, fault.message, severity: isError ? .error : .warning)
            }
        }
    }
}

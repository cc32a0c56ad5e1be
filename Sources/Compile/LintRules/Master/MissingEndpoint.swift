import ConfigurationSemantics

/// A policy service on a private socket that master.cf does not have.
struct MissingEndpoint: Rule {
    static let documentation = RuleDocumentation(
        "master/missing-endpoint", .warning, "A policy, milter or filter socket that no service listens on",
        what: """
            A policy service, a milter or a filter is reached through a socket in the directory `private`, and master.cf
            has no service of that name. Sockets that other programs are known to make there, such as those of Dovecot,
            are not found; ports are tried with `--live` only.
            """,
        why: "Each client is told to come again: 451 4.3.5 for a policy service, 4.7.1 for a milter.",
        atRunTime:
            "`warning: connect to private/policy: No such file or directory`, and `451 4.3.5 Server configuration problem`.",
        mend: "Add the service to master.cf, or write the name of the socket right.")

    private static let milters = ["smtpd_milters", "non_smtpd_milters"]

    func check(_ context: LintContext, _ findings: inout Findings) {
        guard context.hasMaster else { return }
        let names = Set(context.directory.services.filter { $0.kind != .inet }.map(\.name.string))
        for endpoint in Endpoints(context).all {
            guard let name = endpoint.privateSocket, !names.contains(name), !Self.isForeign(name) else {
                continue
            }
            let meant = NearestName.of(name, in: names.sorted())
            findings.add(
                at: endpoint.word.nearestRange,
                "no service of master.cf listens on private/\(name), which \(endpoint.purpose) is to reach",
                notes: endpoint.word.range == nil ? [] : endpoint.word.notes,
                help: meant.map { "did you mean \"private/\($0)\"?" })
        }
    }

    /// Sockets that other programs make for Postfix.
    private static func isForeign(_ name: String) -> Bool {
        [
            "auth", "dovecot", "quota", "postgrey", "opendkim", "opendmarc", "rspamd", "sympa", "mailman",
            "clamav",
        ]
        .contains { name.hasPrefix($0) } || name.contains("/") || name.contains(".")
    }
}

/// A file of keys or certificates that is not there.
struct MissingTLSFile: Rule {
    static let documentation = RuleDocumentation(
        "parameter/tls-file-missing", .error, "A key or certificate that is not there",
        what: """
            A parameter names a file with keys or certificates that does not exist. It is an error in the configuration
            of this machine, and a warning in a checkout whose directories should have it.
            """,
        why: "There is no TLS: clients that insist on it cannot send, and others send in clear text.",
        atRunTime: """
            `warning: cannot get RSA certificate from file ...: disabling TLS support`, at each session; the server does
            not offer STARTTLS, and a service with the TLS wrapper closes the connection.
            """,
        mend: "Write the name of the file right, or make the file.")

    private static let suffixes = [
        "_tls_cert_file", "_tls_key_file", "_tls_eccert_file", "_tls_eckey_file", "_tls_dcert_file",
        "_tls_dkey_file", "_tls_CAfile", "_tls_CApath",
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        for setting in context.writtenSettings {
            let paths: [(String, SourceRange?)]
            if Self.suffixes.contains(where: { setting.name.hasSuffix($0) }) {
                paths = [(setting.text, setting.valueRange)]
            } else if setting.name.hasSuffix("_tls_chain_files") {
                paths = setting.scope.words(setting.name).map { ($0.text, $0.nearestRange) }
            } else {
                continue
            }
            let isCertain =
                context.files.describesSystem && TLSKeyMismatch.hasTLS(setting.name, setting.scope)
            for (path, range) in paths where path.hasPrefix("/") && context.files.isProvablyAbsent(path) {
                findings.add(
                    at: range, "\(context.files.location(of: path)) does not exist",
                    severity: isCertain ? .error : .warning)
            }
        }
    }
}

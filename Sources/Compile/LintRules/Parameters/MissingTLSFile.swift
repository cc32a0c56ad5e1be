/// A file of keys or certificates that is not there.
struct MissingTLSFile: Rule {
    static let documentation = RuleDocumentation(
        "parameter/tls-file-missing", .error, "A key or certificate that is not there",
        what: """
            A parameter names a file with keys or certificates that does not exist. It is an error where the configuration
            is that of this machine and TLS is demanded, otherwise a warning.
            """,
        why: """
            There is no TLS: clients that insist on it cannot send, and others send in clear text. Where TLS is demanded
            no mail passes.
            """,
        atRunTime: """
            `warning: cannot get RSA private key from file ...: disabling TLS support`, or `error opening chain file`, at
            each session; STARTTLS is announced and answered with `454 4.7.0 TLS not available due to local problem`,
            mail with 530 where TLS is demanded. A service with the TLS wrapper closes the connection.
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
                context.files.describesSystem && TLSKeyMismatch.demandsTLS(setting.name, setting.scope)
            for (path, range) in paths where path.hasPrefix("/") && context.files.isProvablyAbsent(path) {
                findings.add(
                    at: range, "\(context.files.location(of: path)) does not exist",
                    severity: isCertain ? .error : .warning)
            }
        }
    }
}

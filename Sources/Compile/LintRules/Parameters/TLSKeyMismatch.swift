/// A private key that does not belong to the certificate beside it.
struct TLSKeyMismatch: Rule {
    static let documentation = RuleDocumentation(
        "parameter/tls-key-mismatch", .error, "A key that does not belong to its certificate",
        what: """
            Both files can be read, and the private key is another one than that of the first certificate. Files that
            cannot be read, and keys whose kind is not known, are not judged. It is an error where TLS is demanded
            (`encrypt` and what is stricter, or the TLS wrapper), otherwise a warning.
            """,
        why: """
            There is no TLS: clients that insist on it cannot send, and others send in clear text. Where TLS is demanded
            no mail passes.
            """,
        atRunTime: """
            `warning: ... key values mismatch`, and `disabling TLS support`, at each session; STARTTLS is announced and
            answered with `454 4.7.0 TLS not available due to local problem`, mail with 530 where TLS is demanded.
            """,
        mend: "Name the key that the certificate was made for; after a renewal both files change.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for scope in context.scopes {
            for prefix in ["smtpd", "smtp", "lmtp", "tlsproxy"] {
                for kind in ["", "ec", "d"] { checkPair("\(prefix)_tls_\(kind)", scope, context, &findings) }
                let chain = "\(prefix)_tls_chain_files"
                guard scope.service == nil || isOverridden(chain, scope) else { continue }
                for word in scope.words(chain) {
                    check(
                        (word.text, word.nearestRange), (word.text, nil),
                        isDemanded: Self.demandsTLS(chain, scope),
                        context, &findings)
                }
            }
        }
    }

    private func checkPair(
        _ prefix: String, _ scope: ServiceScope, _ context: LintContext, _ findings: inout Findings
    ) {
        let (certificate, key) = (prefix + "cert_file", prefix + "key_file")
        guard scope.service == nil || isOverridden(certificate, scope) || isOverridden(key, scope),
            !scope.text(certificate).isEmpty
        else { return }
        let range = scope.range(of: key) ?? scope.range(of: certificate)
        let other = scope.range(of: certificate)
        check(
            (scope.text(key), range), (scope.text(certificate), other),
            isDemanded: Self.demandsTLS(prefix, scope),
            context,
            &findings)
    }

    private static let demandingLevels: Set<String> = [
        "encrypt", "dane-only", "fingerprint", "verify", "secure",
    ]

    /// Whether the program that a parameter is for passes no mail without TLS.
    static func demandsTLS(_ parameter: String, _ scope: ServiceScope) -> Bool {
        let program = String(parameter.prefix { $0 != "_" })
        let level = scope.text("\(program)_tls_security_level")
        if !level.isEmpty {
            return demandingLevels.contains(level) || scope.isYes("\(program)_tls_wrappermode")
        }
        return scope.isYes("\(program)_enforce_tls") || scope.isYes("\(program)_tls_wrappermode")
    }

    private func isOverridden(_ name: String, _ scope: ServiceScope) -> Bool {
        if case .override = scope.setting(name)?.origin { true } else { false }
    }

    private func check(
        _ key: (path: String, range: SourceRange?), _ certificate: (path: String, range: SourceRange?),
        isDemanded: Bool, _ context: LintContext, _ findings: inout Findings
    ) {
        guard key.path.hasPrefix("/"), certificate.path.hasPrefix("/"),
            let keyText = context.readText(key.path),
            let certificateText = context.readText(certificate.path),
            let ours = PEMFile(keyText.bytes).privateKey,
            let theirs = PEMFile(certificateText.bytes).certificateKey, ours != theirs
        else { return }
        let isSame = key.range == certificate.range
        findings.add(
            at: key.range, "the private key does not belong to the certificate",
            severity: isDemanded ? .error : .warning,
            notes: isSame
                ? [] : [certificate.range.map { Finding.Note("the certificate", at: $0) }].compactMap { $0 })
    }
}

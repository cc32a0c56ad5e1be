/// A certificate that is no longer valid, or not for long.
struct ExpiredCertificate: Rule {
    static let documentation = RuleDocumentation(
        "parameter/certificate-expired", .warning, "A certificate that has expired, or will within two weeks",
        needs: .machine,
        what:
            "The first certificate of a file that the server or the client uses has expired, or will within 14 days.",
        why: "Clients that check it do not send; mail programs warn their users.",
        atRunTime: "Postfix says nothing; the other side does.",
        mend: "Renew the certificate, and reload the mail system.")

    private static let names = ["_tls_cert_file", "_tls_eccert_file", "_tls_dcert_file", "_tls_chain_files"]
    /// Whether the parameter names files that begin with a certificate.
    static func isCertificateFile(_ name: String) -> Bool { names.contains(where: name.hasSuffix) }

    private static let fortnight = 14 * 86_400

    func check(_ context: LintContext, _ findings: inout Findings) {
        for setting in context.writtenSettings
        where Self.isCertificateFile(setting.name) {
            for word in setting.scope.words(setting.name) {
                guard let text = context.readText(word.text),
                    let block = PEMFile(text.bytes).blocks.first(where: { $0.label == "CERTIFICATE" }),
                    let end = CertificateDates.end(of: block.content)
                else { continue }
                let left = end - context.probe.now
                guard left < Self.fortnight else { continue }
                findings.add(
                    at: word.nearestRange,
                    left < 0
                        ? "the certificate expired \(-left / 86_400) days ago"
                        : "the certificate expires in \(left / 86_400) days")
            }
        }
    }
}

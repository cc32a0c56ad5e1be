/// A certificate that is not for the name of the server.
struct ForeignCertificate: Rule {
    static let documentation = RuleDocumentation(
        "parameter/certificate-name", .note, "A certificate for another host", needs: .machine,
        what: """
            The first certificate of a file that the SMTP server uses has other names than `myhostname`. A name such as
            `*.example.com` stands for one label (RFC 6125 section 6.4.3).
            """,
        why: """
            Clients compare the certificate with the name that they connected to, the one that MX records have. Where that
            is `myhostname`, those that check it do not send.
            """,
        atRunTime: "Postfix says nothing; the other side does.",
        mend: "Get a certificate for the name, or set `myhostname` to the one that it has.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for setting in context.writtenSettings
        where setting.name.hasPrefix("smtpd_tls_") && ExpiredCertificate.isCertificateFile(setting.name) {
            let host = setting.scope.text("myhostname").lowercased()
            for word in setting.scope.words(setting.name) {
                guard let text = context.readText(word.text),
                    let block = PEMFile(text.bytes).blocks.first(where: { $0.label == "CERTIFICATE" })
                else { continue }
                let names = CertificateNames.all(of: block.content)
                guard !names.isEmpty, !names.contains(where: { CertificateNames.matches($0, host) }) else {
                    continue
                }
                findings.add(
                    at: word.nearestRange,
                    "the certificate is for \(names.joined(separator: ", ")), not for \(host)")
            }
        }
    }
}

import ByteScanning

/// Protocols of TLS of which the other side has none: only such as were given up.
struct ObsoleteProtocols: Rule {
    static let documentation = RuleDocumentation(
        "parameter/obsolete-protocols", .warning, "Only obsolete versions of TLS",
        what: """
            A list of protocols, such as `smtpd_tls_mandatory_protocols`, leaves neither TLSv1.2 nor TLSv1.3. It is an error
            for the SMTP server where `smtpd_tls_security_level` is `encrypt`. Where TLS is not in use nothing is found.
            """,
        why: """
            TLS 1.0 and 1.1 were given up in 2021 (RFC 8996), and SSL before. Current systems do not speak them, so that
            no connection is encrypted, and none comes about where TLS is wanted.
            """,
        atRunTime: "`SSL_accept error`, `unsupported protocol`; the client goes away.",
        mend: "Write `>=TLSv1.2`, or remove the line to have the default.")

    private static let versions = ["sslv2", "sslv3", "tlsv1", "tlsv1.1", "tlsv1.2", "tlsv1.3"]

    func check(_ context: LintContext, _ findings: inout Findings) {
        for setting in context.writtenSettings {
            let program = String(setting.name.prefix { $0 != "_" })
            guard ["smtpd", "smtp", "lmtp"].contains(program), setting.name.hasSuffix("_protocols"),
                setting.name.hasPrefix("\(program)_tls_"), let left = Self.enabled(setting.text),
                left.isDisjoint(with: ["tlsv1.2", "tlsv1.3"])
            else { continue }
            let level = setting.scope.text("\(program)_tls_security_level")
            guard !level.isEmpty && level != "none" || setting.scope.isYes("\(program)_use_tls") else {
                continue
            }
            let isMandatory = setting.name.hasSuffix("mandatory_protocols")
            let isFatal =
                program == "smtpd" && isMandatory && level == "encrypt" && context.running.reads(setting)
            findings.add(
                at: setting.valueRange, "neither TLSv1.2 nor TLSv1.3 is left in \(setting.name)",
                severity: isFatal ? .error : .warning, help: "write >=TLSv1.2")
        }
    }

    /// The versions that a list leaves, small letters; `nil` for one that has other words (postconf(5),
    /// `smtpd_tls_mandatory_protocols`).
    private static func enabled(_ text: String) -> Set<String>? {
        var (included, excluded): (Set<String>, Set<String>) = ([], [])
        var bounds = 0..<versions.count
        for word in text.lowercased().split(whereSeparator: { $0 == "," || $0 == ":" || $0.isWhitespace }) {
            let name = String(word.drop { "!<>=".contains($0) })
            guard let index = versions.firstIndex(of: name) else { return nil }
            switch word.dropLast(name.count) {
            case "": included.insert(name)
            case "!": excluded.insert(name)
            case ">=": bounds = max(index, bounds.lowerBound)..<max(index, bounds.upperBound)
            case "<=": bounds = min(index, bounds.lowerBound)..<min(index + 1, bounds.upperBound)
            default: return nil
            }
        }
        let all = included.isEmpty ? Set(versions) : included
        return all.subtracting(excluded).intersection(versions[bounds])
    }
}

import ConfigurationSemantics

/// A result of a table of TLS policies: `level name=value ...` (postconf(5), `smtp_tls_policy_maps`).
enum TLSPolicyResult {
    private static let levels: Set<String> = [
        "none", "may", "encrypt", "dane", "dane-only", "fingerprint", "verify", "secure",
    ]
    private static let attributes = [
        "ciphers", "connection_reuse", "enable_rpk", "exclude", "match", "protocols", "servername", "tafile",
    ]

    static func fault(_ words: [String]) -> ResultForm.Fault? {
        let level = words.first ?? ""
        guard levels.contains(level.lowercased()) else {
            return ResultForm.Fault(message: "\"\(level)\" is no level of TLS")
        }
        for word in words.dropFirst() {
            // In braces there may be blanks, and what TLS reports need is for the program that wrote it.
            if word.contains("{") || word.contains("}") { return nil }
            guard let equals = word.firstIndex(of: "=") else {
                return ResultForm.Fault(message: "\"\(word)\" is no name=value")
            }
            let name = word[..<equals].lowercased()
            guard !attributes.contains(name), !name.hasPrefix("policy_"), !name.hasPrefix("mx_") else {
                continue
            }
            let meant = NearestName.of(name, in: attributes)
            return ResultForm.Fault(
                message: "\"\(name)\" is no attribute of a TLS policy"
                    + (meant.map { "; did you mean \"\($0)\"?" } ?? ""), isFailure: meant != nil)
        }
        return nil
    }
}

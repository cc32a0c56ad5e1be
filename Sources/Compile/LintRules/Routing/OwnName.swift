import ByteScanning
import NetworkAddress

/// A host name or an origin that cannot be right.
struct OwnName: Rule {
    static let documentation = RuleDocumentation(
        "routing/own-name", .warning, "A host name or an origin that cannot be right",
        what: """
            `myhostname`, `mydomain` or `myorigin` is an address, has a character that no domain has, or has no dot. With a
            character that no domain has, it is an error.
            """,
        why: """
            The name is what the server calls itself and what senders without a domain get: other servers refuse it, and
            answers have nowhere to go.
            """,
        atRunTime: """
            `fatal: file main.cf: parameter myhostname: bad parameter value`; a name without a dot is used as it is, and
            refused by others: `504 5.5.2 Helo command rejected: need fully-qualified hostname`.
            """,
        mend: "Write the full name that DNS has for the machine, such as mail.example.com.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for name in ["myhostname", "mydomain", "myorigin"] {
            guard let range = context.main.range(of: name) else { continue }
            let text = context.main.text(name)
            // Debian takes the name from a file.
            guard !text.isEmpty, !(name == "myorigin" && text.hasPrefix("/")) else { continue }
            guard let fault = fault(text) else { continue }
            findings.add(
                at: range, "\(name) \(fault.message)",
                severity: fault.isRefused && name != "myorigin" ? .error : .warning)
        }
    }

    private func fault(_ text: String) -> (message: String, isRefused: Bool)? {
        let bytes = Array(text.utf8)
        let isBad = bytes.contains { byte in
            byte < 0x80 && !ASCII.isAlphanumeric(byte) && byte != ASCII.dot && byte != ASCII.hyphen
                && byte != UInt8(ascii: "_")
        }
        if isBad || text.contains("..") || text.hasPrefix(".") || text.hasPrefix("-") || text.hasSuffix(".") {
            return ("\"\(printable(bytes))\" is no name of a host", !text.hasSuffix("."))
        }
        if IPAddress(bytes.span) != nil { return ("is an address and not a name", true) }
        if text.lowercased() == "localhost" || text.lowercased().hasPrefix("localhost.") {
            return ("is \"\(text)\", which every machine is", false)
        }
        return text.contains(".") ? nil : ("\"\(text)\" has no dot, so nobody else knows it", false)
    }
}

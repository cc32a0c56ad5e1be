import ByteScanning
import ConfigurationSemantics

/// A `proxy:` table that proxymap does not open.
struct UnlistedProxy: Rule {
    static let documentation = RuleDocumentation(
        "table/unlisted-proxy", .error, "A proxy: table that is not approved",
        what: """
            A parameter names a `proxy:` table, and neither `proxy_read_maps` nor the parameters that it names have it. It
            is an error where the program that asks is sure to run.
            """,
        why: "proxymap opens what its list has, and nothing else.",
        atRunTime: """
            `fatal: proxymap service is not configured for table "lmdb:/etc/postfix/x"`; the program that asked stops, and
            its clients are told to come again.
            """,
        mend: "Add the parameter to `proxy_read_maps`, or take `proxy:` away.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        // Postroom opens the table itself.
        guard !context.target.isPostroom else { return }
        var scopes = context.services(running: "proxymap")
        if scopes.isEmpty { scopes = [context.main] }
        let reading = approved("proxy_read_maps", scopes)
        let writing = approved("proxy_write_maps", scopes)
        for use in context.tableUses
        where use.wrappers.first == .proxy && use.wrappers.count == 1 && use.role != .declaration {
            let list = use.role == .cache ? "proxy_write_maps" : "proxy_read_maps"
            guard !(use.role == .cache ? writing : reading).contains("proxy:\(use.text)") else { continue }
            findings.add(
                at: use.word.nearestRange, "\(list) does not have \(use.isSecret ? "this table" : use.text)",
                severity: context.isSurelyRead(use) && use.role != .cache ? .error : .warning,
                notes: use.word.notes, help: "add $\(use.parameter) to \(list)")
        }
    }

    /// The tables that a list has, in whatever braces.
    private func approved(_ list: String, _ scopes: [ServiceScope]) -> Set<String> {
        var names: Set<String> = []
        for scope in scopes {
            for word in scope.words(list) where word.text.contains("proxy:") {
                names.insert(word.text)
                let parts = word.text.split { $0.isWhitespace || ",{}".contains($0) }
                for part in parts where part.hasPrefix("proxy:") { names.insert(String(part)) }
            }
        }
        return names
    }
}

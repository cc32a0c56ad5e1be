import ConfigurationSemantics

/// Two lines of master.cf for the same socket: the master uses the last one.
struct DuplicateService: Rule {
    static let documentation = RuleDocumentation(
        "master/duplicate-service", .warning, "A service that is there twice",
        what: """
            Two lines of master.cf have the same socket: the same host and port, or the same name among the private or
            the public sockets. `smtp` and `25` are the same port.
            """,
        why:
            "Only the last line counts, with its options: whatever the first one restricts or allows does not hold.",
        atRunTime: "`warning: duplicate master.cf entry for service ... -- using the last entry`.",
        mend: "Remove one of the lines, or merge their options.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        var last: [String: MasterService] = [:]
        for service in context.directory.services { last[Self.socket(service)] = service }
        for service in context.directory.services {
            guard let other = last[Self.socket(service)], other.name != service.name else { continue }
            findings.add(
                at: context.range(of: service), "the service \(service.label) is defined again below",
                notes: [Finding.Note("this one counts", at: context.range(of: other))],
                help: "remove one of them")
        }
    }

    /// Names of ports in master.cf files, with their numbers.
    private static let ports = [
        "smtp": "25", "smtps": "465", "submissions": "465", "submission": "587", "qmqp": "628", "lmtp": "24",
    ]

    private static func socket(_ service: MasterService) -> String {
        let name = service.name.string
        guard service.kind == .inet else { return (service.isPrivate ? "private/" : "public/") + name }
        guard let colon = name.lastIndex(of: ":"), !name.hasSuffix("]") else {
            return "inet :" + (ports[name] ?? name)
        }
        let port = String(name[name.index(after: colon)...])
        return "inet " + name[..<colon] + ":" + (ports[port] ?? port)
    }
}

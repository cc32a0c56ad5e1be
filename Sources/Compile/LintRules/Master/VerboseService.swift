import ConfigurationSemantics

/// `-v` left in master.cf.
struct VerboseService: Rule {
    static let documentation = RuleDocumentation(
        "master/verbose", .note, "A service that logs everything",
        what: "A service runs with `-v`.",
        why: "The log fills with details of each session, passwords of SASL among them with two of them.",
        atRunTime: "Hundreds of lines are logged for each message.",
        mend: "Remove the option when the search is over; `debug_peer_list` does the same for one client.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for service in context.directory.services {
            for case .option(let word) in service.arguments
            where word.bytes.count > 1 && word.bytes.dropFirst().allSatisfy({ $0 == UInt8(ascii: "v") }) {
                findings.add(
                    at: context.range(inMaster: word), "\"\(service.name.string)\" logs everything",
                    help: "remove \(word.string)")
            }
        }
    }
}

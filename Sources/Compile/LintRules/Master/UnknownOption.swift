import ByteScanning
import ConfigurationSemantics

/// A letter after a hyphen that the programs of master.cf do not know.
struct UnknownOption: Rule {
    static let documentation = RuleDocumentation(
        "master/unknown-option", .error, "An option that no program knows",
        what: "A service has an option with a letter that the programs do not know, such as `--o` or `-O`.",
        why: "The program does not start: nobody is served.",
        atRunTime: "`fatal: invalid option: -` when the program starts, again and again.",
        mend: "Settings are made with `-o name=value`; other options are -v and -D.")

    private static let letters = Set("cdDilmnorsStuvVz".utf8)

    func check(_ context: LintContext, _ findings: inout Findings) {
        let running = context.running
        for service in context.directory.services where KnownPrograms.all.contains(service.command.string) {
            for case .option(let word) in service.arguments {
                guard word.bytes.count > 1, !Self.letters.contains(word.bytes[1]) else { continue }
                findings.add(
                    at: context.range(inMaster: word), "unknown option \"\(printable(word.bytes))\"",
                    severity: running.contains(service.command.string) ? .error : .warning,
                    help: word.bytes.starts(with: Array("--o".utf8)) ? "write -o name=value" : nil)
            }
        }
    }
}

import ConfigurationSemantics
import ConfigurationSyntax
import Diagnostics

/// Arguments of pipe(8) or spawn(8) that make it stop: one is missing or unknown.
struct PipeAttributes: Rule {
    static let documentation = RuleDocumentation(
        "master/pipe-attributes", .error, "Wrong attributes of pipe or spawn",
        what: """
            A service that runs pipe or spawn has no `user=` or no `argv=`, or an attribute before `argv=` that the
            program does not know. It is an error where the service is used, otherwise a warning.
            """,
        why: "The program stops at each message, and the mail is deferred.",
        atRunTime: "`fatal: missing user= command-line attribute` or `fatal: unknown attribute name`.",
        mend: "Give `user=` and `argv=`, the latter as the last one: all that follows it is the command.")

    private static let known = [
        "pipe": ["user", "argv", "chroot", "directory", "eol", "flags", "null_sender", "size"],
        "spawn": ["user", "argv"],
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        let transports = context.transports
        for service in context.directory.services {
            guard let known = Self.known[service.command.string] else { continue }
            let isUsed = transports.uses(service.name.string)
            let severity = isUsed ? Severity.error : .warning
            var given: Set<String> = []
            for word in Self.words(service) {
                let name = String(word.string.prefix { $0 != "=" })
                given.insert(name)
                if name == "argv" { break }
                guard !known.contains(name) || !word.string.contains("=") else { continue }
                findings.add(
                    at: context.range(inMaster: word),
                    "\(service.command.string) does not know the attribute \"\(name)\"", severity: severity,
                    help: "it knows " + known.joined(separator: ", "))
            }
            for name in ["user", "argv"] where !given.contains(name) {
                findings.add(
                    at: context.range(inMaster: service.command),
                    "\(service.command.string) needs \(name)=, which \"\(service.name.string)\" does not have",
                    severity: severity)
            }
        }
    }

    static func words(_ service: MasterService) -> [LineText] {
        service.arguments.compactMap { if case .word(let word) = $0 { word } else { nil } }
    }
}

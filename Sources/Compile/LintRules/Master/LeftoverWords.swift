import ByteScanning
import ConfigurationSemantics

/// Words after the options of a program that takes none: most often the rest of a value with blanks.
struct LeftoverWords: Rule {
    static let documentation = RuleDocumentation(
        "master/leftover-words", .warning, "Words that belong to no option",
        what: """
            A service has words after its options, and its program takes none. Most often they are the rest of a value
            with blanks, of which the option has only the first word. It is an error where the program is sure to
            start. smtp and lmtp take `flags=`, and postscreen takes no notice of anything.
            """,
        why:
            "The program stops at its first client or message, is started again, and stops: nobody is served.",
        atRunTime: """
            `fatal: unexpected command-line argument: WORD`, of smtp and lmtp `fatal: unknown attribute name: WORD`; the
            master throttles the service.
            """,
        mend: """
            Write commas without blanks, `-o name=a,b`, or braces, `-o { name = a, b }` (Postfix 3.0 and later).
            """)

    private static let indifferent = "postscreen"

    func check(_ context: LintContext, _ findings: inout Findings) {
        for service in context.directory.services {
            let program = service.command.string
            guard program != "pipe", program != "spawn", KnownPrograms.all.contains(program) else { continue }
            let isClient = program == "smtp" || program == "lmtp"
            let words = PipeAttributes.words(service).filter { !(isClient && $0.string.hasPrefix("flags=")) }
            guard let first = words.first, let last = words.last else { continue }
            // The value of an option with white space after its = has a rule of its own.
            if let option = service.overrides.last, option.value.isEmpty,
                option.text.bytes.last == ASCII.equals
            {
                continue
            }
            let range = SourceRange(
                file: context.range(inMaster: first).file,
                bytes: first.sourceRange().lowerBound..<last.sourceRange().upperBound)
            let isFatal = program != Self.indifferent
            let option = service.overrides.last
            findings.add(
                at: range, "\(program) takes no such word" + (isFatal ? ", and stops" : "; it is ignored"),
                severity: isFatal && context.running.starts(service, context) ? .error : .warning,
                help: option.map { "if it belongs to the option before it: -o { \($0.name) = ... }" })
        }
    }
}

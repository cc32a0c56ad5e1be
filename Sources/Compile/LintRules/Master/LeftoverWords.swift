import ByteScanning
import ConfigurationSemantics

/// Words after the options of a program that takes none: most often the rest of a value with blanks.
struct LeftoverWords: Rule {
    static let documentation = RuleDocumentation(
        "master/leftover-words", .warning, "Words that belong to no option",
        what: """
            A service has words after its options, and its program takes none. Most often they are the rest of a value
            with blanks, of which the option has only the first word. smtp and lmtp take `flags=` and stop at anything
            else, which is an error where the service is used.
            """,
        why: "The value is cut off after its first word: of a list of restrictions only the first one holds.",
        atRunTime:
            "Most programs take no notice of the words. smtp and lmtp stop with `unknown attribute name`.",
        mend: """
            Write commas without blanks, `-o name=a,b`, or braces, `-o { name = a, b }` (Postfix 3.0 and later).
            """)

    func check(_ context: LintContext, _ findings: inout Findings) {
        let transports = context.transports
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
            let isFatal = isClient && transports.uses(service.name.string)
            let option = service.overrides.last
            findings.add(
                at: range, "\(program) takes no such word" + (isClient ? ", and stops" : "; it is ignored"),
                severity: isFatal ? .error : .warning,
                help: option.map { "if it belongs to the option before it: -o { \($0.name) = ... }" })
        }
    }
}

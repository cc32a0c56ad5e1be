import ByteScanning

/// A value that is no `yes`, number, time or word where one is wanted: every program that reads it stops.
///
/// Mend it by writing a value of the right type; a unit has one letter, and nothing follows a value, a comment neither.
struct WrongType: Rule {
    static let documentation = RuleDocumentation(
        "parameter/wrong-type", .error, "A value of the wrong type",
        what: """
            A value is neither yes nor no, no number, no time, a word that the parameter does not know, or it is empty
            or too long where a text is needed. It is an error where a program that is sure to run stops at it, and
            with `--target postroom`, whose build refuses such a value wherever it stands; otherwise a warning.
            """,
        why:
            "A program that cannot read its configuration serves nobody: mail is deferred, or clients get no answer.",
        atRunTime: """
            `fatal: bad boolean configuration`, `bad numerical configuration`, `bad time value or unit` or `bad string
            length` when the program starts; the master starts it again and again. Words that only some programs look at are logged
            or ignored.
            """,
        mend: """
            Write `yes` or `no`, a number without blanks, or a number with one of the units s, m, h, d, w. Remove a line
            without a value to have the default. A comment has a line of its own.
            """)

    func check(_ context: LintContext, _ findings: inout Findings) {
        let running = context.running
        for setting in context.writtenSettings {
            // A comment after the value has a rule of its own.
            guard let definition = setting.definition, let fault = ValueCheck.fault(of: setting),
                !InlineComment.isFound(in: setting)
            else { continue }
            let shown = printable(setting.value ?? [])
            let value = "the value \"\(shown)\" of \"\(setting.name)\""
            let help = definition.defaultText.isEmpty ? nil : "the default is \(definition.defaultText)"
            switch fault {
            case .refused(let reason):
                findings.add(
                    at: setting.valueRange, "\(value) is wrong: \(reason)",
                    severity: running.reads(setting) || context.target.isPostroom ? .error : .warning,
                    help: help)
            case .unusable(let reason):
                findings.add(
                    at: setting.valueRange, "\(value) is wrong: \(reason)",
                    severity: context.target.isPostroom ? .error : .warning, help: help)
            case .meaningless(let reason):
                findings.add(
                    at: setting.valueRange, "\(value) means nothing: \(reason)", severity: .warning)
            case .outOfRange: continue
            }
        }
    }
}

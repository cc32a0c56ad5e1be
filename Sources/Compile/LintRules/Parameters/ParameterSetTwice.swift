import ByteScanning
import ConfigurationSyntax

/// A parameter that main.cf sets more than once.
///
/// Why: only the last line counts, and the one that people read and change is often the first. At run time Postfix takes
/// the last value; `postconf` warns of an overriding entry. Mend it by removing the lines before the last.
struct ParameterSetTwice: Rule {
    static let documentation = RuleDocumentation(
        "parameter/set-twice", .warning, "A parameter that is set twice",
        what: """
            main.cf sets a parameter more than once. With another value it is a warning, with the same one a note.
            """,
        why: "Only the last line counts; whoever changes the first one changes nothing.",
        atRunTime: """
            The last value is used. Where it is another one, `postconf` and each program at its start warn
            `overriding earlier entry`.
            """,
        mend: "Remove all lines but the last one.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        var last: [String: Int] = [:]
        let settings = context.mainSettings
        for (index, setting) in settings.enumerated() { last[setting.name.string] = index }
        for (index, setting) in settings.enumerated() {
            guard let other = last[setting.name.string], other != index else { continue }
            let isSame = setting.value.bytes == settings[other].value.bytes
            let whole = SourceRange(file: context.directory.main.source.path, bytes: setting.entry.range)
            let fix =
                hasComment(setting.value, whole, context) ? nil : Finding.Fix([TextEdit(whole, with: "")])
            findings.add(
                at: context.range(inMain: setting.name),
                "\"\(setting.name.string)\" is set again below, "
                    + (isSame ? "to the same value" : "to another value, which is the one that counts"),
                severity: isSame ? .note : .warning,
                notes: [Finding.Note("the last one", at: context.range(inMain: settings[other].name))],
                help: "remove this line", fix: fix)
        }
    }

    /// Whether the lines of an entry have comments between them, which a mend would remove, too.
    private func hasComment(_ value: LineText, _ whole: SourceRange, _ context: LintContext) -> Bool {
        guard let text = context.text(of: whole.file), let last = value.line.pieces.last else { return false }
        let lines = value.line.firstLine...max(last.line, value.line.firstLine)
        return lines.contains { text.text(ofLine: $0).first { !ASCII.isSpace($0) } == ASCII.numberSign }
    }
}

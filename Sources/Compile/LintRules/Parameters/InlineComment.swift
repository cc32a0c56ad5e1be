import ByteScanning
import ParameterCatalogue

/// A `#` after a value of main.cf or master.cf: it does not begin a comment, it is part of the value.
///
/// Mend it by putting the comment on a line of its own above.
struct InlineComment: Rule {
    static let documentation = RuleDocumentation(
        "parameter/inline-comment", .warning, "A comment after a value, which becomes part of it",
        what: """
            A word of a value begins with `#` after white space. Comments have lines of their own in these files; here
            the `#` and all that follows belong to the value. It is an error where a program that is sure to run stops
            at the value.
            """,
        why: """
            The value is not what it looks like: a list has words more, a path names another file, a number is none.
            """,
        atRunTime: """
            For yes or no, numbers and times a fatal error; `myhostname` is refused as a bad host name; lists get the
            words of the comment as members; texts get them as text.
            """,
        mend: "Put the comment on a line of its own, above the setting.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let running = context.running
        for setting in context.writtenSettings {
            guard let start = Self.start(in: setting.setting.text), Self.isSuspect(setting) else { continue }
            let isFatal = running.reads(setting) && Self.isRefused(setting)
            findings.add(
                at: setting.range(start..<setting.setting.text.count),
                "what follows \"#\" is no comment here, but part of the value of \"\(setting.name)\"",
                severity: isFatal ? .error : .warning, help: "put the comment on a line of its own")
        }
    }

    static func isFound(in setting: WrittenSetting) -> Bool {
        start(in: setting.setting.text) != nil && isSuspect(setting)
    }

    /// Where a `#` follows white space outside braces.
    private static func start(in text: [UInt8]) -> Int? {
        var depth = 0
        for (index, byte) in text.enumerated() {
            if byte == ASCII.openBrace { depth += 1 }
            if byte == ASCII.closeBrace { depth -= 1 }
            if depth == 0, byte == ASCII.numberSign, index > 0, ASCII.isSpace(text[index - 1]) {
                return index
            }
        }
        return nil
    }

    /// A `#` may be meant in a text, and in what nobody knows.
    private static func isSuspect(_ setting: WrittenSetting) -> Bool {
        switch setting.definition?.type {
        case nil, .template, .command: false
        case .string: setting.definition?.name == "myhostname" || setting.definition?.name == "mydomain"
        default: true
        }
    }

    private static func isRefused(_ setting: WrittenSetting) -> Bool {
        if setting.name == "myhostname" { return true }
        if case .refused = ValueCheck.fault(of: setting) { return true }
        return false
    }
}

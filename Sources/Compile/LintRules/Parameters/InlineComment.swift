import ByteScanning
import ConfigurationSyntax
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
            For yes or no, numbers and times a fatal error; `myhostname` is refused as a bad host name; a program that
            opens a list of tables stops at the first word that is none: `fatal: open dictionary: expecting "type:name"
            form instead of "#"`. Other lists get the words of the comment as members; texts get them as text.
            """,
        mend: "Put the comment on a line of its own, above the setting.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let running = context.running
        for setting in context.writtenSettings {
            guard let start = Self.start(in: setting.setting.text), Self.isSuspect(setting) else { continue }
            let isFatal =
                running.reads(setting) && Self.isRefused(setting)
                || Self.stopsReader(setting, after: start, running)
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

    /// Programs that open their tables when they start or with the first message.
    private static let openers: Set<String> = [
        "*", "cleanup", "lmtp", "local", "smtp", "smtpd", "trivial-rewrite",
    ]

    /// Whether a program that is sure to run opens a list of tables with a word of the comment in it that has no colon.
    private static func stopsReader(
        _ setting: WrittenSetting, after start: Int, _ running: RunningPrograms
    ) -> Bool {
        guard let definition = setting.definition, definition.type == .tableList,
            isAlwaysOpened(setting.name), running.reads(setting)
        else { return false }
        let text = setting.setting.text.span
        let hasPlainWord = WordScanner.words(
            start..<text.count, in: text, separator: WordScanner.isListSeparator
        ).contains { !text.bytes($0).contains(UInt8(ascii: ":")) }
        guard hasPlainWord else { return false }
        guard !setting.isOverride else { return openers.contains(setting.scope.program) }
        // smtpd has alias_maps for its list of recipients, which may be another one.
        let readers = setting.name == "alias_maps" ? "local" : definition.programs
        return readers.split(separator: " ").map(String.init).contains { reader in
            openers.contains(reader) && (reader == "*" || running.contains(reader))
        }
    }

    /// Caches, lists that name tables for others, and tables that wait for SASL, for TLS or for a user whom nobody knows may
    /// never be opened; the filters of replies and commands are one table, whose text has the comment.
    private static func isAlwaysOpened(_ name: String) -> Bool {
        let conditional = [
            "_sasl_", "_tls_loglevel_", "_cache_", "_command_filter", "mtp_reply_filter", "proxy_",
            "fallback_",
            "verify_map", "sni_maps", "alias_database",
        ]
        return !conditional.contains { name.contains($0) }
    }

    private static func isRefused(_ setting: WrittenSetting) -> Bool {
        if setting.name == "myhostname" { return true }
        if case .refused = ValueCheck.fault(of: setting) { return true }
        return false
    }
}

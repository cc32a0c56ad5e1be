import LintRules

/// What `--list-rules` and `--explain` print.
enum RuleTexts {
    static var list: String {
        let rules = RuleRegistry.all.map(\.documentation)
        let width = rules.map(\.identifier.count).max() ?? 0
        return rules.map { rule in
            let name = rule.identifier + String(repeating: " ", count: width - rule.identifier.count)
            let severity = rule.severity.rawValue
            let padding = String(repeating: " ", count: 7 - severity.count)
            return "\(name)  \(severity)\(padding)  \(rule.title)\n"
        }.joined()
    }

    static func explanation(_ rule: RuleDocumentation) -> String {
        var text = "\(rule.identifier) (\(rule.severity.rawValue)): \(rule.title)\n"
        for (title, paragraph) in [
            ("", rule.what), ("Why it hurts: ", rule.why), ("At run time: ", rule.atRunTime),
            ("How to mend it: ", rule.mend),
        ] {
            text += "\n" + wrapped(title + paragraph) + "\n"
        }
        switch rule.needs {
        case .files: break
        case .machine: text += "\nIt looks at the machine or the network: only with --live.\n"
        case .earlierConfiguration:
            text += "\nIt compares with an earlier configuration: only with --since.\n"
        }
        return text
    }

    /// Lines of at most 78 characters.
    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + word.count >= 78 {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? word : " " + word
        }
        return (lines + [line]).joined(separator: "\n")
    }
}

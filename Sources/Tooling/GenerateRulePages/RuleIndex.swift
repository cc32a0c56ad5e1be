import LintRules

/// The index of all rules.
struct RuleIndex {
    let rules: [RuleDocumentation]

    var text: String {
        """
        <!-- Made by GenerateRulePages; do not edit. -->

        # Rules of `postroom check`

        `postroom check --explain RULE` prints the same. An error would fail or lose mail when the mail system runs, a
        warning is almost surely not meant, a note is worth knowing.

        \(RuleRegistry.groups.map(table).filter { !$0.isEmpty }.joined(separator: "\n"))
        """
    }

    private func table(_ group: (name: String, title: String)) -> String {
        let members = rules.filter { $0.group == group.name }
        guard !members.isEmpty else { return "" }
        let rows = members.map { rule in
            "| [\(rule.identifier)](\(rule.identifier).md) | \(rule.severity.rawValue) | \(rule.title) |\n"
        }
        return "## \(group.title)\n\n| rule | severity | what it finds |\n|---|---|---|\n" + rows.joined()
    }
}

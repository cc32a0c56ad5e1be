import ByteScanning
import ParameterCatalogue

/// A word in a list of tables that is no `type:name`: every program that opens the list stops.
struct NotATable: Rule {
    static let documentation = RuleDocumentation(
        "table/not-a-table", .error, "A word where a table is wanted",
        what: """
            A word of a parameter that lists tables has no type, or nothing after the colon. It is an error where a
            program that is sure to run opens the list, and with `--target postroom`; otherwise a warning.
            """,
        why:
            "A program that cannot open its tables does not start: no mail is accepted, or none is delivered.",
        atRunTime: "`fatal: open dictionary: expecting \"type:name\" form`, again and again.",
        mend: "Write the type before the name, as in `lmdb:/etc/postfix/virtual`.")

    /// Opened when the first recipient needs them, and not by all deliveries.
    private static let openedLate: Set<String> = ["fallback_transport_maps"]

    func check(_ context: LintContext, _ findings: inout Findings) {
        let running = context.running
        for setting in context.writtenSettings {
            guard let definition = setting.definition, definition.type == .tableList,
                !InlineComment.isFound(in: setting)
            else { continue }
            // No program opens these to look something up.
            if definition.name == "alias_database" || definition.name.hasPrefix("proxy_") { continue }
            let isFatal = running.reads(setting) && !Self.openedLate.contains(definition.name)
            for word in setting.scope.words(setting.name) where Self.isMalformed(word.text) {
                findings.add(
                    at: word.range,
                    "\"\(printable(Array(word.text.utf8)))\" in \"\(setting.name)\" is no table",
                    severity: isFatal || context.target.isPostroom ? .error : .warning, notes: word.notes,
                    help: word.text.contains(":") ? "a name follows the colon" : "expected type:name")
            }
        }
    }

    private static func isMalformed(_ word: String) -> Bool {
        guard let colon = word.firstIndex(of: ":") else { return true }
        let type = word[..<colon]
        return type.isEmpty
            || word.index(after: colon) == word.endIndex && type != "environ" && type != "fail"
    }
}

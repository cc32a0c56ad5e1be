import ByteScanning
import ParameterCatalogue

/// `[a, b]` where a list is wanted: main.cf has no brackets around lists.
struct BracketedList: Rule {
    static let documentation = RuleDocumentation(
        "parameter/bracketed-list", .warning, "A list in brackets",
        what: """
            The value of a list begins with `[` and ends with `]`, and has more than one word between them. Lists of
            main.cf have no brackets; only an address or a host stands in them.
            """,
        why: "The first and the last member are not what they look like: `[a` and `b]` match nothing.",
        atRunTime: """
            Domains in such a list are not local, tables are of an unknown type, and `mynetworks` logs `missing ']'
            character` and answers 451 to each recipient.
            """,
        mend: "Remove the brackets. White space or commas stand between the members.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for setting in context.writtenSettings where Self.isList(setting.definition?.type) {
            let text = setting.setting.text
            guard text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") else { continue }
            let inside = text[1..<text.count - 1]
            guard inside.contains(where: { $0 == ASCII.comma || ASCII.isSpace($0) }),
                !inside.contains(UInt8(ascii: "[")), !inside.contains(UInt8(ascii: "]"))
            else { continue }
            let first = setting.range(0..<1)
            let last = setting.range(text.count - 1..<text.count)
            findings.add(
                at: setting.valueRange,
                "the list \"\(setting.name)\" stands in brackets, which belong to its words",
                help: "remove the brackets",
                fix: Finding.Fix([TextEdit(first, with: ""), TextEdit(last, with: "")]))
        }
    }

    private static func isList(_ type: ParameterType?) -> Bool {
        switch type {
        case .list, .tableList, .matchList, .restrictionList, .keywordSet: true
        default: false
        }
    }
}

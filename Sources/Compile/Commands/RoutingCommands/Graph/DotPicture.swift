/// A mail flow in the language of Graphviz.
enum DotPicture {
    static func lines(_ flow: MailFlow) -> [String] {
        var lines = ["digraph mail {", "  rankdir=LR;", "  node [shape=box, fontname=\"sans-serif\"];"]
        for column in MailFlow.Column.allCases {
            lines.append("  subgraph cluster_\(column.rawValue) {")
            lines.append("    label=\(quoted(column.title)); color=\"#cccccc\";")
            for (number, node) in flow.nodes.enumerated() where node.column == column {
                let label = ([node.name] + node.details).map(escaped).joined(separator: "\\n")
                lines.append("    n\(number) [label=\"\(label)\"];")
            }
            lines.append("  }")
        }
        return lines + flow.edges.map { "  n\($0.from) -> n\($0.to);" } + ["}"]
    }

    private static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if character == "\"" || character == "\\" { result.append("\\") }
            result.append(character.isNewline ? " " : character)
        }
        return result
    }
}

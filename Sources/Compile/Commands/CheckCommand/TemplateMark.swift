import ByteScanning
import ConfigurationSyntax

/// What shows that a file is the template of a configuration and none yet: `{{ name }}`, `{% ... %}`, `<% ... %>` in a line
/// that is no comment.
///
/// Postfix has two braces, too: in conditions (`${{a} == {b} ? {c} : {d}}`) and in tables that stand in the configuration
/// (`inline:{{a = b}}`), so that what is in them is looked at.
struct TemplateMark: Equatable {
    /// Counted from 1.
    var line: Int
    /// As it stands in the file.
    var text: String

    /// The first one of a file; `nil` where there is none.
    static func first(in source: SourceFile) -> TemplateMark? {
        let lines = source.bytes.split(separator: ASCII.newline, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated()
        where line.first(where: { !ASCII.isSpace($0) }) != ASCII.numberSign {
            let text = String(decoding: line, as: UTF8.self)
            if let mark = mark(in: text) { return TemplateMark(line: index + 1, text: mark) }
        }
        return nil
    }

    private static func mark(in line: String) -> String? {
        for (opening, closing) in [("{%", "%}"), ("<%", "%>"), ("{{", "}}")] {
            for start in line.ranges(of: opening) {
                guard let end = line[start.upperBound...].firstRange(of: closing) else { continue }
                let content = line[start.upperBound..<end.lowerBound]
                if opening == "{{", !isPlaceholder(content, after: line[..<start.lowerBound]) { continue }
                return String(line[start.lowerBound..<end.upperBound])
            }
        }
        return nil
    }

    /// Types of tables whose rows stand in braces.
    private static let inlineTypes = [
        "inline:", "cidr:", "pcre:", "regexp:", "texthash:", "unionmap:", "pipemap:", "randmap:",
    ]

    /// Whether what is between two braces is a name or an expression of a template.
    private static func isPlaceholder(_ content: Substring, after before: Substring) -> Bool {
        guard !before.hasSuffix("$"), !before.hasSuffix("{"), !inlineTypes.contains(where: before.hasSuffix),
            !content.contains("{"), !content.contains("}")
        else { return false }
        let rest = content.drop { $0 == "-" || $0 == " " || $0 == "\t" }
        guard let first = rest.first, first.isLetter || "_.$'\"".contains(first) else { return false }
        // A row is `key = value`; templates compare and assign.
        return !rest.contains("=") || rest.contains("==") || rest.contains(":=")
    }
}

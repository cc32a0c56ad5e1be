import ByteScanning
import Diagnostics
import LintRules

/// For people: `file:line:column: severity[rule]: message`, the line with a caret range, the other lines that have a part
/// in it, and what would be right.
struct TextFormat {
    let isColored: Bool

    func text(_ report: CheckReport) -> String {
        GroupedFindings(report).entries.map { entry in
            let text = text(entry.finding, report) + "\n"
            return entry.omitted == 0 ? text : text + omission(entry) + "\n\n"
        }.joined() + summary(report) + "\n"
    }

    private func omission(_ entry: GroupedFindings.Entry) -> String {
        let finding = entry.finding
        return painted(
            "and \(entry.omitted) more of \(finding.rule) in \(finding.range.file); --format short shows them",
            .bold)
    }

    private func text(_ finding: Finding, _ report: CheckReport) -> String {
        let style = Style(severity: finding.severity)
        var text =
            painted("\(report.place(finding.range)): ", .bold)
            + painted("\(finding.severity.rawValue)[\(finding.rule)]", style)
            + painted(": \(finding.message)", .bold) + "\n"
        text += excerpt(finding.range, report, style)
        for note in finding.notes {
            guard let range = note.range else {
                text += painted("note", .note) + ": \(note.message)\n"
                continue
            }
            text += "\(report.place(range)): " + painted("note", .note) + ": \(note.message)\n"
            text += excerpt(range, report, .note)
        }
        if let help = finding.help { text += painted("help", .help) + ": \(help)\n" }
        return text
    }

    /// The first line of a range with carets below it.
    private func excerpt(_ range: SourceRange, _ report: CheckReport, _ style: Style) -> String {
        guard let lines = report.context.text(of: range.file) else { return "" }
        let start = report.start(range)
        let shown = report.secrets.shown(range.file, lines, line: start.line)
        let whole = lines.range(ofLine: start.line)
        let first = min(start.column - 1, shown.count)
        let end = max(first, min(range.bytes.upperBound, whole.upperBound) - whole.lowerBound)
        let window = Self.window(first, end, shown.count)
        let text = Self.visible(shown.span.bytes(window))
        let before = Self.visible(shown.span.bytes(window.lowerBound..<first))
        let indent = before.map { $0 == "\t" ? "\t" : " " as Character }
        let carets = Self.visible(shown.span.bytes(first..<min(end, window.upperBound))).count
        let margin = String(repeating: " ", count: String(start.line).count)
        return " \(start.line) | \(text)\n \(margin) | \(String(indent))"
            + painted(String(repeating: "^", count: max(1, carets)), style) + "\n"
    }

    /// The part of a long line that is shown.
    private static func window(_ first: Int, _ end: Int, _ count: Int) -> Range<Int> {
        guard count > 160 else { return 0..<count }
        let start = first < 120 ? 0 : first - 40
        return start..<min(count, max(min(end, start + 200), start + 160))
    }

    /// Text as a terminal may have it: control characters but tabs are replaced.
    private static func visible(_ bytes: [UInt8]) -> String {
        var text = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\t" || (0x7F..<0xA0).contains(scalar.value)
            text.unicodeScalars.append(isControl ? "?" : scalar)
        }
        return text
    }

    private func summary(_ report: CheckReport) -> String {
        ([painted("\(report.context.directory.path): \(report.summary)", .bold)] + report.remarks)
            .joined(separator: "\n")
    }

    private enum Style: String {
        case bold = "1"
        case error = "1;31"
        case warning = "1;33"
        case note = "1;36"
        case help = "1;32"

        init(severity: Severity) {
            self =
                switch severity {
                case .error: .error
                case .warning: .warning
                case .note: .note
                }
        }
    }

    private func painted(_ text: String, _ style: Style) -> String {
        isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

import Diagnostics
import LintRules

/// `--format github`: workflow commands that GitHub shows beside the lines of a change.
struct GitHubFormat {
    func text(_ report: CheckReport) -> String {
        report.findings.map { line($0, report) + "\n" }.joined()
    }

    private func line(_ finding: Finding, _ report: CheckReport) -> String {
        let (start, end) = (report.start(finding.range), report.end(finding.range))
        var properties = [
            "file=\(property(finding.range.file))", "line=\(start.line)", "endLine=\(end.line)",
        ]
        // GitHub takes columns only for a range on one line.
        if start.line == end.line { properties += ["col=\(start.column)", "endColumn=\(end.column)"] }
        properties.append("title=\(property(finding.rule))")
        let text = ([finding.message] + notes(finding, report)).joined(separator: "\n")
        return "::\(command(finding.severity)) \(properties.joined(separator: ","))::\(data(text))"
    }

    private func notes(_ finding: Finding, _ report: CheckReport) -> [String] {
        let notes = finding.notes.map { note in
            (note.range.map { report.place($0) + ": " } ?? "") + note.message
        }
        return notes + (finding.help.map { ["help: \($0)"] } ?? [])
    }

    private func command(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    private func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}

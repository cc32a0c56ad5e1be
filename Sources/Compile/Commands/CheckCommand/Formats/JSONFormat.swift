import LintRules

/// `--format json`. The version rises when a reader would have to change; members are only added otherwise.
struct JSONFormat {
    static let version = 1

    func text(_ report: CheckReport) -> String {
        let document: JSONValue = [
            "version": .number(Self.version),
            "tool": "postroom check",
            "directory": .string(report.context.directory.path),
            "target": .string(report.context.target.description),
            "summary": [
                "errors": .number(report.count(.error)), "warnings": .number(report.count(.warning)),
                "notes": .number(report.count(.note)), "baseline": .number(report.baselineCount),
            ],
            "remarks": .array(report.remarks.map(JSONValue.string)),
            "findings": .array(report.findings.map { finding($0, report) }),
        ]
        return document.text
    }

    private func finding(_ finding: Finding, _ report: CheckReport) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("rule", .string(finding.rule)),
            ("severity", .string(finding.severity.rawValue)),
            ("message", .string(finding.message)),
        ]
        members += place(finding.range, report)
        members.append(
            "notes",
            .array(
                finding.notes.map { note in
                    let place = note.range.map { self.place($0, report) } ?? []
                    return .object([("message", .string(note.message))] + place)
                }))
        members.append("help", finding.help.map(JSONValue.string))
        members.append("fixable", .bool(finding.fix != nil))
        members.append("fingerprint", .string(Baseline.fingerprint(finding, report.context)))
        return .object(members)
    }

    /// Lines and columns count from 1, columns in bytes; the end is the first place after the range.
    private func place(_ range: SourceRange, _ report: CheckReport) -> [(String, JSONValue)] {
        let (start, end) = (report.start(range), report.end(range))
        return [
            ("file", .string(range.file)),
            ("line", .number(start.line)), ("column", .number(start.column)),
            ("endLine", .number(end.line)), ("endColumn", .number(end.column)),
        ]
    }
}

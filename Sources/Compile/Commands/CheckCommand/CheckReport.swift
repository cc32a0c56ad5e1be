import Diagnostics
import LintRules

/// What was found, with all that a format needs to show it.
struct CheckReport {
    let context: LintContext
    let findings: [Finding]
    let secrets: Secrets
    /// Findings that the baseline has.
    let baselineCount: Int
    let rules: [any Rule]
    /// What was not looked at.
    var remarks: [String] = []

    /// Where a range begins.
    func start(_ range: SourceRange) -> SourcePosition { position(range, range.bytes.lowerBound) }

    /// The first place after it.
    func end(_ range: SourceRange) -> SourcePosition { position(range, range.bytes.upperBound) }

    private func position(_ range: SourceRange, _ offset: Int) -> SourcePosition {
        context.text(of: range.file)?.position(of: offset) ?? SourcePosition(line: 1, column: 1)
    }

    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

    /// `main.cf:3:1`
    func place(_ range: SourceRange) -> String {
        let start = start(range)
        return "\(range.file):\(start.line):\(start.column)"
    }

    /// The worst of all findings.
    var worst: Severity? { findings.map(\.severity).max() }

    /// `2 errors, 1 warning` and so on.
    var summary: String {
        var parts: [String] = []
        for severity in [Severity.error, .warning, .note] {
            let count = count(severity)
            if count > 0 { parts.append("\(count) \(severity.rawValue)\(count == 1 ? "" : "s")") }
        }
        var text = parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
        if baselineCount > 0 { text += "; \(baselineCount) more in the baseline" }
        let fixable = findings.count { $0.fix != nil }
        if fixable > 0 { text += "; --fix mends \(fixable)" }
        return text
    }
}

import LintRules

/// A finding a line, as editors and other compilers have it.
struct ShortFormat {
    func text(_ report: CheckReport) -> String {
        report.findings.map { finding in
            "\(report.place(finding.range)): \(finding.severity.rawValue)[\(finding.rule)]: \(finding.message)\n"
        }.joined()
    }
}

import LintRules

/// `--format junit`: a test suite with a case for each rule that ran; what a rule found is its failure.
struct JUnitFormat {
    func text(_ report: CheckReport) -> String {
        let identifiers = report.rules.map(\.documentation.identifier)
        let failed = Set(report.findings.map(\.rule))
        let counts = "tests=\"\(identifiers.count)\" failures=\"\(failed.count)\" errors=\"0\""
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites \(counts)>\n"
        text += "  <testsuite name=\"postroom check\" \(counts) skipped=\"0\">\n"
        for identifier in identifiers { text += testCase(identifier, report) }
        return text + "  </testsuite>\n</testsuites>\n"
    }

    private func testCase(_ identifier: String, _ report: CheckReport) -> String {
        let findings = report.findings.filter { $0.rule == identifier }
        let head = "    <testcase classname=\"postroom.check\" name=\"\(escaped(identifier))\""
        guard let first = findings.first else { return head + "/>\n" }
        let lines = findings.map { finding in
            let help = finding.help.map { "; \($0)" } ?? ""
            return "\(report.place(finding.range)): \(finding.severity.rawValue): \(finding.message)\(help)\n"
        }.joined()
        let failure =
            "<failure type=\"\(first.severity.rawValue)\" message=\"\(escaped(first.message))\">"
        return head + ">\n      " + failure + escaped(lines) + "</failure>\n    </testcase>\n"
    }

    /// Text for XML 1.0; what no XML may have is replaced.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

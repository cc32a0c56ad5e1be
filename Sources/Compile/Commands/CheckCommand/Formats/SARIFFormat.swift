import ByteScanning
import Diagnostics
import LintRules

/// `--format sarif`: a log of SARIF 2.1.0 (OASIS), as code hosting services read it.
struct SARIFFormat {
    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    func text(_ report: CheckReport) -> String {
        let rules = report.rules.map(\.documentation)
        let driver: JSONValue = [
            "name": "postroom check",
            "version": "0.1.0",
            "rules": .array(rules.map(rule)),
        ]
        let run: JSONValue = [
            "tool": ["driver": driver],
            "columnKind": "utf16CodeUnits",
            "results": .array(report.findings.map { result($0, rules, report) }),
        ]
        let log: JSONValue = ["$schema": .string(Self.schema), "version": "2.1.0", "runs": [run]]
        return log.text
    }

    private func rule(_ rule: RuleDocumentation) -> JSONValue {
        [
            "id": .string(rule.identifier),
            "shortDescription": ["text": .string(rule.title)],
            "fullDescription": ["text": .string(rule.what)],
            "help": ["text": .string("\(rule.why) At run time: \(rule.atRunTime) Mend: \(rule.mend)")],
            "defaultConfiguration": ["level": .string(level(rule.severity))],
        ]
    }

    private func result(
        _ finding: Finding, _ rules: [RuleDocumentation], _ report: CheckReport
    ) -> JSONValue {
        let help = finding.help.map { "; \($0)" } ?? ""
        var members: [(String, JSONValue)] = [("ruleId", .string(finding.rule))]
        members.append(
            "ruleIndex", rules.firstIndex { $0.identifier == finding.rule }.map(JSONValue.number))
        members.append("level", .string(level(finding.severity)))
        members.append("message", ["text": .string(finding.message + help)])
        members.append("locations", [["physicalLocation": location(finding.range, report)]])
        let related = finding.notes.compactMap { note in
            note.range.map { range -> JSONValue in
                ["physicalLocation": location(range, report), "message": ["text": .string(note.message)]]
            }
        }
        if !related.isEmpty { members.append("relatedLocations", .array(related)) }
        let fingerprint = Baseline.fingerprint(finding, report.context)
        members.append("partialFingerprints", ["postroom/v1": .string(fingerprint)])
        return .object(members)
    }

    private func location(_ range: SourceRange, _ report: CheckReport) -> JSONValue {
        let (start, end) = (report.start(range), report.end(range))
        return [
            "artifactLocation": ["uri": .string(Self.uri(range.file))],
            "region": [
                "startLine": .number(start.line), "startColumn": .number(column(start, range.file, report)),
                "endLine": .number(end.line), "endColumn": .number(column(end, range.file, report)),
            ],
        ]
    }

    /// Columns of SARIF count UTF-16 code units.
    private func column(_ position: SourcePosition, _ file: String, _ report: CheckReport) -> Int {
        guard let lines = report.context.text(of: file) else { return position.column }
        let before = lines.text(ofLine: position.line).prefix(position.column - 1)
        return String(decoding: before, as: UTF8.self).utf16.count + 1
    }

    private func level(_ severity: Severity) -> String { severity.rawValue }

    /// The file's name as a URI reference; what may not stand in one is written as `%XX` (RFC 3986 section 3.3).
    static func uri(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var text = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            if ASCII.isAlphanumeric(byte) || "/-._~".utf8.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%"
                text.unicodeScalars.append(digits[Int(byte >> 4)])
                text.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
        return text
    }
}

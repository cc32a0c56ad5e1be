import Diagnostics

/// Runs rules over a configuration.
public struct Linter {
    public var rules: [any Rule]
    /// Findings below it are left out.
    public var minimumSeverity: Severity

    public init(rules: [any Rule], minimumSeverity: Severity = .note) {
        self.rules = rules
        self.minimumSeverity = minimumSeverity
    }

    /// The findings by file and place, without those that a comment allows.
    public func findings(_ context: LintContext) -> [Finding] {
        var all: [Finding] = []
        var allowances: [String: Allowances] = [:]
        var worst: [Line: Severity] = [:]
        for rule in rules where rule.documentation.needs != .earlierConfiguration || context.earlier != nil {
            var findings = Findings(of: rule.documentation)
            rule.check(context, &findings)
            let isLastResort = rule is RefusedByBuild
            for finding in findings.all {
                let lines = Self.lines(of: finding, context)
                // Only for what no other rule says as clearly, allowed or not.
                if isLastResort, lines.contains(where: { worst[$0].map { $0 >= finding.severity } ?? false })
                {
                    continue
                }
                if !isLastResort {
                    for line in lines { worst[line] = max(worst[line] ?? .note, finding.severity) }
                }
                guard finding.severity >= minimumSeverity else { continue }
                let file = finding.range.file
                if let text = context.text(of: file) {
                    let known = allowances[file] ?? Allowances(text)
                    allowances[file] = known
                    let line = text.position(of: finding.range.bytes.lowerBound).line
                    if known.allows(rule.documentation, line: line) { continue }
                }
                all.append(finding)
            }
        }
        return Self.sorted(all, context)
    }

    private struct Line: Hashable {
        var file: String
        var number: Int
    }

    private static func lines(of finding: Finding, _ context: LintContext) -> [Line] {
        guard let text = context.text(of: finding.range.file) else { return [] }
        let bytes = finding.range.bytes
        let first = text.position(of: bytes.lowerBound).line
        let last = text.position(of: max(bytes.lowerBound, bytes.upperBound - 1)).line
        return (first...max(first, last)).map { Line(file: finding.range.file, number: $0) }
    }

    /// main.cf, master.cf, then the tables by name.
    private static func sorted(_ findings: [Finding], _ context: LintContext) -> [Finding] {
        let first = [context.directory.main.source.path, context.directory.master?.source.path ?? ""]
        func rank(_ file: String) -> Int { first.firstIndex(of: file) ?? first.count }
        func order(_ finding: Finding) -> (Int, String, Int, Int) {
            let range = finding.range
            return (rank(range.file), range.file, range.bytes.lowerBound, range.bytes.upperBound)
        }
        return findings.sorted { (order($0), $0.rule) < (order($1), $1.rule) }
    }
}

private func < (left: ((Int, String, Int, Int), String), right: ((Int, String, Int, Int), String)) -> Bool {
    left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
}

import Diagnostics
import LintRules

/// Findings as people read them: where one rule finds many rows of one table, the first of them and how many there are
/// more. Those of main.cf and master.cf are all shown.
struct GroupedFindings {
    struct Entry {
        let finding: Finding
        /// How many findings of the same rule and file are left out behind it.
        var omitted = 0
    }

    private(set) var entries: [Entry] = []

    /// So many are shown one by one.
    private static let limit = 10
    /// So many are shown of more.
    private static let shown = 3

    private struct Group: Hashable {
        var rule: String
        var file: String
        var severity: Severity

        init(_ finding: Finding) {
            (rule, file, severity) = (finding.rule, finding.range.file, finding.severity)
        }
    }

    init(_ report: CheckReport) {
        let directory = report.context.directory
        let whole = [directory.main.source.path, directory.master?.source.path]
        var counts: [Group: Int] = [:]
        for finding in report.findings { counts[Group(finding), default: 0] += 1 }
        var numbers: [Group: Int] = [:]
        for finding in report.findings {
            let group = Group(finding)
            let count = counts[group, default: 0]
            guard count > Self.limit, !whole.contains(group.file) else {
                entries.append(Entry(finding: finding))
                continue
            }
            let number = numbers[group, default: 0] + 1
            numbers[group] = number
            if number <= Self.shown {
                entries.append(
                    Entry(finding: finding, omitted: number == Self.shown ? count - Self.shown : 0))
            }
        }
    }
}

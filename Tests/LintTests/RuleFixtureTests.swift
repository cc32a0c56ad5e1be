import Foundation
import LintRules
import Testing

/// Every rule finds what is marked in its bad example, nothing in its good one, and says it in the words of the golden file
/// (`POSTROOM_UPDATE_GOLDENS=1` writes these anew).
@Suite struct RuleFixtureTests {
    static let rules = RuleRegistry.all.map(\.documentation).filter { $0.needs != .machine }.map(\.identifier)

    @Test(arguments: rules)
    func `a rule finds what is marked, and nothing else`(rule: String) throws {
        let fixture = Fixture(rule: rule)
        try #require(fixture.exists("bad"), "fixtures/lint/\(rule)/bad is missing")
        let found = try Program.check(
            try fixture.options + ["--select", rule, "bad"], in: fixture.path
        ).findings.map { finding in
            let end = finding.endLine == finding.line ? finding.endColumn : try fixture.endOfLine(finding)
            return Fixture.Mark(
                file: finding.file, line: finding.line,
                columns: finding.column..<max(end, finding.column + 1))
        }
        #expect(try Set(found).sorted() == fixture.marks.sorted())
        #expect(!found.isEmpty)
    }

    @Test(arguments: rules)
    func `a rule finds nothing in its good example, and no other rule an error`(rule: String) throws {
        let fixture = Fixture(rule: rule)
        try #require(fixture.exists("good"), "fixtures/lint/\(rule)/good is missing")
        let own = try Program.check(try fixture.options + ["--select", rule, "good"], in: fixture.path)
        #expect(own.findings.map { "\($0.file):\($0.line): \($0.message)" } == [])
        let all = try Program.check(
            try fixture.options + ["--severity", "error", "good"], in: fixture.path)
        #expect(all.findings.map { "\($0.file):\($0.line): \($0.rule): \($0.message)" } == [])
    }

    @Test(arguments: rules)
    func `what a rule says is in its golden file`(rule: String) throws {
        let fixture = Fixture(rule: rule)
        let words = try ["check", "--color", "never", "--select", rule] + fixture.options + ["bad"]
        let output = try Program.run(words, in: fixture.path).output
            .replacing("\(fixture.path)/bad:", with: "bad:")
        let golden = fixture.path + "/expected.txt"
        if ProcessInfo.processInfo.environment["POSTROOM_UPDATE_GOLDENS"] == "1" {
            try Data(output.utf8).write(to: URL(fileURLWithPath: golden))
        }
        #expect(try output == fixture.text("expected.txt"))
    }
}

extension Fixture {
    /// The first column after a line.
    func endOfLine(_ finding: Program.Report.Finding) throws -> Int {
        let lines = try text(finding.file).split(separator: "\n", omittingEmptySubsequences: false)
        return lines[finding.line - 1].utf8.count + 1
    }
}

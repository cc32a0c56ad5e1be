import Foundation
import LintRules
import Testing

/// docs/rules/coverage.md has every rule, and says of Postfix what was measured (`postfix.txt` beside each example).
@Suite struct CoverageTableTests {
    private struct Row {
        var titles: [String]
        var cells: [String]
        var rules: [String]
    }

    private static let path = Fixture.root + "/docs/rules/coverage.md"

    private static func rows() throws -> [Row] {
        var rows: [Row] = []
        var titles: [String] = []
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            guard line.hasPrefix("| ") else {
                if !line.hasPrefix("|") { titles = [] }
                continue
            }
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            if titles.isEmpty {
                titles = cells
                continue
            }
            let rules = line.matches(of: /\]\(([a-z]+\/[a-z-]+)\.md\)/).map { String($0.output.1) }
            rows.append(Row(titles: titles, cells: cells, rules: rules))
        }
        return rows
    }

    private static func measurement(of rule: String) throws -> Measurement? {
        let fixture = Fixture(rule: rule)
        return fixture.exists("postfix.txt") ? Measurement(parsing: try fixture.text("postfix.txt")) : nil
    }

    @Test func `every rule has a row`() throws {
        let listed = Set(try Self.rows().flatMap(\.rules))
        let missing = RuleRegistry.all.map(\.documentation.identifier).filter { !listed.contains($0) }
        #expect(missing == [])
    }

    @Test func `what is quoted was said`() throws {
        for row in try Self.rows() where row.titles.count == 5 {
            let rule = try #require(row.rules.first, "\(row.cells)")
            guard let measured = try Self.measurement(of: rule) else { continue }
            for (title, cell) in zip(row.titles, row.cells).dropFirst().dropLast() {
                let lines = Self.lines(measured, title)
                for quote in cell.matches(of: /`([^`]+)`/).map({ String($0.output.1) }) where quote.count > 12
                {
                    #expect(lines.contains { Self.says($0, quote) }, "\(rule), \(title): \(quote)")
                }
                guard cell.hasPrefix("-") else { continue }
                let complaints = lines.filter(Self.isComplaint)
                #expect(complaints == [], "\(rule), \(title) has a dash")
            }
        }
    }

    @Test func `what is an error costs mail or stops a program`() throws {
        for rule in RuleRegistry.all.map(\.documentation) where rule.severity == .error {
            guard let measured = try Self.measurement(of: rule.identifier) else { continue }
            let lines = measured.sections.flatMap(\.lines)
            let isCostly = lines.contains { line in
                Self.costs.contains { line.contains($0) }
            }
            // Mail that passes is what is wrong with an open relay.
            #expect(isCostly || rule.identifier == "relay/open", "\(rule.identifier)")
        }
    }

    private static let costs = [
        "fatal:", "status=deferred", "status=bounced", ": 451 ", ": 454 ", ": 530 ", ": 550 ", ": 554 ",
        "skipping this rule", "error in regex", "message not accepted", "expected format",
        "connect #1 to subsystem", "killed by signal",
    ]

    /// The lines that a column is about.
    private static func lines(_ measured: Measurement, _ title: String) -> [String] {
        let names: [String] =
            switch title {
            case "`postfix check`": ["postfix check"]
            case "`postconf`": ["postconf -n", "postconf -M"]
            default: [Measurement.logTitle, Measurement.repliesTitle]
            }
        return measured.sections.filter { names.contains($0.title) }.flatMap(\.lines)
    }

    private static func isComplaint(_ line: String) -> Bool {
        [" warning:", " error:", " fatal:"].contains { line.contains($0) }
    }

    /// Whether a line has the pieces of a quote, which dots leave out between them, in order.
    private static func says(_ line: String, _ quote: String) -> Bool {
        var rest = line[...]
        for piece in quote.split(separator: "...").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}

import Foundation
import FoundationXML
import Testing

/// Each format against a golden file with the whole output (`POSTROOM_UPDATE_GOLDENS=1` writes these anew).
@Suite struct CheckOutputTests {
    private static let directory = Fixture.root + "/fixtures/check"

    private func golden(_ output: String, _ name: String) throws {
        let url = URL(fileURLWithPath: Self.directory + "/" + name)
        let output = output.replacing(Self.directory, with: "ROOT")
        if ProcessInfo.processInfo.environment["POSTROOM_UPDATE_GOLDENS"] == "1" {
            try Data(output.utf8).write(to: url)
        }
        #expect(try output == String(decoding: Data(contentsOf: url), as: UTF8.self))
    }

    @Test(arguments: ["text", "short", "json", "sarif", "github", "junit"])
    func `a format prints what its golden file has`(format: String) throws {
        // Only these groups, so that the files do not change with each new rule elsewhere.
        let answer = try Program.run(
            ["check", "--format", format, "--select", "parameter,master", "sample"], in: Self.directory)
        #expect(answer.status == 1)
        #expect(answer.errors == "")
        try golden(answer.output, "expected.\(format)")
    }

    @Test func `colours are for those who ask for them`() throws {
        let words = ["check", "--select", "parameter,master", "sample"]
        let plain = try Program.run(words, in: Self.directory)
        #expect(!plain.output.contains("\u{1B}"))
        let colored = try Program.run(words + ["--color", "always"], in: Self.directory)
        #expect(colored.output.contains("\u{1B}[1;31merror[parameter/inline-comment]\u{1B}[0m"))
    }

    @Test func `mends are shown as a diff, and the files stay as they are`() throws {
        let before = try Data(contentsOf: URL(fileURLWithPath: Self.directory + "/sample/main.cf"))
        let answer = try Program.run(
            ["check", "--fix", "--dry-run", "--select", "parameter,master", "sample"], in: Self.directory)
        try golden(answer.output, "expected.diff")
        #expect(try Data(contentsOf: URL(fileURLWithPath: Self.directory + "/sample/main.cf")) == before)
    }

    @Test func `the effective configuration of a service has its overrides and where they come from`() throws
    {
        let answer = try Program.run(["check", "--effective", "smtp/inet", "sample"], in: Self.directory)
        #expect(answer.status == 0)
        try golden(answer.output, "expected.effective")
    }

    @Test func `the log of SARIF has what its readers need`() throws {
        let answer = try Program.run(["check", "--format", "sarif", "sample"], in: Self.directory)
        let log = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(!results.isEmpty)
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
            #expect(["error", "warning", "note"].contains(result["level"] as? String ?? ""))
        }
    }

    @Test func `JUnit is XML`() throws {
        let answer = try Program.run(["check", "--format", "junit", "sample"], in: Self.directory)
        let document = try XMLDocument(data: Data(answer.output.utf8))
        let failures = try document.nodes(forXPath: "/testsuites/testsuite/testcase/failure")
        #expect(!failures.isEmpty)
    }
}

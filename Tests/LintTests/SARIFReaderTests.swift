import Foundation
import TestSupport
import Testing

/// SARIF is for programs of other people: one that is public reads what we write.
@Suite(
    .enabled(
        if: FileManager.default.fileExists(atPath: "/usr/lib/python3/dist-packages/sarif_om"),
        "needs python3-sarif-python-om"))
struct SARIFReaderTests {
    private static let examples = Fixture.root + "/fixtures/check"

    private func read(_ log: String) throws -> ProgramRun {
        try ProgramRun(["/usr/bin/python3", Self.examples + "/read-sarif.py"], input: log)
    }

    @Test func `a log is read by the public object model`() throws {
        let log = try ProgramRun.postroom("check", "--format", "sarif", "sample", in: Self.examples).output
        let answer = try read(log)
        #expect(answer.errors == "")
        let findings = try Program.check(["sample"], in: Self.examples).findings
        #expect(answer.output == "\(findings.count)\n")
    }

    @Test func `a member that SARIF does not have is refused`() throws {
        let log = try ProgramRun.postroom("check", "--format", "sarif", "sample", in: Self.examples).output
        #expect(try read(log.replacing("\"ruleIndex\"", with: "\"ruleNumber\"")).status == 1)
    }
}

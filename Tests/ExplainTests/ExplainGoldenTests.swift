import Foundation
import TestSupport
import Testing

/// Explanations of the examples, word for word. `POSTROOM_UPDATE_GOLDENS=1` writes them anew.
@Suite struct ExplainGoldenTests {
    static let cases: [(String, [String])] = [
        ("null-client", ["explain", "root", "anna@app1.example.com", "x@far.example"]),
        (
            "virtual-domains",
            ["explain", "--client", "203.0.113.9", "--sender", "x@far.example", "x@far.example"]
        ),
        ("backup-mx", ["explain", "--client", "203.0.113.9", "nosuch@example.com"]),
        ("satellite-sasl", ["explain", "--header", "From: anna", "x@far.example"]),
        ("submission-filter", ["graph", "--dot"]),
        ("backup-mx", ["graph"]),
    ]

    @Test(arguments: cases.indices) func `an example is explained`(number: Int) throws {
        let (example, words) = Self.cases[number]
        let answer = try ProgramRun(
            [BuiltProgram.postroom, words[0], "-c", "conf-examples/" + example] + words.dropFirst())
        #expect(answer.errors == "")
        let output = answer.output.replacingOccurrences(of: BuiltProgram.repository, with: "ROOT")
        let golden = BuiltProgram.repository + "/fixtures/explain/\(number)-\(example)-\(words[0]).txt"
        if ProcessInfo.processInfo.environment["POSTROOM_UPDATE_GOLDENS"] != nil {
            try Data(output.utf8).write(to: URL(fileURLWithPath: golden))
        }
        #expect(output == (try? String(contentsOfFile: golden, encoding: .utf8)))
    }
}

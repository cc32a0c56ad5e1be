import Foundation
import FoundationXML
import Testing

/// What other programs demand of the formats that they read.
@Suite struct CheckFormatTests {
    /// A configuration in a directory of that name, with text that has to be escaped.
    private func output(_ format: String, in name: String = "etc", main: String) throws -> String {
        let directory = NSTemporaryDirectory() + "postroom-format-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let path = directory + "/" + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data(main.utf8).write(to: URL(fileURLWithPath: path + "/main.cf"))
        let answer = try Program.run(["check", "--format", format, name], in: directory)
        #expect(answer.errors == "")
        return answer.output
    }

    private static let awkward =
        "compatibility_level = 3.6\nmyhostname = mail.example.com\n"
        + "a<b&c\"\u{1}\u{FFFE}\u{FFFF}\u{1F600}é\\ = x\n"

    // MARK: SARIF 2.1.0

    /// The members of each object that we write, and whether the schema demands them.
    private static let members: [String: [String: Bool]] = [
        "log": ["$schema": false, "version": true, "runs": true],
        "run": ["tool": true, "columnKind": false, "results": false],
        "tool": ["driver": true],
        "driver": ["name": true, "version": false, "rules": false],
        "rule": [
            "id": true, "shortDescription": false, "fullDescription": false, "help": false,
            "defaultConfiguration": false,
        ],
        "result": [
            "ruleId": false, "ruleIndex": false, "level": false, "message": true, "locations": false,
            "relatedLocations": false, "partialFingerprints": false,
        ],
        "location": ["physicalLocation": false, "message": false],
        "physicalLocation": ["artifactLocation": false, "region": false],
        "artifactLocation": ["uri": false],
        "region": ["startLine": false, "startColumn": false, "endLine": false, "endColumn": false],
        "message": ["text": true],
    ]

    private func object(_ value: Any?, _ kind: String) throws -> [String: Any] {
        let object = try #require(value as? [String: Any], "\(kind)")
        let known = Self.members[kind] ?? [:]
        #expect(Set(object.keys).subtracting(known.keys) == [], "\(kind)")
        #expect(Set(known.filter(\.value).keys).subtracting(object.keys) == [], "\(kind)")
        return object
    }

    private func checkLocation(_ value: Any) throws {
        let location = try object(value, "location")
        if let message = location["message"] { _ = try object(message, "message") }
        let place = try object(location["physicalLocation"], "physicalLocation")
        let uri = try object(place["artifactLocation"], "artifactLocation")["uri"] as? String
        #expect(URL(string: try #require(uri)) != nil)
        let region = try object(place["region"], "region")
        for (name, number) in region { #expect(try #require(number as? Int) >= 1, "\(name)") }
    }

    private func checkLog(_ text: String) throws {
        let log = try object(try JSONSerialization.jsonObject(with: Data(text.utf8)), "log")
        #expect(log["version"] as? String == "2.1.0")
        for run in try #require(log["runs"] as? [Any]) {
            let run = try object(run, "run")
            #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"] as? String))
            let driver = try object(try object(run["tool"], "tool")["driver"], "driver")
            let rules = try #require(driver["rules"] as? [Any]).map { try object($0, "rule") }
            #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
            for rule in rules {
                for name in ["shortDescription", "fullDescription", "help"] {
                    _ = try object(rule[name], "message")
                }
            }
            for result in try #require(run["results"] as? [Any]) {
                let result = try object(result, "result")
                _ = try object(result["message"], "message")
                #expect(["none", "note", "warning", "error"].contains(result["level"] as? String))
                #expect(rules.indices.contains(try #require(result["ruleIndex"] as? Int)))
                #expect(result["partialFingerprints"] is [String: String])
                for name in ["locations", "relatedLocations"] {
                    for location in result[name] as? [Any] ?? [] { try checkLocation(location) }
                }
            }
        }
    }

    @Test func `a log of SARIF has the members that the schema knows, and those that it demands`() throws {
        try checkLog(try output("sarif", in: "a b,c%ä", main: Self.awkward))
        let directory = Fixture.root + "/fixtures/check"
        try checkLog(try Program.run(["check", "--format", "sarif", "sample"], in: directory).output)
    }

    /// The official schema of OASIS, where somebody has it: a file that `POSTROOM_SARIF_SCHEMA` names.
    private static let schema = ProcessInfo.processInfo.environment["POSTROOM_SARIF_SCHEMA"]

    @Test(.enabled(if: schema != nil, "POSTROOM_SARIF_SCHEMA names no schema"))
    func `a log of SARIF conforms to the schema`() throws {
        let text = try output("sarif", in: "a b,c%ä", main: Self.awkward)
        let directory = Fixture.root + "/fixtures/check"
        let sample = try Program.run(["check", "--format", "sarif", "sample"], in: directory).output
        for log in [text, sample] {
            let path = NSTemporaryDirectory() + "postroom-sarif-" + UUID().uuidString
            defer { try? FileManager.default.removeItem(atPath: path) }
            try Data(log.utf8).write(to: URL(fileURLWithPath: path))
            let script =
                "import json, sys, jsonschema; schema, log = (json.load(open(name)) for name in sys.argv[1:3]); "
                + "jsonschema.validators.validator_for(schema)(schema).validate(log)"
            let process = try Process.run(
                URL(fileURLWithPath: "/usr/bin/env"),
                arguments: ["python3", "-c", script, try #require(Self.schema), path])
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }

    // MARK: JUnit

    @Test func `JUnit is XML whatever the configuration has, and its counts are right`() throws {
        let document = try XMLDocument(data: Data(try output("junit", main: Self.awkward).utf8))
        let cases = try document.nodes(forXPath: "/testsuites/testsuite/testcase")
        let failed = try document.nodes(forXPath: "/testsuites/testsuite/testcase[failure]")
        for suite in try document.nodes(forXPath: "/testsuites | /testsuites/testsuite") {
            let suite = try #require(suite as? XMLElement)
            #expect(suite.attribute(forName: "tests")?.stringValue == "\(cases.count)")
            #expect(suite.attribute(forName: "failures")?.stringValue == "\(failed.count)")
        }
        #expect(try document.nodes(forXPath: "//testcase[not(@name) or not(@classname)]").isEmpty)
        let message = try document.nodes(forXPath: "//testcase[@name='parameter/unused']/failure/@message")
        #expect(
            message.first?.stringValue
                == "nothing uses the parameter \"a<b&c\"\u{FFFD}\u{FFFD}\u{FFFD}\u{1F600}é\\\"")
    }

    // MARK: GitHub

    @Test func `what ends a property or a command of GitHub is escaped`() throws {
        let text = try output(
            "github", in: "a,b:c%d",
            main: "compatibility_level = 3.6\nmyhostname = mail.example.com\n50%,a:b = x\n")
        let line = try #require(text.split(separator: "\n").first { $0.contains("parameter/unused") })
        #expect(line.hasPrefix("::warning file=a%2Cb%3Ac%25d/main.cf,line=3,endLine=3,col=1,endColumn=8,"))
        #expect(line.hasSuffix("title=parameter/unused::nothing uses the parameter \"50%25,a:b\""))
    }
}

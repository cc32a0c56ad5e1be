import Foundation
import ParameterCatalogue
import Testing

/// What `postroom build` refuses, `postroom check` finds in the same line: an error for Postroom, and nothing less than a
/// warning for Postfix.
@Suite struct BuildAgreementTests {
    /// Values that are wrong for one type or another.
    static let values = [
        "", "nonsense", "99999999999", "-1", "nosuch:x", ":", "lmdb:", "inline:{a", "unionmap:{", "{", "{ }",
        "!",
        "10.0.0.1/8", "10.0.0.0/99", "2001:db8::/32", "$", "${a", String(repeating: "x", count: 400),
    ]

    /// Others are made of them.
    private static let apart: Set<String> = [
        "compatibility_level", "mydomain", "myhostname", "mynetworks_style", "inet_interfaces",
        "inet_protocols",
        "smtpd_restriction_classes", "config_directory", "default_database_type", "daemon_directory",
    ]

    /// Services of every program that reads parameters.
    private static let master =
        [
            "smtp inet n - n - - smtpd", "2525 inet n - n - 1 postscreen", "628 inet n - n - - qmqpd",
            "pickup unix n - n 60 1 pickup", "cleanup unix n - n - 0 cleanup", "qmgr unix n - n 300 1 qmgr",
            "rewrite unix - - n - - trivial-rewrite", "bounce unix - - n - 0 bounce",
            "local unix - n n - - local", "virtual unix - n n - - virtual", "smtp unix - - n - - smtp",
            "relay unix - - n - - smtp", "lmtp unix - - n - - lmtp", "error unix - - n - - error",
        ].joined(separator: "\n") + "\n"

    /// The parameters of the catalogue that have the same value in one main.cf.
    private static let groups: [[String]] = {
        let names = ParameterCatalogue.all.map(\.name)
        return [names.filter { !apart.contains($0) }] + names.filter(apart.contains).map { [$0] }
    }()

    @Test(arguments: values)
    func `a value that a build refuses is found in its line`(value: String) throws {
        for names in Self.groups {
            let place = try Place()
            let level = names.contains("compatibility_level") ? "" : "compatibility_level = 3.6"
            let lines = [level] + names.map { "\($0) = \(value)" }
            try place.write(lines.joined(separator: "\n") + "\n", "main.cf")
            try place.write(Self.master, "master.cf")
            try expectAgreement(place.path, place)
        }
    }

    static let fixtures: [String] = {
        let root = Fixture.root + "/fixtures/lint"
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
        return names.filter { $0.hasSuffix("/bad/main.cf") }.map { String($0.dropLast("/main.cf".count)) }
            .sorted()
    }()

    @Test(arguments: fixtures)
    func `what a build refuses in the example of a rule is found`(name: String) throws {
        try expectAgreement(Fixture.root + "/fixtures/lint/" + name, try Place())
    }

    private func expectAgreement(_ directory: String, _ place: Place) throws {
        let refused = try errors(directory, place)
        guard !refused.isEmpty else { return }
        for (target, severities) in [("postroom", ["error"]), ("postfix-3.12", ["warning", "error"])] {
            let found = try Program.check(["--target", target, directory], in: "/").findings
            for error in refused {
                let isFound = found.contains {
                    $0.file == error.file && $0.line == error.line && severities.contains($0.severity)
                }
                #expect(isFound, "\(target): \(error)")
            }
        }
    }

    private struct Report: Decodable {
        struct Diagnostic: Decodable {
            var severity: String
            var file: String
            var line: Int?
            var message: String
        }
        var diagnostics: [Diagnostic]
    }

    /// What a build refuses. Files that are not below the configuration are not there for a check, and hosts and
    /// interfaces are those of the machine.
    private func errors(_ directory: String, _ place: Place) throws -> [Report.Diagnostic] {
        let words = ["build", "--check", "--json", "-c", directory, "--output", place.path + "/compiled"]
        let answer = try Program.run(words, in: "/")
        let report = try JSONDecoder().decode(Report.self, from: Data(answer.output.utf8))
        return report.diagnostics.filter {
            $0.severity == "error" && $0.line != nil && !$0.message.contains("No such file")
                && !$0.message.hasPrefix("inet_interfaces: ")
        }
    }

    /// A directory that goes away with the value.
    private final class Place {
        let path = NSTemporaryDirectory() + "postroom-agreement-" + UUID().uuidString

        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ text: String, _ name: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
        }
    }
}

import ConfigurationCompiler
import Foundation
import Testing

/// Complete configurations: ours, and the one that Debian's postfix comes with.
@Suite struct ExampleTests {
    static let examples: [String] = {
        let root =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/conf-examples"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return names.sorted().map { root + "/" + $0 }
            .filter { FileManager.default.fileExists(atPath: $0 + "/main.cf") }
    }()

    private func build(_ directory: String) throws -> GenerationBuild.Report {
        let workspace = try Workspace()
        var options = GenerationBuild.Options(configuration: directory)
        options.output = workspace.output
        return try GenerationBuild(options, facts: Workspace.facts).run()
    }

    @Test(arguments: examples) func `an example compiles without a finding`(directory: String) throws {
        let report = try build(directory)
        #expect(report.diagnostics == [])
        #expect(report.result == .published(1))
    }

    @Test func `there are examples`() { #expect(Self.examples.count >= 7) }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: "/usr/share/doc/postfix/examples/main.cf.default")))
    func `the examples of postfix-doc compile without an error`() throws {
        let workspace = try Workspace()
        let examples = "/usr/share/doc/postfix/examples/"
        let defaults = try String(contentsOfFile: examples + "main.cf.default", encoding: .utf8)
        try workspace.write(defaults, "main.cf")
        let findings = try workspace.findings()
        #expect(findings.filter { $0.contains(": error: ") } == [])
        #expect(findings.allSatisfy { $0.contains("nis:mail.aliases") })
        let maps = [
            "smtpd_client_restrictions = check_client_access hash": "access", "alias_maps = hash": "aliases",
            "canonical_maps = hash": "canonical", "smtp_generic_maps = hash": "generic",
            "header_checks = regexp": "header_checks", "relocated_maps = hash": "relocated",
            "transport_maps = hash": "transport", "virtual_alias_maps = hash": "virtual",
        ]
        var main = ""
        for (parameter, name) in maps.sorted(by: { $0.key < $1.key }) {
            main += "\(parameter):$config_directory/\(name)\n"
            try workspace.write(String(contentsOfFile: examples + name, encoding: .utf8), name)
        }
        try workspace.write(main, "main.cf")
        #expect(try workspace.findings() == [])
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/postfix/main.cf.debian")))
    func `the stock configuration of Debian compiles without an error`() throws {
        let workspace = try Workspace()
        for (from, to) in [("main.cf.debian", "main.cf"), ("master.cf.dist", "master.cf")] {
            let text = try String(contentsOfFile: "/usr/share/postfix/" + from, encoding: .utf8)
            try workspace.write(text.replacingOccurrences(of: "__DISTRIBUTION__", with: "Debian"), to)
        }
        #expect(try workspace.findings() == [])
    }
}

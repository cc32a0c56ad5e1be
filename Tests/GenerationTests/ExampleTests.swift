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

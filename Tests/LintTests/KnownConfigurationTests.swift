import Foundation
import Testing

/// Configurations that are known to be right.
@Suite struct KnownConfigurationTests {
    private static let examples: [String] = {
        let directory = Fixture.root + "/conf-examples"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: "\(directory)/\($0)/main.cf") }.sorted()
    }()

    @Test(arguments: examples)
    func `an example configuration has no finding at all`(name: String) throws {
        // Notes for Postroom name the services that it does not need.
        for options in [["--target", "postfix-3.12"], ["--target", "postroom", "--severity", "warning"]] {
            let report = try Program.check(options + [name], in: Fixture.root + "/conf-examples")
            #expect(report.findings.map { "\($0.file):\($0.line): \($0.rule): \($0.message)" } == [])
        }
    }

    /// As Debian's package puts it together: what TLS needs is added to the rest, and names without a value, with which
    /// nothing starts, are not taken over.
    @Test(arguments: [["main.cf.dist"], ["main.cf.debian"], ["main.cf.debian", "main.cf.tls"]])
    func `the stock configuration of Debian has no error`(parts: [String]) throws {
        let manager = FileManager.default
        let master = "/etc/postfix/master.cf"
        let sources = parts.map { "/usr/share/postfix/" + $0 }
        guard (sources + [master]).allSatisfy(manager.fileExists) else { return }
        let directory = NSTemporaryDirectory() + "postroom-stock-" + UUID().uuidString
        try manager.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? manager.removeItem(atPath: directory) }
        let main = try sources.map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
            .replacing(/(?m)^[a-z_]+ = *$/, with: "")
        try Data(main.utf8).write(to: URL(fileURLWithPath: directory + "/main.cf"))
        try manager.copyItem(atPath: master, toPath: directory + "/master.cf")
        let report = try Program.check(["--severity", "error", "."], in: directory)
        #expect(report.findings.map { "\($0.file):\($0.line): \($0.rule): \($0.message)" } == [])
    }
}

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

    @Test(arguments: ["main.cf.dist", "main.cf.debian", "main.cf.tls"])
    func `the stock configuration of Debian has no error`(main: String) throws {
        let manager = FileManager.default
        let (source, master) = ("/usr/share/postfix/" + main, "/etc/postfix/master.cf")
        guard manager.fileExists(atPath: source), manager.fileExists(atPath: master) else { return }
        let directory = NSTemporaryDirectory() + "postroom-stock-" + UUID().uuidString
        try manager.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? manager.removeItem(atPath: directory) }
        try manager.copyItem(atPath: source, toPath: directory + "/main.cf")
        try manager.copyItem(atPath: master, toPath: directory + "/master.cf")
        let report = try Program.check(["--severity", "error", "."], in: directory)
        #expect(report.findings.map { "\($0.file):\($0.line): \($0.rule): \($0.message)" } == [])
    }
}

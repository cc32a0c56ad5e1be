import Foundation
import Testing

/// The rule of docs/architecture.md that the compiler cannot state: which wing may depend on which.
@Suite struct DependencyRules {
    struct Manifest: Decodable {
        struct Target: Decodable {
            var name: String
            var path: String
            var target_dependencies: [String]?
            var type: String
        }
        var targets: [Target]
    }

    static let manifest: Manifest = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let scratch = FileManager.default.temporaryDirectory.appending(path: "postroom-describe-\(getpid())")
        process.arguments = [
            "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path, "describe",
            "--type", "json",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try! process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: scratch)
        return try! JSONDecoder().decode(Manifest.self, from: data)
    }()

    private func wing(_ path: String) -> String {
        String(path.split(separator: "/").dropFirst().first ?? "")
    }

    @Test func `no target of Run depends on one of Compile`() {
        check("Run", forbids: ["Compile", "Programs", "Tooling"])
    }

    @Test func `no target of Core depends on a wing`() {
        check("Core", forbids: ["Run", "Compile", "Programs", "Tooling"])
    }

    @Test func `of Run, Compile uses only lookups and routing`() {
        let allowed: Set = ["CompiledTables", "AddressRouting"]
        let run = Set(Self.manifest.targets.filter { wing($0.path) == "Run" }.map(\.name)).subtracting(
            allowed)
        for target in Self.manifest.targets where wing(target.path) == "Compile" {
            #expect(run.isDisjoint(with: target.target_dependencies ?? []), "\(target.name)")
        }
    }

    private func check(_ name: String, forbids wings: Set<String>) {
        let targets = Self.manifest.targets
        let forbidden = Set(targets.filter { wings.contains(wing($0.path)) }.map(\.name))
        let own = targets.filter { wing($0.path) == name }
        #expect(!own.isEmpty)
        for target in own {
            #expect(forbidden.isDisjoint(with: target.target_dependencies ?? []), "\(target.name)")
        }
    }
}

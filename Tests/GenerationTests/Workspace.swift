import CompiledTables
import ConfigurationCompiler
import ConfigurationSemantics
import Diagnostics
import Foundation
import NetworkAddress
import TableFormat
import Testing

/// A configuration directory and a directory of generations that go away with the value.
final class Workspace {
    let path: String

    var configuration: String { path + "/etc" }
    var output: String { path + "/compiled" }

    /// A machine that is the same everywhere.
    static let facts = SystemFacts(
        hostName: "host.example.com", processID: 1,
        interfaces: [
            SystemFacts.Interface(address: .v4(IPv4Address(bits: 0x7F00_0001)), length: 8),
            SystemFacts.Interface(address: .v6(IPv6Address(bits: 1)), length: 128),
        ])

    init(main: String = "", master: String? = nil) throws {
        path = NSTemporaryDirectory() + "postroom-generation-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path + "/etc", withIntermediateDirectories: true)
        try write(main, "main.cf")
        if let master { try write(master, "master.cf") }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file of the configuration directory.
    func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: configuration + "/" + name))
    }

    func build(
        _ change: (inout GenerationBuild.Options) -> Void = { _ in }
    ) throws -> GenerationBuild.Report {
        var options = GenerationBuild.Options(configuration: configuration)
        options.output = output
        change(&options)
        return try GenerationBuild(options, facts: Self.facts).run()
    }

    /// The generation of the configuration, which must have no error.
    func generation() throws -> Generation {
        let report = try build()
        #expect(report.diagnostics.filter { $0.severity == .error } == [])
        return try Generation(current: output)
    }

    /// What a build finds, with `DIR` for the directory.
    func findings() throws -> [String] {
        try build().diagnostics.map {
            $0.description.replacingOccurrences(of: configuration, with: "DIR")
        }
    }

    /// The names and the contents of all files in the directory of generations, links with what they say.
    func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: output) {
            let full = output + "/" + name
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full) {
                files[name] = Data(target.utf8)
            } else if let content = FileManager.default.contents(atPath: full) {
                files[name] = content
            }
        }
        return files
    }
}

/// How the tests of tables want keys.
let policy = KeyPolicy(folding: .unicode, checksUTF8: true)

extension LookupTable {
    func text(_ key: String) throws -> String? {
        try value(for: Array(key.utf8).span).map { String(decoding: $0, as: UTF8.self) }
    }
}

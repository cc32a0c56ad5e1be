import CompiledTables
import Foundation
import TestSupport
import Testing

/// `postroom fmt` changes nothing that a daemon sees.
@Suite struct LayoutGenerationTests {
    private static let cases = SeededRandom.cases(120)

    @Test(arguments: 0..<4)
    func `what is compiled is the same before and after fmt`(part: Int) throws {
        var layout = RandomLayout(random: SeededRandom("LayoutGenerationTests", part: part))
        var compiled = 0
        for number in 0..<Self.cases / 4 {
            let workspace = try Workspace(main: layout.main(), master: layout.master())
            for name in RandomLayout.tableNames { try workspace.write(layout.table(name), name) }
            let before = try Self.sources(workspace)
            let errors = try Self.build(workspace, "before")
            let files = try FileManager.default.contentsOfDirectory(atPath: workspace.configuration)
                .map { workspace.configuration + "/" + $0 }
            let answer = try ProgramRun([BuiltProgram.postroom, "fmt"] + files)
            try #require(answer.status == 0, "\(answer.errors)")
            let later = try Self.build(workspace, "after")
            let comment = Comment(
                rawValue: "case \(number)\n\(before)\nafter:\n\(try Self.sources(workspace))")
            try #require(errors == later, comment)
            guard errors.isEmpty else { continue }
            compiled += 1
            let differences = try DaemonView(of: workspace.path + "/after")
                .differences(from: try DaemonView(of: workspace.path + "/before"))
            try #require(differences == [], comment)
        }
        #expect(compiled > Self.cases / 16, "of \(Self.cases / 4)")
    }

    @Test func `a view of a generation has its tables, lists and settings`() throws {
        let workspace = try Workspace(
            main: "mynetworks = 10.0.0.0/8\nalias_maps = hash:$config_directory/map\n")
        try workspace.write("a: b\n", "map")
        _ = try Self.build(workspace, "first")
        for (text, name, isSame) in [
            ("\n\na:  b\n", "map", true), ("a: c\n", "map", false),
            ("\nmynetworks =\n    10.0.0.0/8\nalias_maps = hash:$config_directory/map\n", "main.cf", true),
            ("mynetworks = 10.0.0.0/16\nalias_maps = hash:$config_directory/map\n", "main.cf", false),
        ] {
            try workspace.write(text, name)
            _ = try Self.build(workspace, "second")
            let differences = try DaemonView(of: workspace.path + "/second")
                .differences(from: try DaemonView(of: workspace.path + "/first"))
            #expect(differences.isEmpty == isSame, "\(text): \(differences)")
            try workspace.write("a: b\n", "map")
        }
    }

    /// The errors, without their places.
    private static func build(_ workspace: Workspace, _ name: String) throws -> [String] {
        let report = try workspace.build { $0.output = workspace.path + "/" + name }
        return report.diagnostics.filter { $0.severity == .error }.map(\.message)
    }

    private static func sources(_ workspace: Workspace) throws -> String {
        try FileManager.default.contentsOfDirectory(atPath: workspace.configuration).sorted().map { name in
            let path = workspace.configuration + "/" + name
            return "== \(name)\n" + (try String(contentsOfFile: path, encoding: .utf8))
        }.joined()
    }
}

import CompiledTables
import Foundation
import ParameterCatalogue
import TestSupport
import Testing

/// `postroom build`, `generations` and `rollback` as people and programs see them (postroom-build(1)).
@Suite struct BuildCommandTests {
    private func site() throws -> Workspace {
        let workspace = try Workspace(
            main: """
                compiled_directory = $config_directory/../compiled
                virtual_alias_maps = lmdb:$config_directory/virtual
                alias_maps = lmdb:$config_directory/aliases
                mynetworks = 127.0.0.0/8
                """)
        try workspace.write("a@example.com b\n", "virtual")
        try workspace.write("root: anna\n", "aliases")
        return workspace
    }

    @Test func `exit statuses tell what happened`() throws {
        let workspace = try site()
        let directory = workspace.configuration
        #expect(try ProgramRun.postroom("build", "-c", directory, "--check").status == 3)
        #expect(try ProgramRun.postroom("build", "-c", directory, "--dry-run").status == 0)
        #expect(!FileManager.default.fileExists(atPath: workspace.output))
        #expect(try ProgramRun.postroom("build", "-c", directory).status == 0)
        #expect(try ProgramRun.postroom("build", "-c", directory, "--check").status == 0)
        try workspace.write("lonely\n", "virtual")
        let refused = try ProgramRun.postroom("build", "-c", directory)
        #expect(refused.status == 1)
        #expect(refused.output == "")
        #expect(refused.errors.hasSuffix("postroom build: 1 error; nothing was changed\n"))
        #expect(try ProgramRun.postroom("build", "-c", directory, "--check").status == 1)
        #expect(try ProgramRun.postroom("build", "-c", directory + "/nowhere").status == 2)
        #expect(try ProgramRun.postroom("build", "--output").status == 2)
        #expect(try ProgramRun.postroom("build", "--bogus").status == 2)
    }

    @Test func `people are told what was compiled, and that nothing changed`() throws {
        let workspace = try site()
        let first = try ProgramRun.postroom("build", "-c", workspace.configuration)
        #expect(first.output.contains(/compiled lmdb:\S+\/virtual, 1 row, [0-9.]+ ms/))
        #expect(
            first.output.contains("generation 1 is in force: 0 services, 3 tables compiled, 0 up to date"))
        #expect(first.errors == "")
        let second = try ProgramRun.postroom("build", "-c", workspace.configuration)
        #expect(second.output.hasPrefix("generation 1 is up to date"))
    }

    @Test func `programs get one JSON document with a version`() throws {
        let workspace = try site()
        let answer = try ProgramRun.postroom("build", "-c", workspace.configuration, "--json")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
        #expect(json["version"] as? Int == 1)
        #expect(json["result"] as? String == "published")
        #expect(json["generation"] as? Int == 1)
        #expect((json["tables"] as? [[String: Any]])?.count == 9)
        try workspace.write("lonely\n", "virtual")
        let refused = try ProgramRun.postroom("build", "-c", workspace.configuration, "--json")
        let findings = try #require(
            try JSONSerialization.jsonObject(with: Data(refused.output.utf8)) as? [String: Any])
        #expect(findings["result"] as? String == "refused")
        let first = (findings["diagnostics"] as? [[String: Any]])?.first
        #expect(first?["line"] as? Int == 1)
        #expect(first?["severity"] as? String == "error")
    }

    @Test func `postmap and postalias put a generation with the new table in force`() throws {
        let workspace = try site()
        let directory = workspace.configuration
        func isIn(_ number: Int) throws -> Bool {
            try ProgramRun.postroom("generations", "-c", directory).output.contains("* \(number)  ")
        }
        func answer(_ key: String) throws -> String? {
            let generation = try Generation(current: workspace.output)
            let list = try generation.configuration()[.virtualAliasMaps]
            return try generation.tables(list, policy: policy) { _ in }.first?.text(key)
        }
        _ = try ProgramRun.postroom("build", "-c", directory)
        try workspace.write("a@example.com new\n", "virtual")
        #expect(try ProgramRun.postroom("postmap", "-c", directory, directory + "/virtual").status == 0)
        #expect(try isIn(2))
        #expect(try answer("a@example.com") == "new")
        #expect(
            try ProgramRun.postroom("build", "-c", directory).output.hasPrefix("generation 2 is up to date"))
        _ = try ProgramRun.postroom("postmap", "-c", directory, directory + "/virtual")
        #expect(try isIn(2))
        let map = directory + "/virtual"
        let added = try ProgramRun(
            [BuiltProgram.postroom, "postmap", "-c", directory, "-i", map], input: "x@example.com y\n")
        #expect(added.status == 0)
        #expect(try isIn(3))
        #expect(try answer("x@example.com") == "y")
        #expect(try answer("a@example.com") == "new")
        _ = try ProgramRun.postroom("postmap", "-c", directory, "-d", "x@example.com", map)
        #expect(try isIn(4))
        #expect(try answer("x@example.com") == nil)
        try workspace.write("root: bruno\n", "aliases")
        #expect(try ProgramRun.postroom("postalias", "-c", directory, directory + "/aliases").status == 0)
        #expect(try isIn(5))
    }

    @Test func `a map with a mistake does not get into a generation, nor does an unfinished main.cf`() throws
    {
        let workspace = try site()
        let directory = workspace.configuration
        _ = try ProgramRun.postroom("build", "-c", directory)
        try workspace.write("lonely\na@example.com b\n", "virtual")
        let refused = try ProgramRun.postroom("postmap", "-c", directory, directory + "/virtual")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("the generation in force is unchanged"))
        try workspace.write("c@example.com d\n", "virtual")
        let main = try String(contentsOfFile: directory + "/main.cf", encoding: .utf8)
        try workspace.write(main + "\nmail_name = Unfinished\n", "main.cf")
        #expect(try ProgramRun.postroom("postmap", "-c", directory, directory + "/virtual").status == 0)
        #expect(try Generation(current: workspace.output).configuration()[.mailName] == "Postroom")
        #expect(try ProgramRun.postroom("build", "-c", directory, "--check").status == 3)
    }

    @Test func `a map of another directory changes no generation`() throws {
        let workspace = try site()
        _ = try ProgramRun.postroom("build", "-c", workspace.configuration)
        try workspace.write("a b\n", "other")
        let map = workspace.configuration + "/other"
        #expect(try ProgramRun.postroom("postmap", "-c", workspace.configuration, map).status == 0)
        #expect(
            try ProgramRun.postroom("generations", "-c", workspace.configuration).output.contains("* 1  "))
    }

    @Test func `rollback says where it went, or why it could not`() throws {
        let workspace = try site()
        let directory = workspace.configuration
        #expect(try ProgramRun.postroom("rollback", "-c", directory).status == 1)
        _ = try ProgramRun.postroom("build", "-c", directory)
        try workspace.write("x y\n", "virtual")
        _ = try ProgramRun.postroom("build", "-c", directory)
        #expect(try ProgramRun.postroom("rollback", "-c", directory).output == "generation 1 is in force\n")
        let absent = try ProgramRun.postroom("rollback", "-c", directory, "7")
        #expect(absent.status == 1)
        #expect(absent.errors == "postroom rollback: fatal: there is no generation 7\n")
        #expect(try ProgramRun.postroom("rollback", "-c", directory, "x").status == 2)
        let json = try ProgramRun.postroom("generations", "-c", directory, "--json").output
        #expect(json.contains("{\"generation\":1,\"current\":true,"))
    }
}

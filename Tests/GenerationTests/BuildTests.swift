import CompiledTables
import ConfigurationCompiler
import Foundation
import Testing

/// What a build publishes, and when it publishes nothing.
@Suite struct BuildTests {
    private func site() throws -> Workspace {
        let workspace = try Workspace(
            main: """
                virtual_alias_maps = lmdb:$config_directory/virtual
                header_checks = pcre:$config_directory/checks
                relay_domains = example.net, $config_directory/domains
                """,
            master: "smtp inet n - n - - smtpd\n")
        try workspace.write("a@example.com b\n", "virtual")
        try workspace.write("/^X-Spam/ DISCARD\n", "checks")
        try workspace.write("example.org\n", "domains")
        return workspace
    }

    @Test func `the same sources give the same bytes, and nothing is written twice`() throws {
        let workspace = try site()
        #expect(try workspace.build().result == .published(1))
        let first = try workspace.files()
        #expect(try workspace.build().result == .upToDate(1))
        try FileManager.default.removeItem(atPath: workspace.output)
        #expect(try workspace.build().result == .published(1))
        #expect(try workspace.files() == first)
    }

    @Test(arguments: ["main.cf", "master.cf", "virtual", "checks", "domains"])
    func `a change of any source makes a generation`(file: String) throws {
        let workspace = try site()
        _ = try workspace.build()
        let path = workspace.configuration + "/" + file
        let old = try String(contentsOfFile: path, encoding: .utf8)
        try workspace.write(old + "\n# the same, by content of the file only\n", file)
        let result = try workspace.build().result
        #expect(result == .published(2) || result == .upToDate(1))
        let added = [
            "main.cf": "mail_name = other\n", "master.cf": "x inet n - n - - smtpd\n", "virtual": "x y\n",
            "checks": "/y/ WARN\n", "domains": "x.example\n",
        ]
        try workspace.write(old + "\n" + added[file]!, file)
        guard case .published = try workspace.build().result else {
            Issue.record("nothing was published")
            return
        }
    }

    @Test func `a table that did not change stays the same file`() throws {
        let workspace = try site()
        _ = try workspace.build()
        let before = try workspace.files().keys.filter { $0.hasPrefix("tables/") }
        try workspace.write("a@example.com c\n", "virtual")
        let report = try workspace.build()
        #expect(report.tables.filter { $0.state == .compiled }.map(\.rows) == [1])
        let after = try workspace.files().keys.filter { $0.hasPrefix("tables/") }
        #expect(Set(after).isSuperset(of: before))
        #expect(after.count == before.count + 1)
    }

    @Test func `an error leaves everything as it was`() throws {
        let workspace = try site()
        _ = try workspace.build()
        let before = try workspace.files()
        try workspace.write("a@example.com c\nno-value\n", "virtual")
        try workspace.write("/^new/ WARN\n", "checks")
        let report = try workspace.build()
        #expect(report.result == .refused)
        #expect(report.errorCount == 1)
        #expect(try workspace.files() == before)
    }

    @Test func `a trial changes nothing and says what would be`() throws {
        let workspace = try site()
        #expect(try workspace.build { $0.isTrial = true }.result == .wouldPublish(1))
        #expect(!FileManager.default.fileExists(atPath: workspace.output))
        _ = try workspace.build()
        #expect(try workspace.build { $0.isTrial = true }.result == .upToDate(1))
        try workspace.write("new@example.com c\n", "virtual")
        let before = try workspace.files()
        #expect(try workspace.build { $0.isTrial = true }.result == .wouldPublish(2))
        #expect(try workspace.files() == before)
    }

    @Test func `old generations and their tables are collected`() throws {
        let workspace = try site()
        for number in 1...6 {
            try workspace.write("a@example.com b\(number)\n", "virtual")
            #expect(try workspace.build { $0.keep = 2 }.result == .published(number))
        }
        let store = GenerationStore(directory: workspace.output)
        #expect(try store.numbers() == [4, 5, 6])
        let tables = try workspace.files().keys.filter { $0.hasPrefix("tables/") }
        let needed = try [4, 5, 6].flatMap { number in
            try Generation(directory: workspace.output, root: "generations/\(number).lmdb").digests()
        }
        #expect(Set(tables) == Set(needed.map { "tables/\($0).lmdb" }))
    }

    @Test func `what an interrupted build left is collected by the next one`() throws {
        let workspace = try site()
        _ = try workspace.build()
        for name in ["tables/\(String(repeating: "0", count: 64)).lmdb", "tables/x.lmdb.new", "current.new"] {
            try Data().write(to: URL(fileURLWithPath: workspace.output + "/" + name))
        }
        try workspace.write("other@example.com b\n", "virtual")
        _ = try workspace.build()
        let left = try workspace.files().filter { $0.value.isEmpty }
        #expect(left.isEmpty)
    }

    @Test func `rollback goes to an older generation, or says that there is none`() throws {
        let workspace = try site()
        _ = try workspace.build()
        try workspace.write("new@example.com c\n", "virtual")
        _ = try workspace.build()
        let store = GenerationStore(directory: workspace.output)
        #expect(try store.rollback(to: nil) == 1)
        #expect(try store.current() == 1)
        #expect(throws: GenerationStore.RollbackFailure.self) { try store.rollback(to: nil) }
        #expect(throws: GenerationStore.RollbackFailure.self) { try store.rollback(to: 9) }
        #expect(try store.rollback(to: 2) == 2)
    }

    @Test func `a generation in force that is damaged is made anew`() throws {
        let workspace = try site()
        _ = try workspace.build()
        let root = workspace.output + "/generations/1.lmdb"
        let content = try Data(contentsOf: URL(fileURLWithPath: root))
        try content.prefix(content.count / 2).write(to: URL(fileURLWithPath: root))
        #expect(throws: GenerationFailure.self) { try Generation(current: workspace.output).configuration() }
        #expect(try workspace.build().result == .published(2))
        _ = try Generation(current: workspace.output).configuration()
    }

    @Test func `a secret stays secret in the generation`() throws {
        let workspace = try site()
        let path = workspace.configuration + "/virtual"
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let report = try workspace.build()
        let table = try #require(
            try Generation(current: workspace.output).tables().first { $0.reference.hasSuffix("/virtual") })
        guard case .index(let digest, _) = table.answer else {
            Issue.record("\(report)")
            return
        }
        let attributes = try FileManager.default.attributesOfItem(
            atPath: workspace.output + "/tables/\(digest).lmdb")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test func `absolute names are below the root of a checkout`() throws {
        let workspace = try Workspace(
            main: "virtual_alias_maps = lmdb:/etc/virtual, lmdb:$config_directory/own\n")
        try workspace.write("a b\n", "virtual")
        try workspace.write("c d\n", "own")
        let report = try workspace.build { $0.root = workspace.path }
        #expect(report.diagnostics == [])
        #expect(report.result == .published(1))
        let configuration = try Generation(current: workspace.output).configuration()
        #expect(configuration[.configDirectory].text == "/etc")
    }

    @Test func `an index whose source is gone is used as it is`() throws {
        let workspace = try site()
        let first = try workspace.generation().digests()
        let index = try #require(
            try workspace.files().first {
                $0.key.hasPrefix("tables/") && first.contains(String($0.key.dropFirst(7).dropLast(5)))
                    && $0.value.range(of: Data("a@example.com".utf8)) != nil
            })
        try index.value.write(to: URL(fileURLWithPath: workspace.configuration + "/virtual.lmdb"))
        try FileManager.default.removeItem(atPath: workspace.configuration + "/virtual")
        let generation = try workspace.generation()
        let list = try generation.configuration()[.virtualAliasMaps]
        #expect(try generation.tables(list, policy: policy) { _ in }.first?.text("a@example.com") == "b")
    }
}

import CompiledTables
import Foundation
import ParameterCatalogue
import TestSupport
import Testing

/// Builds and postmaps that are killed at every system call: the generation in force is the old one or the new one,
/// whole, and the next build leaves nothing of the killed one.
@Suite(.enabled(if: Strace.works, "strace cannot trace here"), .serialized)
struct FaultInjectionTests {
    private func site() throws -> Workspace {
        let workspace = try Workspace(
            main: """
                compiled_directory = $config_directory/../compiled
                virtual_alias_maps = lmdb:$config_directory/virtual
                header_checks = pcre:$config_directory/checks
                alias_maps =
                mynetworks = 127.0.0.0/8
                smtpd_forbidden_commands =
                """)
        try write(workspace, "old")
        _ = try ProgramRun.postroom("build", "-c", workspace.configuration)
        return workspace
    }

    private func write(_ workspace: Workspace, _ value: String) throws {
        try workspace.write("a@example.com \(value)\n", "virtual")
        try workspace.write("/^X/ PREPEND \(value)\n", "checks")
    }

    /// What both tables of the generation in force say.
    private func answers(_ workspace: Workspace) throws -> [String?] {
        let generation = try Generation(current: workspace.output)
        let configuration = try generation.configuration()
        let virtual = try generation.tables(configuration[.virtualAliasMaps], policy: policy) { _ in }
        let checks = try generation.tables(configuration[.headerChecks], policy: policy) { _ in }
        return [try virtual.first?.text("a@example.com"), try checks.first?.text("X")]
    }

    /// Kills the command at its n-th system call.
    private func run(_ words: [String], killedAt number: Int) throws -> ProgramRun {
        try ProgramRun(
            ["/usr/bin/strace", "-f", "-o", "/dev/null", "-e", "inject=all:signal=SIGKILL:when=\(number)"]
                + words)
    }

    /// Every file that the generations that are there do not need.
    private func litter(_ workspace: Workspace) throws -> [String] {
        let names = try workspace.files().keys
        let generations = names.filter { $0.hasPrefix("generations/") }
        var needed = Set(generations + ["current"])
        for name in generations {
            let generation = try Generation(directory: workspace.output, root: name)
            needed.formUnion(try generation.digests().map { "tables/\($0).lmdb" })
        }
        return names.filter { !needed.contains($0) && $0 != "tables" && $0 != "generations" }
    }

    @Test func `a killed build leaves the old generation or the new one`() throws {
        let workspace = try site()
        var number = 1
        var isAlive = false
        var killed = 0
        while !isAlive, number < 4000 {
            try write(workspace, "new\(number)")
            let before = try answers(workspace)
            let answer = try run(
                [BuiltProgram.postroom, "build", "-c", workspace.configuration], killedAt: number)
            isAlive = answer.status == 0
            let after = try answers(workspace)
            #expect(after == before || after == ["new\(number)", "PREPEND new\(number)"])
            if !isAlive { killed += 1 }
            number += 1
        }
        #expect(killed > 50)
        try write(workspace, "last")
        let last = try ProgramRun.postroom("build", "-c", workspace.configuration)
        #expect(last.status == 0)
        #expect(try answers(workspace) == ["last", "PREPEND last"])
        #expect(try litter(workspace) == [])
    }

    @Test func `a killed postmap leaves the old generation or the new one`() throws {
        let workspace = try site()
        let map = workspace.configuration + "/virtual"
        var number = 1
        var isAlive = false
        while !isAlive, number < 4000 {
            try workspace.write("a@example.com new\(number)\n", "virtual")
            let before = try answers(workspace)
            let answer = try run(
                [BuiltProgram.postroom, "postmap", "-c", workspace.configuration, map], killedAt: number)
            isAlive = answer.status == 0
            let after = try answers(workspace)
            #expect(after == before || after.first == "new\(number)")
            #expect(after.last == "PREPEND old")
            number += 1
        }
        try write(workspace, "last")
        #expect(try ProgramRun.postroom("build", "-c", workspace.configuration).status == 0)
        #expect(try litter(workspace) == [])
        let names = try FileManager.default.contentsOfDirectory(atPath: workspace.configuration)
        #expect(Set(names).subtracting(["main.cf", "virtual", "virtual.lmdb", "checks"]).isEmpty)
    }

    @Test func `a disk that is full leaves the old generation and an error`() throws {
        let workspace = try site()
        try workspace.write((0..<20_000).map { "user\($0)@example.com x\n" }.joined(), "virtual")
        let before = try answers(workspace)
        let answer = try ProgramRun([
            "/bin/sh", "-c", "ulimit -f 200; exec \"$0\" build -c \"$1\"", BuiltProgram.postroom,
            workspace.configuration,
        ])
        #expect(answer.status == 1)
        #expect(answer.errors.contains("File too large"))
        #expect(try answers(workspace) == before)
    }
}

enum Strace {
    /// Whether a process may be traced here.
    static let works: Bool = {
        let answer = try? ProgramRun(["/usr/bin/strace", "-o", "/dev/null", "/bin/true"])
        return answer?.status == 0
    }()
}

import Foundation
import TestSupport
import Testing

/// What routing asks the system: nothing, once tables are open.
@Suite(.enabled(if: Strace.works, "strace cannot trace here")) struct SystemCallTests {
    private static let count = 10_000
    /// What allocating memory may need.
    private static let ofAllocator: Set = ["brk", "mmap", "munmap", "madvise"]
    /// What the standard library's mutex asks for at each lock, where it was not built for speed: the thread's number.
    private static let ofUnoptimizedMutex: Set = ["gettid"]

    private func site() throws -> Workspace {
        let workspace = try Workspace(
            main: """
                myhostname = mail.example.com
                mydestination = $myhostname
                mynetworks = 127.0.0.0/8
                alias_maps =
                local_recipient_maps =
                virtual_alias_domains = example.org
                relay_domains = lmdb:$config_directory/relays
                canonical_maps = lmdb:$config_directory/canonical, pcre:$config_directory/patterns
                virtual_alias_maps = lmdb:$config_directory/virtual
                transport_maps = lmdb:$config_directory/transport
                """)
        let users = 0..<Self.count
        try workspace.write("example.net x\n", "relays")
        try workspace.write(users.map { "user\($0)@example.com u\($0)@example.org\n" }.joined(), "canonical")
        try workspace.write("/^(.*)@old\\.example$/ $1@example.org\n", "patterns")
        try workspace.write(users.map { "u\($0)@example.org u\($0)@example.net\n" }.joined(), "virtual")
        try workspace.write("example.net relay:[mx.example.net]\n", "transport")
        _ = try workspace.generation()
        return workspace
    }

    /// The names of system calls between the two marks, and what the program printed.
    private func calls(of workspace: Workspace) throws -> (names: [String], output: String) {
        let trace = workspace.path + "/trace"
        let answer = try ProgramRun([
            "/usr/bin/strace", "-f", "-o", trace, BuiltProgram.path(of: "RouteAddresses"), workspace.output,
            "\(Self.count)", "example.com",
        ])
        #expect(answer.status == 0, "\(answer.errors)")
        let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
        let begin = try #require(lines.firstIndex { $0.contains("write(1, \"begin") })
        let end = try #require(lines.firstIndex { $0.contains("write(1, \"end") })
        // `pid name(arguments) = result`
        let names = lines[(begin + 1)..<end].map { line in
            String(line.drop { $0.isNumber || $0 == " " }.prefix { $0 != "(" })
        }
        return (names, answer.output)
    }

    @Test func `rewriting and resolving make no system call`() throws {
        let (names, output) = try calls(of: try site())
        #expect(output == "begin\nend\n[mx.example.net]\n")
        let others = names.filter { !Self.ofUnoptimizedMutex.contains($0) }
        #expect(Set(others).subtracting(Self.ofAllocator) == [])
        // Memory that is freed is used again: the allocator does not go on asking.
        #expect(others.count < 100)
    }
}

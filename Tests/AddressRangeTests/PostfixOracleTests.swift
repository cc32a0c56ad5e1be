import Diagnostics
import Foundation
import Testing

/// Tables and keys from a seed, answered by us and by the installed `postmap`.
@Suite struct PostfixOracleTests {
    private static let tableCount = 300

    /// What each warning of Postfix is called here. The first that fits counts.
    private static let messages = [
        ("must not start with whitespace", "must not begin with white space"),
        ("non-null host address bits", "host bits are set"), ("bad mask length", "is more than"),
        ("bad mask value", "is no prefix length"), ("bad network value", "is no IP address"),
        ("bad address pattern", "is no IP address"), ("no lookup result", "no result after"),
        ("no address pattern", "no address pattern"), ("missing ']'", "no \"]\" after"),
        ("garbage after ENDIF", "unexpected text after endif"), ("garbage after", "unexpected text after \""),
        ("ENDIF without IF", "endif without an if"), ("IF has no matching", "if without an endif"),
    ]

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/sbin/postmap")))
    func `answers and warnings are those of Postfix`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed of the tables that Postfix answers too: \(seed)")
        var random = RandomTables(seed: seed)
        let directory = FileManager.default.temporaryDirectory.appending(
            path: "cidr-oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        var cases: [(source: String, keys: [String])] = []
        for index in 0..<Self.tableCount {
            let source = random.table(count: Int.random(in: 1...25, using: &random))
            let keys = (0..<60).map { _ in random.key() }
            cases.append((source, keys))
            try Data(source.utf8).write(to: directory.appending(path: "\(index)"))
            let lines = keys.map { $0 + "\n" }.joined()
            try Data(lines.utf8).write(to: directory.appending(path: "\(index).keys"))
        }
        try runPostmap(in: directory)
        for (index, (source, keys)) in cases.enumerated() {
            let answers = try text(directory.appending(path: "\(index).out"))
            let warnings = try text(directory.appending(path: "\(index).err"))
            let (table, diagnostics) = try compiled(source)
            let ours = try keys.map { key in try table.answer(key).map { "\(key)\t\($0)\n" } ?? "" }.joined()
            #expect(ours == answers, "seed \(seed), table \(index):\n\(source)")
            let findings = diagnostics.map { summary($0, in: source) }
            #expect(
                findings == warnings.split(separator: "\n").map(summary),
                "seed \(seed), table \(index):\n\(source)")
        }
    }

    /// One shell for all tables. Postfix waits when a table is new, so they are made to look old.
    private func runPostmap(in directory: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.currentDirectoryURL = directory
        process.arguments = [
            "-c",
            """
            touch -d yesterday *
            for keys in *.keys; do
                table=${keys%.keys}
                /usr/sbin/postmap -q - "cidr:$table" <"$keys" >"$table.out" 2>"$table.err"
            done
            exit 0
            """,
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    private func text(_ file: URL) throws -> String {
        String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    /// `line what [what would be right]`; Postfix does not say the line of a rule that begins with white
    /// space.
    private func summary(_ finding: Diagnostic, in source: String) -> String {
        guard let ours = Self.messages.first(where: { finding.message.contains($0.1) })?.1 else {
            return finding.message
        }
        guard ours != Self.messages[0].1 else { return ours }
        let help = finding.help.map { String($0.dropFirst("use ".count)) } ?? ""
        return "\(firstLine(of: finding.position?.line ?? 0, in: source)) \(ours) \(help)"
    }

    /// Postfix names the line that a rule begins on, we the line that is wrong.
    private func firstLine(of line: Int, in source: String) -> Int {
        let lines = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (1...line).last { number in
            guard let first = lines[number - 1].first else { return false }
            return !" \t\r#".utf8.contains(first)
        } ?? 0
    }

    private func summary(_ warning: Substring) -> String {
        guard let ours = Self.messages.first(where: { warning.contains($0.0) })?.1 else {
            return String(warning)
        }
        guard ours != Self.messages[0].1 else { return ours }
        let line = warning.firstMatch(of: /, line ([0-9]+):/)?.1 ?? "0"
        let help = warning.firstMatch(of: /should use "([^"]*)"/)?.1 ?? ""
        return "\(line) \(ours) \(help)"
    }
}

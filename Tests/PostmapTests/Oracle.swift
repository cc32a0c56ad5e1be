import Foundation
import TestSupport
import Testing

/// Our commands beside Debian's, in a directory of their own that goes away with the value.
///
/// Debian has 3.7.11; ours follow 3.12. Where these differ, the tests expect so:
/// - the names of aliases are stored in quoted form (3.12, snapshot 20260312, "Incompatible changes"; AliasOracleTests);
/// - `-j` prints JSON (3.11; tested against the form that the release notes give);
/// - `debug:` tables (3.11; NamedTableTests).
final class Oracle {
    struct Answer: Equatable {
        var status: Int32
        var output: String
        var errors: String
    }

    static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/sbin/postmap")

    /// How many random cases a test tries.
    static let cases = SeededRandom.cases(800)
    /// Tests run in this many parts, each with its own directory and numbers.
    static let parts = 0..<4

    /// Our program.
    static let postroom = BuiltProgram.postroom

    let directory = NSTemporaryDirectory() + "postroom-oracle-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try "compatibility_level = 3.6\nmyhostname = a.example.com\n".write(
            toFile: directory + "/main.cf", atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func postfix(_ words: [String], program: String = "postmap", input: String = "") throws -> Answer {
        try run(["/usr/sbin/" + program, "-c", directory] + words, input)
    }

    func postroom(_ words: [String], program: String = "postmap", input: String = "") throws -> Answer {
        try run([Self.postroom, program, "-c", directory] + words, input)
    }

    /// One of our commands without `-c`.
    func run(command: String, _ words: [String]) throws -> Answer {
        try run([Self.postroom, command] + words, "")
    }

    /// Dated back, because Postfix waits while a source is younger than two seconds.
    func write(_ bytes: [UInt8], _ name: String) throws {
        let path = directory + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        var times = [timeval(tv_sec: 1_700_000_000, tv_usec: 0), timeval(tv_sec: 1_700_000_000, tv_usec: 0)]
        guard unsafe utimes(path, &times) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Runs any program in the directory.
    func run(_ words: [String], _ input: String) throws -> Answer {
        let files = ["in", "out", "err"].map { directory + "/" + $0 }
        try Data(input.utf8).write(to: URL(fileURLWithPath: files[0]))
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
        for number in 1...2 {
            unsafe posix_spawn_file_actions_addopen(
                &actions, Int32(number), files[number], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        let words = ["/usr/bin/env", "-C", directory] + words
        var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { unsafe arguments.forEach { unsafe free($0) } }
        var process: pid_t = 0
        guard unsafe posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
            throw CocoaError(.executableLoad)
        }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 {}
        let texts = try files.map {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
        }
        let isExit = status & 0x7F == 0
        return Answer(status: isExit ? status >> 8 & 0xFF : -1, output: texts[1], errors: texts[2])
    }

    /// The numbers that a pattern finds in what a program said.
    static func lines(_ text: String, pattern: String) -> [Int] {
        let regex = try! NSRegularExpression(pattern: pattern)
        return regex.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
            Int(text[Range($0.range(at: 1), in: text)!])
        }
    }

    /// Postfix names the line that an entry begins on, we the one at fault.
    static func firstLine(of line: Int, in source: [UInt8]) -> Int {
        let lines = source.split(separator: 10, omittingEmptySubsequences: false)
        var first = line
        while first > 1, case let byte = lines[first - 1].first ?? 32,
            byte == 35 || byte == 32 || (9...13).contains(byte)
        {
            first -= 1
        }
        return first
    }
}

import Foundation
import Testing

/// Our `postmap` beside Debian's: the same random source goes through both programs.
@Suite(
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: "/usr/sbin/postmap"), "postfix is not installed"))
final class PostfixOracleTests {
    struct Answer: Equatable {
        var status: Int32
        var output: String
        var errors: String
    }

    static let ours: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let build = Bundle.allBundles.compactMap { $0.executableURL?.deletingLastPathComponent().path }
        let places = build + [root.path + "/.build/debug"]
        return places.map { $0 + "/postroom" }.first { FileManager.default.isExecutableFile(atPath: $0) }
            ?? ""
    }()

    let directory: String

    init() throws {
        directory = NSTemporaryDirectory() + "postroom-oracle-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try "compatibility_level = 3.6\nmyhostname = a.example.com\n".write(
            toFile: directory + "/main.cf", atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    private func run(_ program: [String], _ words: [String], input: String = "") throws -> Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program[0])
        process.arguments = program.dropFirst() + ["-c", directory] + words
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        let files = ["in", "out", "err"].map { directory + "/" + $0 }
        for file in files { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        try input.write(toFile: files[0], atomically: true, encoding: .utf8)
        process.standardInput = FileHandle(forReadingAtPath: files[0])
        process.standardOutput = FileHandle(forWritingAtPath: files[1])
        process.standardError = FileHandle(forWritingAtPath: files[2])
        try process.run()
        process.waitUntilExit()
        let texts = try files.map {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
        }
        return Answer(status: process.terminationStatus, output: texts[1], errors: texts[2])
    }

    private func postfix(_ words: [String], input: String = "") throws -> Answer {
        try run(["/usr/sbin/postmap"], words, input: input)
    }

    private func postroom(_ words: [String], input: String = "") throws -> Answer {
        try run([Self.ours, "postmap"], words, input: input)
    }

    /// Dated back, because Postfix waits while a source is younger than two seconds.
    private func writeSource(_ bytes: [UInt8], _ name: String) throws {
        let path = directory + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: path)
    }

    /// The lines that a program complained about. Postfix gives none for a duplicate or a leading blank.
    private func lines(_ text: String, pattern: String) -> [Int] {
        let regex = try! NSRegularExpression(pattern: pattern)
        return regex.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
            Int(text[Range($0.range(at: 1), in: text)!])
        }
    }

    /// Postfix names the line that an entry begins on, we the one at fault.
    private func firstLine(of line: Int, in source: [UInt8]) -> Int {
        let lines = source.split(separator: 10, omittingEmptySubsequences: false)
        var first = line
        while first > 1, case let byte = lines[first - 1].first ?? 32,
            byte == 35 || byte == 32 || (9...13).contains(byte)
        {
            first -= 1
        }
        return first
    }

    @Test func `random sources give the same index, warnings by line and status`() throws {
        let seed =
            ProcessInfo.processInfo.environment["POSTROOM_TEST_SEED"].flatMap { UInt64($0) }
            ?? UInt64.random(in: 0...UInt64.max)
        print("POSTROOM_TEST_SEED=\(seed)")
        var sources = RandomMaps(state: seed)
        let options = [[], ["-f"], ["-u"], ["-w"], ["-r"], ["-N"], ["-n"], ["-f", "-r"]]
        for number
            in 0..<(ProcessInfo.processInfo.environment["POSTROOM_TEST_CASES"].flatMap { Int($0) } ?? 200)
        {
            let source = sources.next()
            let flags = options[number % options.count]
            try writeSource(source, "theirs")
            try writeSource(source, "ours")
            let theirs = try postfix(flags + ["lmdb:theirs"])
            let ours = try postroom(flags + ["lmdb:ours"])
            let text = String(decoding: source, as: UTF8.self)
            #expect(theirs.status == ours.status, "\(flags) \(text.debugDescription)")
            let expected = try postfix(["-s", "lmdb:theirs"])
            #expect(
                expected == (try postroom(["-s", "lmdb:theirs"])), "we read theirs: \(text.debugDescription)")
            #expect(
                expected == (try postfix(["-s", "lmdb:ours"])), "they read ours: \(text.debugDescription)")
            #expect(
                expected == (try postroom(["-s", "lmdb:ours"])), "we read ours: \(text.debugDescription)")
            let complaints = ours.errors.split(separator: "\n").filter {
                !$0.contains("duplicate entry") && !$0.contains("begins with white space")
            }.joined(separator: "\n")
            #expect(
                lines(theirs.errors, pattern: ", line ([0-9]+): ")
                    == lines(complaints, pattern: "ours:([0-9]+):").map { firstLine(of: $0, in: source) },
                "\(theirs.errors)\(ours.errors)\(text.debugDescription)")
        }
    }

    @Test func `updates, deletions and streams answer alike`() throws {
        try writeSource(Array("a 1\nB 2\nc 3\n".utf8), "theirs")
        try writeSource(Array("a 1\nB 2\nc 3\n".utf8), "ours")
        let steps: [(words: [String], input: String)] = [
            ([], ""), (["-i"], "d 4\nA 5\n"), (["-q", "D"], ""), (["-q", "-"], "a\nx\nB\nc"),
            (["-d", "b"], ""),
            (["-d", "b"], ""), (["-q", "-"], "x\ny\n"), (["-ri"], "a 6\n"), (["-s"], ""),
            (["-d", "-"], "a\nq\n"),
            (["-s"], ""), (["-q", "nothing"], ""), (["-q", "a", "-s"], ""), (["-X"], ""),
        ]
        for step in steps {
            let theirs = try postfix(step.words + ["lmdb:theirs"], input: step.input)
            let ours = try postroom(step.words + ["lmdb:ours"], input: step.input)
            #expect(theirs.status == ours.status && theirs.output == ours.output, "\(step) \(theirs) \(ours)")
        }
    }
}

/// Map sources that hold everything a grammar can stumble over.
struct RandomMaps {
    var state: UInt64

    private static let pieces: [[UInt8]] =
        [
            "key", "Key", "user@Example.com", "\"quoted key\"", "\"open", "\\\" x", " ", "  ", "\t", "\n",
            "\n", "\n ",
            "\n#comment\n", "# x", "\r\n", "value", "v1, v2", ":", "a", "b", "c", "\u{C4}", "\u{DF}",
            "\u{3A3}\u{3C2}",
            "\u{130}", "\n \n", "\u{B}", "\\", "\"",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0], [0xED, 0xA0, 0x80]]

    private mutating func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func next() -> [UInt8] {
        var source: [UInt8] = []
        for _ in 0..<random(12) {
            if random(2) == 0 {
                source += Array("key\(random(6)) value\(random(9))\n".utf8)
            } else {
                for _ in 0...random(6) { source += Self.pieces[random(Self.pieces.count)] }
                if random(2) == 0 { source.append(10) }
            }
        }
        return source
    }
}

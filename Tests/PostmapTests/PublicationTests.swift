import Foundation
import Testing

/// How an index takes the place of the old one, whatever happens meanwhile.
@Suite(.enabled(if: Oracle.isInstalled, "postfix is not installed"))
struct PublicationTests {
    private func source(_ count: Int, _ value: String) -> [UInt8] {
        Array((0..<count).map { "key\($0 * 7919 % count) \(value)\n" }.joined().utf8)
    }

    /// Files of the directory that are not the test's own.
    private func files(_ oracle: Oracle) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: oracle.directory)
            .filter { !["in", "out", "err", "main.cf"].contains($0) }.sorted()
    }

    @Test func `a build that is killed leaves the old index or the new one, and nothing else`() throws {
        let oracle = try Oracle()
        try oracle.write(source(1000, "old"), "map")
        _ = try oracle.postroom(["map"])
        try oracle.write(source(300_000, "new"), "map")
        for delay in [1, 5, 10, 20, 40, 80, 160, 320] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Oracle.postroom)
            process.arguments = ["postmap", "-c", oracle.directory, oracle.directory + "/map"]
            try process.run()
            usleep(UInt32(delay) * 1000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let value = try oracle.postfix(["-q", "key7", "lmdb:map"]).output
            #expect(value == "old\n" || value == "new\n")
            #expect(try files(oracle) == ["map", "map.lmdb"])
        }
    }

    @Test func `a file that may not grow leaves the old index and an error with its name`() throws {
        let oracle = try Oracle()
        try oracle.write(source(10, "old"), "map")
        _ = try oracle.postroom(["map"])
        try oracle.write(source(50_000, "new"), "map")
        let answer = try oracle.run(
            ["/bin/sh", "-c", "ulimit -f 200; exec \"$0\" postmap -c . map", Oracle.postroom], "")
        #expect(answer.status == 1)
        #expect(answer.errors.hasPrefix("postmap: fatal: write "))
        #expect(answer.errors.hasSuffix("map.lmdb: File too large\n"))
        #expect(try oracle.postfix(["-q", "key7", "lmdb:map"]).output == "old\n")
        #expect(try files(oracle) == ["map", "map.lmdb"])
    }

    @Test func `writers wait for each other, and no row is lost`() throws {
        let oracle = try Oracle()
        try oracle.write(Array("first row\n".utf8), "map")
        _ = try oracle.postroom(["map"])
        let writers = try (0..<12).map { number in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = [
                "-c", "echo row\(number) value\(number) | \(Oracle.postroom) postmap -c . -i map",
            ]
            process.currentDirectoryURL = URL(fileURLWithPath: oracle.directory)
            try process.run()
            return process
        }
        for writer in writers {
            writer.waitUntilExit()
            #expect(writer.terminationStatus == 0)
        }
        let rows = try oracle.postfix(["-s", "lmdb:map"]).output.split(separator: "\n")
        #expect(rows.count == 13)
    }

    @Test(arguments: [
        (0o600, [], 0o600), (0o640, [], 0o640), (0o644, [], 0o644), (0o600, ["-p"], 0o644),
        (0o755, [], 0o644),
    ])
    func `who can read the source can read the index`(mode: Int, options: [String], expected: Int) throws {
        let oracle = try Oracle()
        try oracle.write(Array("a b\n".utf8), "map")
        let path = oracle.directory + "/map"
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        _ = try oracle.postroom(options + ["map"])
        let attributes = try FileManager.default.attributesOfItem(atPath: path + ".lmdb")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == expected)
    }

    @Test func `a reader with the old index keeps its answers while it is replaced`() throws {
        let oracle = try Oracle()
        try oracle.write(Array("a old\n".utf8), "map")
        _ = try oracle.postroom(["map"])
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: Oracle.postroom)
        process.arguments = ["postmap", "-c", oracle.directory, "-q", "-", oracle.directory + "/map"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data("a\n".utf8))
        #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "a\told\n")
        try oracle.write(Array("a new\n".utf8), "map")
        _ = try oracle.postroom(["map"])
        input.fileHandleForWriting.write(Data("a\n".utf8))
        #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "a\told\n")
        input.fileHandleForWriting.closeFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try oracle.postroom(["-q", "a", "map"]).output == "new\n")
    }
}

/// `-j`, which Debian's programs do not have.
@Suite struct JSONTests {
    @Test func `rows are objects, one a line`() throws {
        let oracle = try Oracle()
        try oracle.write(Array("a \"x\\y\"\nb\u{E9} two\twords\n".utf8), "map")
        _ = try oracle.postroom(["map"])
        let listed = "{\"a\": \"\\\"x\\\\y\\\"\"}\n{\"b\u{E9}\": \"two\\twords\"}\n"
        #expect(try oracle.postroom(["-j", "-s", "map"]).output == listed)
        #expect(
            try oracle.postroom(["-j", "-q", "-", "map"], input: "a\nx\nB\u{C9}\n").output.hasPrefix(
                "{\"a\": "))
        #expect(try oracle.postroom(["-jq", "a", "map"]).output == "{\"a\": \"\\\"x\\\\y\\\"\"}\n")
    }
}

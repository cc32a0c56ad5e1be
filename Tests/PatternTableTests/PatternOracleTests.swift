import ByteScanning
import CompiledTables
import Foundation
import TableCompiler
import TableFormat
import TestSupport
import Testing

/// The same tables and keys for Debian's postmap.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/sbin/postmap")))
struct PatternOracleTests {
    private struct Answer {
        var output: String
        /// The lines that a message names.
        var lines: Set<Int>
    }

    private let directory = FileManager.default.temporaryDirectory.appending(
        path: "postroom-\(UUID().uuidString)")

    @Test(arguments: PatternImage.Kind.allCases)
    func `answers and complaints are those of postmap`(kind: PatternImage.Kind) throws {
        let seed = SeededRandom.seed
        print("seed of the pattern oracle test, \(kind.name): \(seed)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        var tables = RandomPatternTables(seed: seed, kind: kind, withMistakes: true)
        for number in 0..<SeededRandom.cases(400) {
            let source = tables.table()
            let keys = (0..<12).map { _ in tables.key() }
            // Postfix has no defence against these, see POSIXPatternHazard.
            let findings = try compiled(source, kind).diagnostics
            if findings.contains(where: { $0.message.contains("keep the C library busy") }) { continue }
            let theirs = try postmap(source, keys, kind)
            let ours = try own(source, keys, kind)
            #expect(ours.output == theirs.output, "seed \(seed), table \(number):\n\(source)\nkeys \(keys)")
            #expect(ours.lines == theirs.lines, "seed \(seed), table \(number):\n\(source)")
        }
    }

    private func own(_ source: String, _ keys: [String], _ kind: PatternImage.Kind) throws -> Answer {
        let compiled = try compiled(source, kind)
        let table = try PatternTable(name: "t", storage: .memory(compiled.image))
        var output = ""
        for key in keys {
            if let value = try table.answer(key) { output += "\(key)\t\(value)\n" }
        }
        // postmap names no line when a line begins with white space, and otherwise that of the statement's
        // beginning.
        let lines = compiled.diagnostics.filter { !$0.message.contains("white space continues") }
            .compactMap { finding in starts(source).last { $0 <= finding.position?.line ?? 0 } }
        return Answer(output: output, lines: Set(lines))
    }

    private func starts(_ source: String) -> [Int] {
        var reader = LogicalLineReader()
        var lines: [Int] = []
        while let line = reader.next(in: bytes(source).span) { lines.append(line.firstLine) }
        return lines
    }

    private func postmap(_ source: String, _ keys: [String], _ kind: PatternImage.Kind) throws -> Answer {
        let table = directory.appending(path: "table")
        try Data(source.utf8).write(to: table)
        // Postfix waits before it reads a file that has just been changed.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: table.path)
        let input = directory.appending(path: "input")
        try Data(keys.map { $0 + "\n" }.joined().utf8).write(to: input)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/sbin/postmap")
        process.arguments = ["-u", "-q", "-", "\(kind.name):\(table.path)"]
        process.standardInput = try FileHandle(forReadingFrom: input)
        let (output, messages) = (directory.appending(path: "output"), directory.appending(path: "messages"))
        for file in [output, messages] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
        process.waitUntilExit()
        let complaints = String(decoding: try Data(contentsOf: messages), as: UTF8.self)
        let lines = complaints.split(separator: "\n").filter { !$0.contains("UTF-8 error") }.compactMap {
            message in
            message.matches(of: /, line ([0-9]+):/).last.flatMap { Int($0.output.1) }
        }
        return Answer(
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self), lines: Set(lines))
    }
}

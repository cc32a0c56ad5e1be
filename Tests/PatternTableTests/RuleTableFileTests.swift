import CompiledTables
import Foundation
import TableCompiler
import TableFormat
import TestSupport
import Testing

/// Rule tables in files, asked where they lie.
struct RuleTableFileTests {
    private let directory = NSTemporaryDirectory() + "postroom-rules-" + UUID().uuidString

    private func opener() -> TableOpener {
        TableOpener(
            policy: KeyPolicy(folding: .none, checksUTF8: false), duplicates: .report, readsFiles: false,
            report: { _ in }, warn: { _ in }, log: { _ in }, opened: { _ in })
    }

    /// Runs `body` with the path of the compiled table.
    private func compiled(_ type: TableType, _ source: String, _ body: (String) throws -> Void) throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try source.write(toFile: directory + "/source", atomically: true, encoding: .utf8)
        let path = directory + "/compiled"
        _ = try opener().compile(
            TableReference(type: type, name: directory + "/source"), to: path, mode: 0o600)
        try body(path)
    }

    private func answer(_ path: String, _ key: String) throws -> String? {
        try RuleTableFile.open(path, name: "table", warn: { _ in }).explainedValue(for: Array(key.utf8).span)
            .map { "\($0.line) " + String(decoding: $0.value, as: UTF8.self) }
    }

    @Test func `a cidr table answers from its file with the line of its source`() throws {
        try compiled(.cidr, "# c\n10.0.0.0/8 ten\n\n!2001:db8::/32 other\n") { path in
            try #expect(answer(path, "10.1.2.3") == "2 ten")
            try #expect(answer(path, "::1") == "4 other")
            try #expect(answer(path, "11.0.0.1") == nil)
        }
    }

    @Test(arguments: [TableType.pcre, .regexp])
    func `a pattern table answers from its file with the line of its source`(type: TableType) throws {
        let rules = (0..<500).map { "/^name\($0)-(.*)$/ rule\($0) $1\n" }.joined()
        try compiled(type, rules) { path in
            try #expect(answer(path, "name321-x") == "322 rule321 x")
            try #expect(answer(path, "other") == nil)
        }
    }

    @Test func `the same source gives the same file`() throws {
        try compiled(.pcre, "/a/ b\n") { path in
            let first = try Data(contentsOf: URL(fileURLWithPath: path))
            let source = TableReference(type: .pcre, name: directory + "/source")
            _ = try opener().compile(source, to: path, mode: 0o600)
            try #expect(Data(contentsOf: URL(fileURLWithPath: path)) == first)
        }
    }

    @Test func `a file that was damaged, cut or never a table is an error with its name`() throws {
        try compiled(.cidr, (0..<2000).map { "10.0.\($0 / 256).\($0 % 256) r\($0)\n" }.joined()) { path in
            let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
            var random = SeededRandom("damaged rule tables")
            for _ in 0..<300 {
                var damaged = whole
                damaged[random(whole.count)] ^= UInt8(1 + random(255))
                if random.once(in: 2) { damaged.removeLast(random(whole.count)) }
                try Data(damaged).write(to: URL(fileURLWithPath: path))
                do {
                    _ = try answer(path, "10.0.3.77")
                } catch {
                    #expect("\(error)".contains(path) || "\(error)".contains("table"))
                }
            }
        }
    }

    @Test func `other types are not compiled on their own`() {
        #expect {
            try opener().compile(TableReference(type: .lmdb, name: "x"), to: "/nowhere", mode: 0o600)
        } throws: {
            "\($0)" == "lmdb:x: only cidr, pcre and regexp tables are compiled on their own"
        }
    }
}

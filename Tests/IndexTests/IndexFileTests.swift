import ByteScanning
import CompiledTables
import Foundation
import LMDBStore
import PosixSupport
import TableCompiler
import TableFormat
import TestSupport
import Testing

/// A directory that goes away with the test.
final class Scratch {
    let path = NSTemporaryDirectory() + "postroom-test-" + UUID().uuidString
    init() { try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func compiler(_ name: String = "map", duplicates: DuplicatePolicy = .report) -> MapCompiler {
        MapCompiler(
            file: path + "/" + name, options: KeyPolicy(folding: .unicode, checksUTF8: true),
            duplicates: duplicates, termination: .unspecified, readsFiles: false)
    }

    /// Builds an index and returns what was reported.
    func build(_ source: [UInt8], _ compiler: MapCompiler? = nil) throws -> [String] {
        var reports: [String] = []
        _ = try (compiler ?? self.compiler()).build(source.span, mode: 0o600) {
            reports.append($0.description.replacing(path + "/", with: ""))
        }
        return reports
    }

    func value(_ key: String) throws -> String? {
        try IndexFile(opening: path + "/map.lmdb").value(key)
    }
}

extension IndexFile {
    func value(_ key: String) throws -> String? {
        var value: [UInt8] = []
        let isFound = try appendValue(for: Array(key.utf8).span, storedAs: .terminated, to: &value)
        return isFound ? String(decoding: value, as: UTF8.self) : nil
    }
}

@Suite struct IndexFileTests {
    @Test(arguments: [0, 1, 2, 63, 64, 65, 1000, 100_000])
    func `every row that was built is found, and nothing else`(count: Int) throws {
        let scratch = Scratch()
        let keys = (0..<count).map { "user\($0)@example\($0 % 7).com" }.shuffled()
        let source = Array(keys.map { "\($0) value of \($0)\n" }.joined().utf8)
        #expect(try scratch.build(source) == [])
        let index = try IndexFile(opening: scratch.path + "/map.lmdb")
        #expect(try index.count == count)
        for key in keys {
            #expect(try index.value(key) == "value of \(key)")
        }
        #expect(try index.value("user@example") == nil)
    }

    @Test func `keys that share long beginnings are sorted by what follows`() throws {
        let scratch = Scratch()
        let beginning = String(repeating: "x", count: 40)
        let keys =
            (0..<500).map { beginning + String($0 * 7919 % 500) } + [
                beginning, "x", beginning + "0" + beginning,
            ]
        #expect(try scratch.build(Array(keys.map { "\($0) \($0)\n" }.joined().utf8)).count == 0)
        for key in keys { #expect(try scratch.value(key) == key) }
    }

    @Test func `a value of a megabyte is stored whole`() throws {
        let scratch = Scratch()
        let long = String(repeating: "v", count: 1 << 20)
        #expect(try scratch.build(Array("k \(long)\nl small\n".utf8)) == [])
        #expect(try scratch.value("k") == long)
        #expect(try scratch.value("l") == "small")
    }

    @Test func `a key that is too long is reported with its line, and the old index stays`() throws {
        let scratch = Scratch()
        #expect(try scratch.build(Array("k old\n".utf8)) == [])
        let key = String(repeating: "k", count: 511)
        let reports = try scratch.build(Array("a 1\n\(key) 2\nb\n".utf8))
        #expect(
            reports == [
                "map:2:1: error: the key has 511 bytes and an index takes 510",
                "map:3:1: error: the key \"b\" has no value; the entry is left out; expected: key whitespace value",
            ])
        #expect(try scratch.value("k") == "old")
    }

    @Test func `the same source gives the same bytes`() throws {
        let scratch = Scratch()
        let source = Array((0..<5000).map { "key\($0 * 31 % 5000) value\n" }.joined().utf8)
        _ = try scratch.build(source)
        let first = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/map.lmdb"))
        _ = try scratch.build(source)
        #expect(try first == Data(contentsOf: URL(fileURLWithPath: scratch.path + "/map.lmdb")))
    }

    @Test func `nothing but the index is left in the directory`() throws {
        let scratch = Scratch()
        _ = try scratch.build(Array("a b\n".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["map.lmdb"])
    }

    @Test func `an update adds rows and keeps the others, a deletion takes one away`() throws {
        let scratch = Scratch()
        _ = try scratch.build(Array("a 1\nb 2\n".utf8))
        let more = Array("c 3\nA 9\n".utf8)
        var reports: [String] = []
        _ = try scratch.compiler().update(more.span, origin: "stdin", mode: 0o600) { reports.append("\($0)") }
        #expect(reports == ["stdin:2:1: warning: duplicate entry: \"a\"; the first value stays"])
        #expect(try [scratch.value("a"), scratch.value("b"), scratch.value("c")] == ["1", "2", "3"])
        #expect(
            try scratch.compiler().delete([Array("B".utf8), Array("z".utf8)], mode: 0o600) == [true, false])
        #expect(try scratch.value("b") == nil)
        #expect(try scratch.value("c") == "3")
    }
}

/// Rows stored with a NUL byte after key and value, without, and both, in one index.
@Suite struct StoredFormTests {
    private struct Row: Comparable {
        var key: [UInt8]
        var isTerminated: Bool
        var stored: [UInt8] { isTerminated ? key + [0] : key }
        var value: [UInt8] { Array((isTerminated ? "terminated" : "plain").utf8) }

        static func < (left: Row, right: Row) -> Bool { left.stored.lexicographicallyPrecedes(right.stored) }
    }

    private func table(_ rows: [Row], in scratch: Scratch) throws -> IndexedTable {
        let path = scratch.path + "/mixed.lmdb"
        var writer = IndexWriter(try ReplacementFile(replacing: path, mode: 0o600, locked: false))
        for row in rows.sorted() {
            try unsafe row.key.withUnsafeBytes { key in
                try unsafe row.value.withUnsafeBytes { value in
                    try unsafe writer.append(key: key, value: value, terminated: row.isTerminated)
                }
            }
        }
        _ = try writer.publish()
        return IndexedTable(name: "mixed", index: try IndexFile(opening: path))
    }

    @Test(arguments: [0, 1, 3, 100, 6000])
    func `a key is found in either form, the one with a NUL byte first`(count: Int) throws {
        let scratch = Scratch()
        var random = SeededRandom("stored forms", part: count)
        func key() -> [UInt8] { (0...random(5)).map { _ in UInt8(ascii: "b") + UInt8(random(6)) } }
        var values: [[UInt8]: [UInt8]] = [:]
        var rows: Set<[UInt8]> = []
        var all: [Row] = []
        for _ in 0..<count {
            let row = Row(key: key(), isTerminated: random.once(in: 2))
            guard rows.insert(row.stored).inserted else { continue }
            all.append(row)
            if values[row.key] == nil || row.isTerminated { values[row.key] = row.value }
        }
        let table = try table(all, in: scratch)
        var keys =
            (0..<4000).map { _ in key() } + Array(values.keys) + [[UInt8(ascii: "a")], Array("zz".utf8)]
        keys.append([UInt8](repeating: UInt8(ascii: "b"), count: 511))
        var batch = KeyBatch()
        for key in keys {
            #expect(try table.value(for: key.span) == values[key])
            batch.append(key.span)
        }
        var answers = ValueBatch()
        #expect(table.appendValues(for: batch, to: &answers))
        #expect(answers.ranges.map { $0.map { Array(answers.bytes[$0]) } } == keys.map { values[$0] })
    }

    @Test func `a key of the greatest length has no NUL byte`() throws {
        let scratch = Scratch()
        let key = [UInt8](repeating: UInt8(ascii: "k"), count: 511)
        let table = try table([Row(key: key, isTerminated: false)], in: scratch)
        #expect(try table.value(for: key.span) == Array("plain".utf8))
        #expect(try table.value(for: (key + [0]).span) == nil)
    }
}

@Suite struct DamagedIndexTests {
    @Test(arguments: [0, 1, 100, 151, 4095, 4096, 8191, 8192, 12287, 20000])
    func `an index that was cut short is an error with its name`(size: Int) throws {
        let scratch = Scratch()
        _ = try scratch.build(Array((0..<2000).map { "key\($0) value\n" }.joined().utf8))
        let path = scratch.path + "/map.lmdb"
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.prefix(size).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: IndexError.self) { try IndexFile(opening: path) }
        #expect(error.map { "\($0)".hasPrefix(path) } == true)
    }

    @Test func `random damage is an error or an answer, never a trap`() throws {
        let scratch = Scratch()
        let rows =
            (0..<3000).map { "key\($0) value\($0)\n" } + ["long \(String(repeating: "v", count: 9000))\n"]
        _ = try scratch.build(Array(rows.joined().utf8))
        let path = scratch.path + "/map.lmdb"
        let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        var random = SeededRandom("damaged indexes")
        for _ in 0..<2000 {
            var damaged = whole
            for _ in 0...random(6) {
                let page = random(whole.count / 4096) * 4096
                damaged[page + (random(2) == 0 ? random(160) : random(4096))] ^= UInt8(1 << random(8))
            }
            try Data(damaged).write(to: URL(fileURLWithPath: path))
            guard let index = try? IndexFile(opening: path) else { continue }
            for key in ["key\(random(3000))", "long", "absent"] {
                _ = try? index.value(key)
            }
            try? index.forEachRow { key, value in key.count + value.count >= 0 }
        }
    }
}

/// What other programs make of an index that was written here.
@Suite(
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mdb_copy"), "lmdb-utils is not installed"))
struct IndexWriterTests {
    @Test(arguments: [0, 1, 2, 40, 41, 5000, 60_000])
    func `liblmdb copies it, and the copy has the same rows`(count: Int) throws {
        let scratch = Scratch()
        let rows = (0..<count).map { number in
            let key = "key\(number)" + String(repeating: "k", count: number % 11 == 0 ? 480 : number % 7)
            let value = String(repeating: "v", count: number % 997 == 0 ? 9000 : number % 13 == 0 ? 2030 : 3)
            return "\(key) \(value)\n"
        }
        #expect(try scratch.build(Array(rows.joined().utf8)) == [])
        let (index, copy) = (scratch.path + "/map.lmdb", scratch.path + "/copy")
        let process = try Process.run(
            URL(fileURLWithPath: "/usr/bin/mdb_copy"), arguments: ["-n", "-c", index, copy])
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        func contents(_ path: String) throws -> [[UInt8]] {
            var rows: [[UInt8]] = []
            try IndexFile(opening: path).forEachRow { key, value in
                rows.append(key.bytes(0..<key.count) + [1] + value.bytes(0..<value.count))
                return true
            }
            return rows
        }
        let original = try contents(index)
        #expect(original.count == count)
        #expect(try contents(copy) == original)
    }
}

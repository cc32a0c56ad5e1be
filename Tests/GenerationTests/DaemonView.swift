import ContentDigest
import Foundation
import LMDBStore

/// All that daemons see of a generation: its typed configuration, its services, its tables. What only people want to know is
/// left out: the digests of sources, which name the tables, and the lines that settings and rules stand on
/// (docs/formats).
struct DaemonView {
    /// By the key of a row of the root, or the place of a table in the registry.
    private(set) var parts: [String: [UInt8]] = [:]

    /// The generation in force in a directory of generations.
    init(of directory: String) throws {
        let root = try FileManager.default.destinationOfSymbolicLink(atPath: directory + "/current")
        var rows = try Self.rows(of: directory + "/" + root)
        var lists: [String: String] = [:]
        for (key, image) in rows where key.hasPrefix("match/") {
            lists[String(key.dropFirst(6))] = Self.name(of: Self.withoutLines(matchList: image))
        }
        let digests = Self.words(rows["digests"] ?? [])
        for key in ["digests", "inputs"] { rows[key] = nil }
        for (key, value) in rows {
            switch key.prefix(while: { $0 != "/" }) {
            case "source", "match": continue
            case "scope": parts[key] = Self.withoutLines(scope: value, lists)
            case "table":
                let words = Self.words(value)
                parts[key] = Array(words.filter { !digests.contains($0) }.joined(separator: "\n").utf8)
                for digest in words where digests.contains(digest) {
                    parts["\(key) content"] = try Self.table("\(directory)/tables/\(digest).lmdb")
                }
            default: parts[key] = value
            }
        }
    }

    /// The parts that differ, by their names.
    func differences(from other: DaemonView) -> [String] {
        Set(parts.keys).union(other.parts.keys).filter { parts[$0] != other.parts[$0] }.sorted()
    }

    private static func rows(of path: String) throws -> [String: [UInt8]] {
        var rows: [String: [UInt8]] = [:]
        try IndexFile(opening: path).forEachRow { key, value in
            rows[String(decoding: (0..<key.count).map { key[$0] }, as: UTF8.self)] =
                (0..<value.count).map { value[$0] }
            return true
        }
        return rows
    }

    /// The bytes of an index; of compiled rules what their image says.
    private static func table(_ path: String) throws -> [UInt8] {
        let rows = try rows(of: path)
        for image in rows.values {
            if image.starts(with: Array("PRcidr\r\n".utf8)) { return withoutLines(ranges: image) }
            if image.starts(with: Array("PoRmPATT".utf8)) { return withoutLines(patterns: image) }
        }
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func words(_ bytes: [UInt8]) -> [String] {
        var words: [String] = []
        var index = 0
        while index + 4 <= bytes.count {
            let length = number(bytes, index)
            words.append(String(decoding: bytes[index + 4..<index + 4 + length], as: UTF8.self))
            index += 4 + length
        }
        return words
    }

    private static func number(_ bytes: [UInt8], _ index: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
    }

    private static func name(of bytes: [UInt8]) -> String { ContentDigest(of: bytes.span).description }

    private static func withoutLines(ranges image: [UInt8]) -> [UInt8] {
        var image = image
        var index = 24 + 8 * number(image, 12) + 20 * number(image, 16)
        while index + 8 <= image.count {
            image.replaceSubrange(index..<index + 4, with: [0, 0, 0, 0])
            index += 8 + number(image, index + 4)
        }
        return image
    }

    private static func withoutLines(patterns image: [UInt8]) -> [UInt8] {
        var image = image
        image.replaceSubrange(16..<24, with: repeatElement(0, count: 8))
        for rule in 0..<number(image, 28) {
            image.replaceSubrange(48 + 32 * rule..<52 + 32 * rule, with: [0, 0, 0, 0])
        }
        return image
    }

    private static func withoutLines(matchList image: [UInt8]) -> [UInt8] {
        var image = image
        let counts = (patterns: number(image, 16), names: number(image, 20), tables: number(image, 24))
        for pattern in 0..<counts.patterns {
            let index = 32 + 4 * pattern
            image.replaceSubrange(index..<index + 4, with: [image[index] & 1, 0, 0, 0])
        }
        let ranges = 32 + 4 * counts.patterns + 12 * counts.names + 8 * counts.tables
        let end = ranges + number(image, 28)
        guard ranges < end else { return image }
        image.replaceSubrange(ranges..<end, with: withoutLines(ranges: Array(image[ranges..<end])))
        return image
    }

    private static func withoutLines(scope image: [UInt8], _ lists: [String: String]) -> [UInt8] {
        var image = image
        for parameter in 0..<number(image, 12) {
            let record = 16 + 24 * parameter
            image.replaceSubrange(record + 20..<record + 24, with: [0, 0, 0, 0])
            let start = number(image, record + 8)
            let value = start..<start + number(image, record + 12)
            if image[record + 16] == 8, let name = lists[String(decoding: image[value], as: UTF8.self)] {
                image.replaceSubrange(value, with: name.utf8)
            }
        }
        return image
    }
}

import ByteScanning
import ParameterCatalogue
import TableFormat

/// What a match list says, before it is bytes.
public struct MatchListImageBuilder: Sendable {
    private struct Name {
        var text: [UInt8]
        var pattern: Int
    }

    private let nameMatching: MatchListImage.NameMatching
    private var lines: [UInt32] = []
    private var names: [Name] = []
    private var tables: [(pattern: Int, id: TableID)] = []
    /// The image of address ranges, whose answers are numbers of patterns.
    public var ranges: [UInt8] = []

    public init(nameMatching: MatchListImage.NameMatching) { self.nameMatching = nameMatching }

    /// Adds a pattern and gives its number.
    ///
    /// - Parameter line: from 1; 0 where no file has it.
    public mutating func addPattern(line: Int, isNegated: Bool) -> Int {
        lines.append(UInt32(clamping: line) << 1 | (isNegated ? 1 : 0))
        return lines.count - 1
    }

    /// - Parameter text: in lower case.
    public mutating func addName(_ text: [UInt8], pattern: Int) {
        names.append(Name(text: text, pattern: pattern))
    }

    public mutating func addTable(_ id: TableID, pattern: Int) { tables.append((pattern, id)) }

    public func image() -> [UInt8] {
        let names = firstOfEach()
        var bytes = Array("PRmatch\n".utf8)
        func put(_ number: Int) {
            for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
        }
        put(Int(MatchListImage.version))
        put(Int(nameMatching.rawValue))
        put(lines.count)
        put(names.count)
        put(tables.count)
        put(ranges.count)
        for line in lines { put(Int(line)) }
        var offset = bytes.count + 12 * names.count + 8 * tables.count + ranges.count
        for name in names {
            put(offset)
            put(name.text.count)
            put(name.pattern)
            offset += name.text.count
        }
        for table in tables {
            put(table.pattern)
            put(table.id.number)
        }
        return bytes + ranges + names.flatMap(\.text)
    }

    /// Names in order, each with the first pattern that has it.
    private func firstOfEach() -> [Name] {
        var result: [Name] = []
        let sorted = names.sorted { left, right in
            left.text == right.text
                ? left.pattern < right.pattern : left.text.lexicographicallyPrecedes(right.text)
        }
        for name in sorted where result.last?.text != name.text { result.append(name) }
        return result
    }
}

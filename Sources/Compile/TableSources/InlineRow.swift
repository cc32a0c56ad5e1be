import ByteScanning

/// A row of a table that stands in its name: `name=value`, or `{ name = value with blanks }` (DATABASE_README, inline).
public struct InlineRow: Sendable, Equatable {
    public var key: [UInt8]
    public var value: [UInt8]
    /// Where the key stands in the table's name.
    public var keyRange: Range<Int>
    /// Where the value stands in the table's name.
    public var valueRange: Range<Int>

    /// What is wrong with the text of a table.
    public struct Fault: Error, Sendable, Equatable {
        /// Bytes from the start of the table's name.
        public var offset: Int
        public var message: String
    }

    /// The rows of an `inline` table in their order. A table has one at least.
    public static func rows(of name: Span<UInt8>) throws(Fault) -> [InlineRow] {
        let items = try braces { () throws(BraceFault) in try BraceList.items(of: name) }
        guard !items.isEmpty else { throw Fault(offset: 0, message: "the table has no rows") }
        var rows: [InlineRow] = []
        for item in items {
            var range = item
            if name[item.lowerBound] == ASCII.openBrace {
                range = try braces { () throws(BraceFault) in try BraceList.content(of: item, in: name) }
            }
            rows.append(try row(name, range))
        }
        return rows
    }

    /// The name ends at the equals sign or at white space, after which nothing but the equals sign may come.
    private static func row(_ name: Span<UInt8>, _ range: Range<Int>) throws(Fault) -> InlineRow {
        let equalsSign = UInt8(ascii: "=")
        let key = range.prefix { name[$0] != equalsSign && !ASCII.isSpace(name[$0]) }
        let equals = range[key.endIndex...].first { !ASCII.isSpace(name[$0]) }
        guard let equals, name[equals] == equalsSign else {
            throw Fault(
                offset: range.lowerBound,
                message: "no \"=\" after the name in \"\(printable(name.bytes(range)))\"")
        }
        let value = name.trimming(equals + 1..<range.upperBound)
        let keyRange = key.startIndex..<key.endIndex
        return InlineRow(
            key: name.bytes(keyRange), value: name.bytes(value), keyRange: keyRange, valueRange: value)
    }

    private static func braces<Value>(_ work: () throws(BraceFault) -> Value) throws(Fault) -> Value {
        do throws(BraceFault) { return try work() } catch {
            throw Fault(offset: error.offset, message: error.message)
        }
    }
}

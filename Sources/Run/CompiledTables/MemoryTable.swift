import ByteScanning
import TableFormat

/// Rows that this process holds, in the order in which they were written: `inline` and `texthash` tables.
public struct MemoryTable: ListableTable {
    public let name: String
    public let matching = KeyMatching.fixed
    private var numbers: [[UInt8]: Int] = [:]
    private var rows: [(key: [UInt8], value: [UInt8])] = []

    /// An empty table.
    public init(name: String) { self.name = name }

    /// Sets the value of a key, folded already.
    public mutating func set(_ key: [UInt8], to value: [UInt8]) {
        if let number = numbers[key] {
            rows[number].value = value
        } else {
            numbers[key] = rows.count
            rows.append((key, value))
        }
    }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        numbers[key.bytes].map { rows[$0].value }
    }

    public func forEachRow(
        _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool
    ) throws(LookupFailure) {
        for row in rows where !body(row.key.span, row.value.span) { return }
    }
}

import ByteScanning

/// The rows of a source: where each key and value is, without a copy for all that stand in the source as they will
/// stand in the index.
struct RowTable {
    /// 32 bytes, so that a cache line holds two.
    struct Row {
        /// The first eight bytes of the key, most significant first, zeros after its end: rows compare by this number
        /// before anything else.
        var prefix: UInt64
        /// Where the key is in the source, or, with `Row.inArena` set, in the arena.
        var location: UInt64
        var keySize: UInt32
        /// From the key's first byte to the value's.
        var valueDelta: UInt32
        var valueSize: UInt32
        /// The line that the row begins on, counted from 1.
        var line: UInt32

        static let inArena: UInt64 = 1 << 63
    }

    var rows: [Row] = []
    /// Keys and values that had to be put together: folded keys, continued lines.
    var arena: [UInt8] = []

    mutating func append(key: Span<UInt8>, value: Span<UInt8>, line: Int) {
        let start = arena.count
        arena.reserveCapacity(start + key.count + value.count)
        arena.append(contentsOf: key)
        arena.append(contentsOf: value)
        rows.append(
            Row(
                prefix: Self.prefix(of: key), location: UInt64(start) | Row.inArena,
                keySize: UInt32(key.count),
                valueDelta: UInt32(key.count), valueSize: UInt32(clamping: value.count),
                line: UInt32(clamping: line)))
    }

    mutating func append(_ additions: [AdditionalRow]) {
        for row in additions { append(key: row.key.span, value: row.value.span, line: 0) }
    }

    /// The key of a row whose bytes are in the arena.
    func arenaKey(_ row: Row) -> [UInt8] {
        let start = Int(row.location & ~Row.inArena)
        return arena.span.bytes(start..<start + Int(row.keySize))
    }

    static func prefix(of key: Span<UInt8>) -> UInt64 {
        var prefix: UInt64 = 0
        for index in 0..<8 { prefix = prefix << 8 | (index < key.count ? UInt64(key[index]) : 0) }
        return prefix
    }
}

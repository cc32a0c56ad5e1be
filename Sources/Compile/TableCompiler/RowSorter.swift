import Glibc

/// Puts rows in the order of an index: by key, bytes first and then length; rows with one key in the order of the
/// source.
///
/// Rows are sorted by eight bytes of the key at a time, with a stable radix sort where many share the bytes before,
/// so that a million rows cost about as much as reading them a few times.
// SAFETY: `source` and `arena` outlive the sorter; keys were bounded by the scanner that made the rows.
@unsafe struct RowSorter {
    let source: UnsafeRawBufferPointer
    let arena: UnsafeRawBufferPointer
    let rows: UnsafeBufferPointer<RowTable.Row>

    /// Part of a key and the row that has it.
    struct Entry {
        var digits: UInt64
        var row: UInt32
    }

    /// Row numbers in order; `nil` when the rows are in order already, each key once.
    func order() -> [UInt32]? {
        if unsafe isSorted() { return nil }
        var entries = unsafe rows.indices.map { unsafe Entry(digits: rows[$0].prefix, row: UInt32($0)) }
        var scratch = entries
        unsafe entries.withUnsafeMutableBufferPointer { entries in
            unsafe scratch.withUnsafeMutableBufferPointer { scratch in
                unsafe sort(entries, scratch, depth: 0)
            }
        }
        return entries.map(\.row)
    }

    func key(_ row: RowTable.Row) -> UnsafeRawBufferPointer {
        let base = row.location & RowTable.Row.inArena != 0 ? unsafe arena : unsafe source
        let start = Int(row.location & ~RowTable.Row.inArena)
        return unsafe UnsafeRawBufferPointer(rebasing: base[start..<start &+ Int(row.keySize)])
    }

    func value(_ row: RowTable.Row) -> UnsafeRawBufferPointer {
        let base = row.location & RowTable.Row.inArena != 0 ? unsafe arena : unsafe source
        let start = Int(row.location & ~RowTable.Row.inArena) &+ Int(row.valueDelta)
        return unsafe UnsafeRawBufferPointer(rebasing: base[start..<start &+ Int(row.valueSize)])
    }

    /// As the index compares keys.
    func compare(_ left: RowTable.Row, _ right: RowTable.Row) -> Int {
        if left.prefix != right.prefix { return left.prefix < right.prefix ? -1 : 1 }
        return unsafe compareKeys(key(left), key(right))
    }

    private func isSorted() -> Bool {
        guard let first = unsafe rows.first else { return true }
        var last = first
        for index in 1..<(unsafe rows.count) {
            let row = unsafe rows[index]
            if row.prefix <= last.prefix, unsafe compare(last, row) >= 0 { return false }
            last = row
        }
        return true
    }

    /// Sorts entries whose keys agree in the first `depth` bytes and whose digits are the eight bytes after these.
    private func sort(
        _ entries: UnsafeMutableBufferPointer<Entry>, _ scratch: UnsafeMutableBufferPointer<Entry>, depth: Int
    ) {
        if entries.count < 64 {
            unsafe insertionSort(entries, depth)
            return
        }
        unsafe radixSort(entries, scratch)
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, unsafe entries[end].digits == (unsafe entries[start].digits) {
                end += 1
            }
            if end - start > 1 { unsafe sortRun(start..<end, of: entries, scratch, depth: depth + 8) }
            start = end
        }
    }

    /// Sorts entries that agree in the first `depth` bytes, those past the end of a key counting as zeros.
    private func sortRun(
        _ run: Range<Int>, of entries: UnsafeMutableBufferPointer<Entry>,
        _ scratch: UnsafeMutableBufferPointer<Entry>, depth: Int
    ) {
        var isLonger = false
        let part = unsafe UnsafeMutableBufferPointer(rebasing: entries[run])
        for index in 0..<part.count {
            let key = unsafe key(rows[Int(part[index].row)])
            isLonger = isLonger || key.count > depth
            unsafe part[index].digits = digits(of: key, at: depth)
        }
        // Keys have no NUL bytes, so those that end here are equal.
        guard isLonger else { return }
        unsafe sort(part, UnsafeMutableBufferPointer(rebasing: scratch[run]), depth: depth)
    }

    private func digits(of key: UnsafeRawBufferPointer, at depth: Int) -> UInt64 {
        var digits: UInt64 = 0
        for index in depth..<depth + 8 {
            digits = digits << 8 | (index < key.count ? UInt64(unsafe key[index]) : 0)
        }
        return digits
    }

    private func insertionSort(_ entries: UnsafeMutableBufferPointer<Entry>, _ depth: Int) {
        guard entries.count > 1 else { return }
        for index in 1..<entries.count {
            let entry = unsafe entries[index]
            var place = index
            while place > 0, unsafe isBefore(entry, entries[place - 1], depth) {
                unsafe entries[place] = entries[place - 1]
                place -= 1
            }
            unsafe entries[place] = entry
        }
    }

    private func isBefore(_ left: Entry, _ right: Entry, _ depth: Int) -> Bool {
        if left.digits != right.digits { return left.digits < right.digits }
        return unsafe compareKeys(key(rows[Int(left.row)]), key(rows[Int(right.row)])) < 0
    }

    /// Least significant digit first, eleven bits at a time; digits that all entries share cost one look.
    private func radixSort(
        _ entries: UnsafeMutableBufferPointer<Entry>, _ scratch: UnsafeMutableBufferPointer<Entry>
    ) {
        var from = unsafe entries
        var to = unsafe scratch
        for shift in stride(from: UInt64(0), to: 64, by: 11) {
            var counts = [Int](repeating: 0, count: 2048)
            for index in 0..<entries.count { counts[Int(unsafe from[index].digits >> shift & 2047)] += 1 }
            if counts.contains(entries.count) { continue }
            var total = 0
            for digit in counts.indices { (counts[digit], total) = (total, total + counts[digit]) }
            for index in 0..<entries.count {
                let entry = unsafe from[index]
                let digit = Int(entry.digits >> shift & 2047)
                unsafe to[counts[digit]] = entry
                counts[digit] += 1
            }
            unsafe (from, to) = (to, from)
        }
        if unsafe from.baseAddress != entries.baseAddress {
            _ = unsafe entries.update(fromContentsOf: from)
        }
    }
}

/// Negative, zero or positive as `left` sorts before, with or after `right` in an index.
func compareKeys(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    guard let leftBase = left.baseAddress, let rightBase = right.baseAddress else {
        return left.count - right.count
    }
    let order = unsafe memcmp(leftBase, rightBase, min(left.count, right.count))
    return order != 0 ? Int(order) : left.count - right.count
}

import ByteScanning
import Diagnostics
import Glibc
import LMDBStore
import PosixSupport

/// What happens when a key is met again.
public enum DuplicatePolicy: Sendable {
    /// The first value stays and the row is reported.
    case report
    /// The first value stays (`-w`).
    case keepFirst
    /// The last value stays (`-r`).
    case keepLast
}

/// Makes the LMDB index of a map and puts it in the place of the old one.
public struct IndexBuilder: Sendable {
    /// The index file.
    public var path: String
    /// Permissions of the new file.
    public var mode: mode_t
    public var duplicates: DuplicatePolicy
    /// Whether a NUL byte follows each key and value, as Postfix stores them by default.
    public var terminated: Bool
    /// Who shall own the new file; `nil` for this process.
    public var owner: (user: uid_t, group: gid_t)?
    public var durability = ReplacementFile.Durability.full

    public init(
        path: String, mode: mode_t, duplicates: DuplicatePolicy, terminated: Bool
    ) {
        self.path = path
        self.mode = mode
        self.duplicates = duplicates
        self.terminated = terminated
    }

    /// The longest key that fits, in bytes.
    public var maximumKeySize: Int { 511 - (terminated ? 1 : 0) }

    /// Writes `rows` over `source` as the new index.
    ///
    /// - Returns: how many rows the index has.
    /// - Throws: `IndexError`; the old index is then untouched.
    func publish(
        _ table: RowTable, source: Span<UInt8>, file: String, into replacement: consuming ReplacementFile,
        report: (Diagnostic) -> Void, progress: (BuildProgress) -> Void
    ) throws(IndexError) -> Int {
        var repeated: [UInt32] = []
        var writer = IndexWriter(replacement)
        let count = try unsafe source.withUnsafeBytes { (source) throws(IndexError) in
            try unsafe table.arena.span.withUnsafeBytes { (arena) throws(IndexError) in
                try unsafe table.rows.withUnsafeBufferPointer { (rows) throws(IndexError) in
                    let sorter = unsafe RowSorter(source: source, arena: arena, rows: rows)
                    var order = unsafe sorter.order()
                    if let sorted = order {
                        (order, repeated) = unsafe sorter.withoutRepeats(
                            sorted, keepLast: duplicates == .keepLast)
                    }
                    return try unsafe write(sorter, order, to: &writer, progress)
                }
            }
        }
        if duplicates == .report { reportRepeats(repeated, table, source, file, report) }
        _ = try writer.publish(durability: durability)
        return count
    }

    /// A new file for the index, empty.
    ///
    /// - Parameter locked: whether the old index will be read to make the new one.
    func makeReplacement(locked: Bool) throws(IndexError) -> ReplacementFile {
        do throws(SystemError) {
            return try ReplacementFile(replacing: path, mode: mode, locked: locked, owner: owner)
        } catch {
            throw .system(error)
        }
    }

    // SAFETY: see RowSorter; `order` holds indices of `sorter.rows`.
    private func write(
        _ sorter: RowSorter, _ order: [UInt32]?, to writer: inout IndexWriter,
        _ progress: (BuildProgress) -> Void
    ) throws(IndexError) -> Int {
        let count = unsafe order?.count ?? sorter.rows.count
        for position in 0..<count {
            let row = unsafe sorter.rows[order.map { Int($0[position]) } ?? position]
            try unsafe writer.append(key: sorter.key(row), value: sorter.value(row), terminated: terminated)
            if position & (BuildProgress.step &- 1) == 0 {
                progress(BuildProgress(phase: .writing, done: position, total: count, rows: position))
            }
        }
        return count
    }

    private func reportRepeats(
        _ repeated: [UInt32], _ table: RowTable, _ source: Span<UInt8>, _ file: String,
        _ report: (Diagnostic) -> Void
    ) {
        for number in repeated.sorted() {
            let row = table.rows[Int(number)]
            let start = Int(row.location & ~RowTable.Row.inArena)
            let range = start..<start + Int(row.keySize)
            let isInArena = row.location & RowTable.Row.inArena != 0
            let key = isInArena ? table.arena.span.bytes(range) : source.bytes(range)
            report(.duplicate(key, line: Int(row.line), file: file))
        }
    }
}

extension Diagnostic {
    /// A key that came before, in a source where the first one counts.
    static func duplicate(_ key: [UInt8], line: Int, file: String) -> Diagnostic {
        Diagnostic(
            .warning, file: file, position: SourcePosition(line: line, column: 1),
            "duplicate entry: \"\(printable(key))\"", help: "the first value stays")
    }
}

extension RowSorter {
    /// `order` with one row for each key, and the rows that were left out because their key came before.
    func withoutRepeats(_ order: [UInt32], keepLast: Bool) -> (kept: [UInt32], repeated: [UInt32]) {
        var kept: [UInt32] = []
        var repeated: [UInt32] = []
        kept.reserveCapacity(order.count)
        for number in order {
            if let last = kept.last, unsafe compare(rows[Int(last)], rows[Int(number)]) == 0 {
                repeated.append(number)
                if keepLast { kept[kept.count - 1] = number }
            } else {
                kept.append(number)
            }
        }
        return (kept, repeated)
    }
}

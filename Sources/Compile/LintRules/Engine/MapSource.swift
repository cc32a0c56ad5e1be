import ByteScanning
import Diagnostics
import TableSources

/// The source of an indexed map with its rows, in the order of the file.
public struct MapSource: Sendable {
    /// What it was read from.
    let text: TableText
    public let rows: [Row]
    /// Whether it is `name: value, ...` (aliases(5)).
    let isAliasSource: Bool
    /// Which of two rows with the same key counts.
    let counting: CountingRow
    /// What is wrong with lines, as `postmap` and `postalias` report it.
    public let diagnostics: [Diagnostic]
    /// Texts of rows that had to be put together.
    private let arena: [UInt8]

    /// A row: key and value stand next to each other in the file, or in the arena.
    public struct Row: Sendable {
        var isInArena: Bool
        var keyRange: Range<Int>
        var valueRange: Range<Int>
        /// Where its first line begins in the file, and that line, counted from 1.
        public var start: Int
        public var line: Int
    }

    /// Which of the rows with a key has its value.
    enum CountingRow { case first, last }

    /// The name of the file in messages.
    public var file: String { text.file }
    public var lines: TextLines { text.lines }

    /// Reads a source.
    ///
    /// - Parameter isAliasSource: whether it is `name: value, ...` (aliases(5)) and not `key value` (postmap(1)).
    public init(file: String, lines: TextLines, isAliasSource: Bool) {
        text = TableText(file: file, lines: lines)
        self.isAliasSource = isAliasSource
        counting = .first
        var reader = RowReader(file: file, isAliasSource: isAliasSource)
        reader.read(lines.bytes.span)
        (rows, diagnostics, arena) = (reader.rows, reader.diagnostics, reader.arena)
    }

    /// Takes the rows of an `inline` table.
    init(_ text: TableText, rows: [InlineRow], isAliasSource: Bool) {
        self.text = text
        self.isAliasSource = isAliasSource
        counting = .last
        self.rows = rows.map {
            Row(
                isInArena: false, keyRange: $0.keyRange, valueRange: $0.valueRange,
                start: $0.keyRange.lowerBound, line: 1)
        }
        (diagnostics, arena) = ([], [])
    }

    public func key(_ row: Row) -> [UInt8] { text(row, row.keyRange) }
    public func value(_ row: Row) -> [UInt8] { text(row, row.valueRange) }

    /// The key where it stands, without a copy.
    func keySlice(_ row: Row) -> ArraySlice<UInt8> { (row.isInArena ? arena : lines.bytes)[row.keyRange] }
    /// The value where it stands, without a copy.
    func valueSlice(_ row: Row) -> ArraySlice<UInt8> { (row.isInArena ? arena : lines.bytes)[row.valueRange] }

    private func text(_ row: Row, _ range: Range<Int>) -> [UInt8] {
        row.isInArena ? arena.span.bytes(range) : lines.bytes.span.bytes(range)
    }

    /// Where the key stands.
    public func range(ofKey row: Row) -> SourceRange {
        guard row.isInArena else { return text.range(row.keyRange) }
        let line = lines.range(ofLine: row.line)
        return SourceRange(
            file: file, bytes: line.lowerBound..<min(line.upperBound, line.lowerBound + row.keyRange.count))
    }

    /// Where the value stands; for one that goes over several lines, its first line from the value on.
    public func range(ofValue row: Row) -> SourceRange {
        guard row.isInArena else { return text.range(row.valueRange) }
        let bytes = lines.bytes.span
        let line = lines.range(ofLine: row.line)
        let rest = min(line.lowerBound + row.keyRange.count, line.upperBound)..<line.upperBound
        let trimmed = bytes.trimming(rest)
        return SourceRange(file: file, bytes: trimmed.isEmpty ? line : trimmed)
    }
}

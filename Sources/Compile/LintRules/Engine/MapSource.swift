import ByteScanning
import ConfigurationSyntax
import Diagnostics
import TableSources

/// The source of an indexed map with its rows, in the order of the file.
public struct MapSource: Sendable {
    /// The name of the file in messages.
    public let file: String
    public let lines: TextLines
    public let rows: [Row]
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

    /// Reads a source.
    ///
    /// - Parameter isAliasSource: whether it is `name: value, ...` (aliases(5)) and not `key value` (postmap(1)).
    public init(file: String, bytes: [UInt8], isAliasSource: Bool) {
        self.file = file
        lines = TextLines(bytes)
        var reader = RowReader(file: file, isAliasSource: isAliasSource)
        reader.read(bytes.span)
        (rows, diagnostics, arena) = (reader.rows, reader.diagnostics, reader.arena)
    }

    public func key(_ row: Row) -> [UInt8] { text(row, row.keyRange) }
    public func value(_ row: Row) -> [UInt8] { text(row, row.valueRange) }

    private func text(_ row: Row, _ range: Range<Int>) -> [UInt8] {
        row.isInArena ? arena.span.bytes(range) : lines.bytes.span.bytes(range)
    }

    /// Where the key stands.
    public func range(ofKey row: Row) -> SourceRange {
        guard row.isInArena else { return SourceRange(file: file, bytes: row.keyRange) }
        let line = lines.range(ofLine: row.line)
        return SourceRange(
            file: file, bytes: line.lowerBound..<min(line.upperBound, line.lowerBound + row.keyRange.count))
    }

    /// Where the value stands; for one that goes over several lines, its first line from the value on.
    public func range(ofValue row: Row) -> SourceRange {
        guard row.isInArena else { return SourceRange(file: file, bytes: row.valueRange) }
        let bytes = lines.bytes.span
        let line = lines.range(ofLine: row.line)
        let rest = min(line.lowerBound + row.keyRange.count, line.upperBound)..<line.upperBound
        let trimmed = bytes.trimming(rest)
        return SourceRange(file: file, bytes: trimmed.isEmpty ? line : trimmed)
    }
}

/// Reads the rows of a map source.
private struct RowReader {
    let file: String
    let isAliasSource: Bool
    var rows: [MapSource.Row] = []
    var diagnostics: [Diagnostic] = []
    var arena: [UInt8] = []

    init(file: String, isAliasSource: Bool) {
        self.file = file
        self.isAliasSource = isAliasSource
    }

    mutating func read(_ source: Span<UInt8>) {
        rows.reserveCapacity(source.count / 32)
        var reader = LogicalLineReader()
        while let line = reader.next(in: source) {
            guard let first = line.pieces.first else { continue }
            if isAliasSource {
                readAlias(line.text(in: source).span, line)
            } else if line.pieces.count == 1 {
                readRow(source.extracting(first.range), line, offset: first.range.lowerBound)
            } else {
                readRow(line.text(in: source).span, line, offset: nil)
            }
        }
    }

    /// - Parameter offset: where the text stands in the file; `nil` for a text that was put together.
    private mutating func readRow(_ text: Span<UInt8>, _ line: LogicalLine, offset: Int?) {
        switch MapLine.parse(text, checksUTF8: false) {
        case .dropped(let fault): report(fault, line)
        case .row(let row, let warning):
            if let warning { report(warning, line) }
            if let offset {
                append(
                    line, isInArena: false, key: offset + row.key.lowerBound..<offset + row.key.upperBound,
                    value: offset + row.value.lowerBound..<offset + row.value.upperBound)
            } else {
                appendCopy(line, key: text.bytes(row.key), value: text.bytes(row.value))
            }
        }
    }

    private mutating func readAlias(_ text: Span<UInt8>, _ line: LogicalLine) {
        switch AliasLine.parse(text, checksUTF8: false) {
        case .blank: break
        case .dropped(let fault): report(fault, line)
        case .entry(let entry): appendCopy(line, key: entry.name, value: entry.value)
        }
    }

    private mutating func appendCopy(_ line: LogicalLine, key: [UInt8], value: [UInt8]) {
        let start = arena.count
        arena += key
        arena += value
        append(
            line, isInArena: true, key: start..<start + key.count,
            value: start + key.count..<start + key.count + value.count)
    }

    private mutating func append(
        _ line: LogicalLine, isInArena: Bool, key: Range<Int>, value: Range<Int>
    ) {
        rows.append(
            MapSource.Row(
                isInArena: isInArena, keyRange: key, valueRange: value,
                start: line.pieces.first?.range.lowerBound ?? 0, line: line.firstLine))
    }

    private mutating func report(_ fault: MapLine.Fault, _ line: LogicalLine) {
        let place = line.position(ofTextOffset: fault.offset)
        diagnostics.append(
            Diagnostic(
                fault.severity, file: file,
                position: SourcePosition(line: place.line, column: place.column), fault.message,
                help: fault.help))
    }
}

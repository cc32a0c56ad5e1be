import ByteScanning
import Diagnostics
import TableSources

/// Reads the rows of a map source.
struct RowReader {
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
        while true {
            if !isAliasSource { readPlainLines(source, &reader) }
            guard let line = reader.next(in: source) else { return }
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

    /// Takes rows on one line each, without white space or a comment before or after them, until another line comes.
    private mutating func readPlainLines(_ source: Span<UInt8>, _ reader: inout LogicalLineReader) {
        var offset = reader.offset
        var number = reader.linesRead
        while offset < source.count {
            let first = source[offset]
            guard first != ASCII.numberSign, !ASCII.isSpace(first) else { break }
            var end = offset
            while end < source.count, source[end] != ASCII.newline { end &+= 1 }
            if end + 1 < source.count {
                let next = source[end + 1]
                if next == ASCII.numberSign || ASCII.isSpace(next) { break }
            }
            guard
                case .row(let row, nil) = MapLine.parse(source.extracting(offset..<end), checksUTF8: false)
            else { break }
            number += 1
            rows.append(
                MapSource.Row(
                    isInArena: false, keyRange: offset + row.key.lowerBound..<offset + row.key.upperBound,
                    valueRange: offset + row.value.lowerBound..<offset + row.value.upperBound, start: offset,
                    line: number))
            offset = end + 1
        }
        reader.skip(to: min(offset, source.count), linesRead: number)
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

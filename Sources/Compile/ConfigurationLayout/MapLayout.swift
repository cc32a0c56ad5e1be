import ByteScanning
import ConfigurationSyntax
import TableSources

/// The canonical layout of a map: the values of rows that follow each other begin in one column. Keys and values keep each
/// of their bytes, and rows over several lines all but the white space before the value. Of tables of patterns only the
/// ends of lines change.
public enum MapLayout {
    /// What kind of table a file is.
    public enum Grammar: Sendable {
        /// `key value`, aliases and `cidr` tables.
        case rows
        /// `pcre` and `regexp`.
        case patterns
    }

    /// Values begin no further to the right, unless the key is longer.
    private static let maximumColumn = 40

    private struct Row {
        var key: [UInt8]
        var rest: [UInt8]
    }

    public static func text(of source: SourceFile, grammar: Grammar) -> [UInt8] {
        let bytes = source.bytes
        var writer = LayoutWriter()
        var block: [Row] = []
        var reader = LogicalLineReader()
        let hasRows = grammar == .rows && !hasPatterns(bytes)
        var end = 0
        while let line = reader.next(in: bytes.span) {
            guard let first = line.pieces.first, let last = line.pieces.last else { continue }
            if first.range.lowerBound > end {
                write(&block, to: &writer)
                writer.comments(end..<first.range.lowerBound, of: bytes)
            }
            end = min(last.range.upperBound + 1, bytes.count)
            if hasRows, line.pieces.count == 1, let row = row(line, of: bytes) {
                block.append(row)
            } else {
                write(&block, to: &writer)
                write(line, bytes, to: &writer)
            }
        }
        write(&block, to: &writer)
        if end < bytes.count { writer.comments(end..<bytes.count, of: bytes) }
        return writer.bytes
    }

    /// Writes the rows that follow each other.
    private static func write(_ block: inout [Row], to writer: inout LayoutWriter) {
        let column = column(of: block)
        for row in block {
            let padding = max(column - row.key.count, 1)
            writer.line(row.key + [UInt8](repeating: ASCII.space, count: padding) + row.rest)
        }
        block = []
    }

    /// Where the values of some rows begin.
    private static func column(of rows: [Row]) -> Int {
        let widths = rows.map(\.key.count).filter { $0 < maximumColumn }
        guard let widest = widths.max() else { return 0 }
        return (widest + 5) / 4 * 4
    }

    private static func row(_ line: LogicalLine, of bytes: [UInt8]) -> Row? {
        guard !hasOpenQuote(line, bytes), let range = line.pieces.first?.range else { return nil }
        let text = bytes.span.extracting(range)
        guard case .row(let row, _) = MapLine.parse(text, checksUTF8: false),
            !text.indices.contains(where: { text[$0] == ASCII.nul })
        else { return nil }
        let (key, rest) = (text.bytes(row.key), text.bytes(row.value))
        return mayBePattern(key, rest) ? nil : Row(key: key, rest: rest)
    }

    private static func write(_ line: LogicalLine, _ bytes: [UInt8], to writer: inout LayoutWriter) {
        let isOpen = hasOpenQuote(line, bytes)
        for (index, piece) in line.pieces.enumerated() {
            writer.comments(line.gap(before: index), of: bytes)
            var text = bytes[piece.range]
            // White space at the end of a row is no part of it; between its lines and in quotes it is.
            let isLast = index == line.pieces.count - 1
            if isLast, !isOpen, let last = text.lastIndex(where: { !ASCII.isSpace($0) }) {
                text = text[...last]
            }
            writer.line(text)
        }
    }

    /// Whether the row could be a pattern with blanks between two of its first character. `@` begins the keys of domains.
    private static func mayBePattern(_ key: [UInt8], _ rest: [UInt8]) -> Bool {
        guard let first = key.first, !ASCII.isAlphanumeric(first), first != UInt8(ascii: "@") else {
            return false
        }
        return !key.dropFirst().contains(first) && rest.contains(first)
    }

    /// Whether white space at the end of a line may stand between quotes.
    private static func hasOpenQuote(_ line: LogicalLine, _ bytes: [UInt8]) -> Bool {
        let text = line.text(in: bytes.span)
        let quotes = text.count { $0 == ASCII.doubleQuote }
        return quotes % 2 == 1 || quotes > 0 && text.contains(ASCII.backslash)
            || text.contains(ASCII.openParenthesis) || text.last { !ASCII.isSpace($0) } == ASCII.backslash
    }

    /// Whether a row begins like a pattern.
    private static func hasPatterns(_ bytes: [UInt8]) -> Bool {
        var reader = LogicalLineReader()
        while let line = reader.next(in: bytes.span) {
            guard let piece = line.pieces.first else { continue }
            let key = bytes[piece.range].prefix { !ASCII.isSpace($0) }
            guard let first = key.first else { continue }
            let isPlain = ASCII.isAlphanumeric(first) || first >= 0x80 || "@.*\"+-_[<=:".utf8.contains(first)
            if !isPlain || key.contains(where: { "\\^(".utf8.contains($0) }) { return true }
            let word = String(decoding: key.prefix(while: ASCII.isAlphanumeric), as: UTF8.self).lowercased()
            if word == "if" { return true }
        }
        return false
    }
}

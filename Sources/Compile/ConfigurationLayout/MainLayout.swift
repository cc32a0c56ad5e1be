import ByteScanning
import ConfigurationSyntax
import ParameterCatalogue

/// The canonical layout of main.cf: `name = value` with one blank around the equals sign; the lines of a list that go on
/// are indented by four blanks. A value that is no list keeps each of its bytes.
public enum MainLayout {
    public static func text(of source: SourceFile) -> [UInt8] {
        var writer = LayoutWriter()
        for item in MainSyntax(source).items {
            switch item {
            case .trivia(let range): writer.comments(range, of: source.bytes)
            case .entry(let entry): write(entry, of: source, to: &writer)
            }
        }
        return writer.bytes
    }

    private static func write(
        _ entry: MainSyntax.Entry, of source: SourceFile, to writer: inout LayoutWriter
    ) {
        guard case .setting(let name, let value) = entry.content, let first = value.line.pieces.first,
            let equals = equals(name, first.range, source.bytes)
        else { return unchanged(entry.text.line, of: source, to: &writer) }
        let isList = isList(name.string) && !value.bytes.contains { "{}".utf8.contains($0) }
        let line = value.line
        let bytes = source.bytes.span
        let last = line.pieces.count - 1
        let head = name.bytes + Array(" =".utf8)
        let isLong = last > 0 && !isList
        let trimmed = bytes.trimming(equals + 1..<first.range.upperBound)
        let text = isLong && !trimmed.isEmpty ? trimmed.lowerBound..<first.range.upperBound : trimmed
        writer.line(text.isEmpty ? head : head + [ASCII.space] + bytes.bytes(text))
        for index in line.pieces.indices.dropFirst() {
            writer.comments(line.gap(before: index), of: source.bytes)
            let range = line.pieces[index].range
            let text = bytes.trimming(range)
            let indent = isList ? Array("    ".utf8) : bytes.bytes(range.lowerBound..<text.lowerBound)
            let end = isList || index == last ? text.upperBound : range.upperBound
            writer.line(indent + bytes.bytes(text.lowerBound..<end))
        }
    }

    /// Where the equals sign is, if it is on the line of the name.
    private static func equals(_ name: LineText, _ line: Range<Int>, _ bytes: [UInt8]) -> Int? {
        let end = name.sourceEnd
        guard line.contains(end) else { return nil }
        let index = bytes[end..<line.upperBound].firstIndex { !ASCII.isSpace($0) }
        return index.flatMap { bytes[$0] == ASCII.equals ? $0 : nil }
    }

    private static func unchanged(
        _ line: LogicalLine, of source: SourceFile, to writer: inout LayoutWriter
    ) {
        for (index, piece) in line.pieces.enumerated() {
            writer.comments(line.gap(before: index), of: source.bytes)
            writer.line(source.bytes[piece.range])
        }
    }

    private static func isList(_ name: String) -> Bool {
        switch ParameterCatalogue.definition(of: name)?.type {
        case .list, .tableList, .matchList, .restrictionList, .keywordSet: true
        default: false
        }
    }
}

extension LineText {
    /// The byte of the file after a text that is on the first line of its entry.
    fileprivate var sourceEnd: Int { (line.pieces.first?.range.lowerBound ?? 0) + range.upperBound }
}

import ByteScanning
import ConfigurationSyntax

/// The canonical layout of master.cf: eight columns where the file that comes with Postfix has them; what follows is
/// separated by one blank, lines that go on are indented by four.
public enum MasterLayout {
    /// Where each column begins.
    private static let columns = [0, 10, 16, 24, 32, 40, 48, 56]

    public static func text(of source: SourceFile) -> [UInt8] {
        var writer = LayoutWriter()
        for item in MasterSyntax(source).items {
            switch item {
            case .trivia(let range): writer.comments(range, of: source.bytes)
            case .entry(let entry): write(entry, of: source, to: &writer)
            case .strayLine(_, let text):
                // A mistake stays as it is.
                for piece in text.line.pieces { writer.line(source.bytes[piece.range]) }
            }
        }
        return writer.bytes
    }

    private static func write(
        _ entry: MasterSyntax.Entry, of source: SourceFile, to writer: inout LayoutWriter
    ) {
        guard let line = entry.words.first?.line else { return }
        let places = entry.words.map { piece(of: $0) }
        guard entry.isComplete, places.allSatisfy({ $0 != nil }),
            places.prefix(MasterSyntax.Entry.columnCount).allSatisfy({ $0 == 0 })
        else {
            for (index, piece) in line.pieces.enumerated() {
                writer.comments(line.gap(before: index), of: source.bytes)
                writer.line(source.bytes[piece.range])
            }
            return
        }
        for index in line.pieces.indices {
            writer.comments(line.gap(before: index), of: source.bytes)
            let words = zip(entry.words, places).filter { $0.1 == index }.map(\.0.bytes)
            writer.line(index == 0 ? header(words) : Array("    ".utf8) + joined(words[...]))
        }
    }

    /// Which line of the entry has the word; `nil` when it goes over several.
    private static func piece(of word: LineText) -> Int? {
        var start = 0
        for (index, piece) in word.line.pieces.enumerated() {
            if word.range.lowerBound < start + piece.range.count {
                return word.range.upperBound <= start + piece.range.count ? index : nil
            }
            start += piece.range.count
        }
        return nil
    }

    private static func header(_ words: [[UInt8]]) -> [UInt8] {
        var text: [UInt8] = []
        for (word, column) in zip(words, columns) {
            let padding = max(column - text.count, text.isEmpty ? 0 : 1)
            text += [UInt8](repeating: ASCII.space, count: padding) + word
        }
        let rest = words.dropFirst(columns.count)
        return rest.isEmpty ? text : text + [ASCII.space] + joined(rest)
    }

    private static func joined(_ words: ArraySlice<[UInt8]>) -> [UInt8] {
        Array(words.joined(separator: [ASCII.space]))
    }
}

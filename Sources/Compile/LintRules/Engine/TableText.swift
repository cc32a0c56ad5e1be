import ByteScanning
import Diagnostics

/// The text of a table, in a file of its own or in its name, and where it stands.
struct TableText: Sendable {
    /// The file that it stands in: the table's own, main.cf or master.cf.
    let file: String
    let lines: TextLines
    /// For each byte of a text that is not a file of its own, where it stands.
    private let places: [Range<Int>]?

    /// A file.
    init(file: String, lines: TextLines) {
        self.file = file
        self.lines = lines
        places = nil
    }

    /// - Parameter places: where each of the bytes stands in the file.
    init(file: String, bytes: [UInt8], places: [Range<Int>]) {
        self.file = file
        lines = TextLines(bytes)
        self.places = places
    }

    /// Where a part of the text stands.
    func range(_ part: Range<Int>) -> SourceRange {
        guard let places else { return SourceRange(file: file, bytes: part) }
        guard let end = places.last?.upperBound else { return SourceRange(file: file, bytes: 0..<0) }
        let start = part.lowerBound < places.count ? places[part.lowerBound].lowerBound : end
        guard let last = part.last else { return SourceRange(file: file, bytes: start..<start) }
        let upper = last < places.count ? places[last].upperBound : end
        return SourceRange(file: file, bytes: start..<max(start, upper))
    }

    /// Where a line of the text stands, counted from 1.
    func range(ofLine line: Int) -> SourceRange { range(lines.range(ofLine: line)) }

    /// Where a diagnostic of a reader stands: from its column to the end of the word there.
    func range(of diagnostic: Diagnostic) -> SourceRange? {
        diagnostic.position.map { range(lines.word(at: $0)) }
    }

    /// Some parts of the text, a line each.
    func lines(_ parts: [Range<Int>]) -> TableText {
        var bytes: [UInt8] = []
        var found: [Range<Int>] = []
        for part in parts {
            bytes += lines.bytes[part]
            found += part.map { range($0..<$0 + 1).bytes }
            let end = range(part).bytes.upperBound
            bytes.append(ASCII.newline)
            found.append(end..<end)
        }
        return TableText(file: file, bytes: bytes, places: found)
    }
}

extension TextLines {
    /// The bytes from a position to the end of the word there.
    func word(at position: SourcePosition) -> Range<Int> {
        let line = range(ofLine: position.line)
        let start = min(line.lowerBound + position.column - 1, line.upperBound)
        let end = bytes[start..<line.upperBound].firstIndex { $0 <= 0x20 } ?? line.upperBound
        return start..<max(end, min(start + 1, line.upperBound))
    }
}

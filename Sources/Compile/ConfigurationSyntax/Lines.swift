import ByteScanning

/// A file cut into logical lines and what stands between them, without a gap.
struct Lines {
    enum Item {
        case trivia(Range<Int>)
        case line(LogicalLine, Range<Int>)
    }

    var items: [Item] = []

    /// What a program sees of a line: a NUL byte ends it.
    static func text(of line: LogicalLine, in source: SourceFile) -> [UInt8] {
        let text = line.text(in: source.bytes.span)
        guard let end = text.firstIndex(of: ASCII.nul) else { return text }
        return Array(text[..<end])
    }

    init(_ source: SourceFile) {
        let bytes = source.bytes.span
        var reader = LogicalLineReader()
        var end = 0
        while let line = reader.next(in: bytes) {
            let start = line.pieces[0].range.lowerBound
            if start > end { items.append(.trivia(end..<start)) }
            // Comments and blank lines after the last piece belong to nobody.
            let last = min(line.pieces[line.pieces.count - 1].range.upperBound + 1, bytes.count)
            items.append(.line(line, start..<last))
            end = last
        }
        if end < bytes.count { items.append(.trivia(end..<bytes.count)) }
    }
}

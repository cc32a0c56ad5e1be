/// A logical line of a Postfix text file: a line with text and the lines that continue it.
///
/// Its text is that of the pieces, joined without their newlines; comments and blank lines between the pieces
/// are left out. (postconf(5), "main.cf file format"; the same holds for every map source.)
public struct LogicalLine: Sendable, Equatable {
    /// Where the pieces stand in the source, newlines excluded, with the number of the line each is on.
    public struct Piece: Sendable, Equatable {
        public var range: Range<Int>
        /// Counted from 1.
        public var line: Int
    }

    public var pieces: [Piece]

    /// The line that the text begins on, counted from 1.
    public var firstLine: Int { pieces.first?.line ?? 0 }

    /// The pieces of `source` joined.
    public func text(in source: Span<UInt8>) -> [UInt8] {
        if pieces.count == 1 { return source.bytes(pieces[0].range) }
        var text: [UInt8] = []
        for piece in pieces { text.append(contentsOf: source.bytes(piece.range)) }
        return text
    }

    /// The line and column (from 1, in bytes) at which byte `offset` of the joined text stands.
    public func position(ofTextOffset offset: Int) -> (line: Int, column: Int) {
        var rest = offset
        for piece in pieces {
            if rest < piece.range.count { return (piece.line, rest + 1) }
            rest -= piece.range.count
        }
        guard let last = pieces.last else { return (0, 0) }
        return (last.line, last.range.count + 1 + rest)
    }
}

/// Reads the logical lines of a text file in order.
public struct LogicalLineReader: Sendable {
    /// Where the next line begins.
    public private(set) var offset = 0
    private var line = 0

    public init() {}

    /// The number of lines read so far.
    public var linesRead: Int { line }

    /// Goes on at the beginning of another line, which a caller found by itself.
    public mutating func skip(to offset: Int, linesRead: Int) {
        self.offset = offset
        line = linesRead
    }

    /// The next logical line, or `nil` at the end. A line that begins with white space continues the one before;
    /// when there is none, it is returned as it stands and the caller reports it.
    public mutating func next(in source: Span<UInt8>) -> LogicalLine? {
        var pieces: [LogicalLine.Piece] = []
        while offset < source.count {
            let range = physicalLine(in: source)
            if let first = range.first(where: { !ASCII.isSpace(source[$0]) }),
                source[first] != ASCII.numberSign
            {
                pieces.append(LogicalLine.Piece(range: range, line: line))
            }
            if !pieces.isEmpty, !nextLineContinues(in: source) { break }
        }
        return pieces.isEmpty ? nil : LogicalLine(pieces: pieces)
    }

    private mutating func physicalLine(in source: Span<UInt8>) -> Range<Int> {
        let start = offset
        while offset < source.count, source[offset] != ASCII.newline { offset += 1 }
        let range = start..<offset
        offset += 1
        line += 1
        return range
    }

    /// Comments and blank lines do not end a logical line.
    private func nextLineContinues(in source: Span<UInt8>) -> Bool {
        guard offset < source.count else { return false }
        return source[offset] == ASCII.numberSign || ASCII.isSpace(source[offset])
    }
}

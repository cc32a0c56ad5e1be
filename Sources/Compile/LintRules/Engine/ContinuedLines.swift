import ByteScanning

/// Lines of a table that begin with white space, with the line that each of them goes on with.
struct ContinuedLines {
    struct Continuation {
        /// The line, counted from 1.
        var line: Int
        /// What it has, without white space around it.
        var text: Range<Int>
        /// The line that begins the row.
        var first: Int
        /// What the row has before, without white space around it.
        var before: Range<Int>
    }

    private(set) var all: [Continuation] = []

    /// Whether a line begins with white space; most tables have none that does.
    private static func hasContinuation(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        while index + 1 < bytes.count {
            if bytes[index] == ASCII.newline, bytes[index + 1] == ASCII.space || bytes[index + 1] == ASCII.tab
            {
                return true
            }
            index &+= 1
        }
        return false
    }

    /// Comments and blank lines do not count.
    init(_ lines: TextLines) {
        let bytes = lines.bytes
        guard Self.hasContinuation(bytes.span) else { return }
        var first: Int?
        var before = 0..<0
        for line in 1...max(lines.count, 1) {
            let range = lines.range(ofLine: line)
            guard let start = range.first else { continue }
            guard bytes[start] == ASCII.space || bytes[start] == ASCII.tab else {
                if bytes[start] == ASCII.numberSign { continue }
                first = line
                before = range
                continue
            }
            let text = bytes.span.trimming(range)
            guard let letter = text.first, bytes[letter] != ASCII.numberSign, let first else { continue }
            let known = bytes.span.trimming(before)
            all.append(Continuation(line: line, text: text, first: first, before: known))
            before = before.lowerBound..<text.upperBound
        }
    }
}

import ByteScanning

/// Puts the lines of a file together: no white space at the end of a line outside values, one blank line at the most, none
/// at the beginning and the end, a newline at the end.
struct LayoutWriter {
    private(set) var bytes: [UInt8] = []
    private var owesBlankLine = false

    /// Adds a line as it is.
    mutating func line(_ text: some Collection<UInt8>) {
        if owesBlankLine, !bytes.isEmpty { bytes.append(ASCII.newline) }
        owesBlankLine = false
        bytes.append(contentsOf: text)
        bytes.append(ASCII.newline)
    }

    /// Adds a line without the white space at its end; a blank one only between others.
    mutating func comment(_ text: ArraySlice<UInt8>) {
        guard let last = text.lastIndex(where: { !ASCII.isSpace($0) }) else {
            owesBlankLine = true
            return
        }
        line(text[...last])
    }

    /// Adds the lines in a range of a file.
    mutating func comments(_ range: Range<Int>, of source: [UInt8]) {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = source[start..<range.upperBound].firstIndex(of: ASCII.newline) ?? range.upperBound
            comment(source[start..<end])
            start = end + 1
        }
    }
}

extension LogicalLine {
    /// What stands in the file between a piece and the one before it: whole lines.
    func gap(before index: Int) -> Range<Int> {
        guard index > 0 else { return 0..<0 }
        let previous = pieces[index - 1].range.upperBound + 1
        return previous..<max(previous, pieces[index].range.lowerBound)
    }
}

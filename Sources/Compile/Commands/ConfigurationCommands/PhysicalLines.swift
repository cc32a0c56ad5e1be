import ByteScanning

/// The lines of a configuration file as an edit sees them: every byte is in one line, its newline at the end.
enum PhysicalLine {
    /// A comment or a blank line.
    case trivia(ArraySlice<UInt8>)
    /// A line that continues the one before.
    case continuation(ArraySlice<UInt8>)
    /// The first line of an entry.
    case start(ArraySlice<UInt8>)

    static func all(in bytes: [UInt8]) -> [PhysicalLine] {
        var lines: [PhysicalLine] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: ASCII.newline).map { $0 + 1 } ?? bytes.count
            lines.append(PhysicalLine(bytes[start..<end]))
            start = end
        }
        return lines
    }

    private init(_ line: ArraySlice<UInt8>) {
        let text = line.drop(while: ASCII.isSpace)
        if text.isEmpty || text.first == ASCII.numberSign {
            self = .trivia(line)
        } else {
            self = text.count < line.count ? .continuation(line) : .start(line)
        }
    }
}

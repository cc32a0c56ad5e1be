import ByteScanning
import ConfigurationSyntax
import Diagnostics

/// The lines of a file, to turn offsets into positions.
public struct TextLines: Sendable {
    public let bytes: [UInt8]
    /// Where each line begins.
    private let starts: [Int]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for index in bytes.indices where bytes[index] == ASCII.newline && index + 1 < bytes.count {
            starts.append(index + 1)
        }
        self.starts = starts
    }

    public var count: Int { starts.count }

    public func position(of offset: Int) -> SourcePosition {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return SourcePosition(line: low + 1, column: offset - starts[low] + 1)
    }

    /// The bytes of a line, counted from 1, without its end.
    public func range(ofLine line: Int) -> Range<Int> {
        guard (1...starts.count).contains(line) else { return bytes.count..<bytes.count }
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] - 1 : bytes.count
        if end > start, bytes[end - 1] == ASCII.newline { end -= 1 }
        if end > start, bytes[end - 1] == ASCII.carriageReturn { end -= 1 }
        return start..<end
    }

    public func text(ofLine line: Int) -> [UInt8] { bytes.span.bytes(range(ofLine: line)) }
}

extension LogicalLine {
    /// The bytes of the file that a part of the joined text came from, what stands between its pieces included.
    public func sourceRange(_ text: Range<Int>) -> Range<Int> {
        let start = sourceOffset(text.lowerBound, isEnd: false)
        guard !text.isEmpty else { return start..<start }
        return start..<max(start, sourceOffset(text.upperBound, isEnd: true))
    }

    private func sourceOffset(_ offset: Int, isEnd: Bool) -> Int {
        var rest = offset
        for piece in pieces {
            if rest < piece.range.count || isEnd && rest == piece.range.count {
                return piece.range.lowerBound + rest
            }
            rest -= piece.range.count
        }
        return pieces.last?.range.upperBound ?? 0
    }
}

extension LineText {
    /// Where a part of this text stands in the file; all of it without an argument.
    public func sourceRange(_ part: Range<Int>? = nil) -> Range<Int> {
        let part = part ?? 0..<bytes.count
        return line.sourceRange(range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound)
    }
}

import ByteScanning
import LMDBStore
import PosixSupport

/// Reads keys, one a line, in batches of what one read from the input gives, so that a program that writes a key to a
/// pipe and waits for the answer gets it.
public struct KeyReader: ~Copyable {
    private let input: FileDescriptor
    /// The beginning of a line whose end has not been read.
    private var pending: [UInt8] = []
    private var isAtEnd = false

    public init(_ input: consuming FileDescriptor) { self.input = input }

    /// Replaces `keys` by the next ones; there may be none in a batch before the end.
    ///
    /// A NUL byte ends a key before its line ends, as it does for Postfix.
    ///
    /// - Returns: false at the end of the input.
    public mutating func next(into keys: inout KeyBatch) throws(SystemError) -> Bool {
        keys.removeAll()
        guard !isAtEnd else { return false }
        let block = try input.read(upTo: 1 << 16)
        isAtEnd = block.isEmpty
        if isAtEnd, !pending.isEmpty { append(pending.span, to: &keys) }
        var start = 0
        let bytes = block.span
        for index in bytes.indices where bytes[index] == ASCII.newline {
            if pending.isEmpty {
                append(bytes.extracting(start..<index), to: &keys)
            } else {
                pending.append(contentsOf: bytes.extracting(start..<index))
                append(pending.span, to: &keys)
                pending.removeAll()
            }
            start = index + 1
        }
        pending.append(contentsOf: bytes.extracting(start..<bytes.count))
        return true
    }

    private func append(_ line: Span<UInt8>, to keys: inout KeyBatch) {
        let end = line.indices.first { line[$0] == ASCII.nul } ?? line.count
        keys.append(line.extracting(0..<end))
    }
}

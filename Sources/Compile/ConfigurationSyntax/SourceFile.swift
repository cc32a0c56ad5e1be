import ByteScanning
import Diagnostics

/// A configuration file as it is on disk.
public struct SourceFile: Sendable {
    /// The name for messages.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// A part of the text of a logical line, and where it came from.
public struct LineText: Sendable, Equatable {
    /// The line with what continues it.
    public let line: LogicalLine
    /// Bytes of the joined text of the line.
    public let range: Range<Int>
    public let bytes: [UInt8]

    init(_ line: LogicalLine, _ range: Range<Int>, in text: Span<UInt8>) {
        self.line = line
        self.range = range
        bytes = text.bytes(range)
    }

    /// Where byte `offset` of this part stands in the file.
    public func position(_ offset: Int = 0) -> SourcePosition {
        let place = line.position(ofTextOffset: range.lowerBound + offset)
        return SourcePosition(line: place.line, column: place.column)
    }

    /// For names that are looked up; what is not UTF-8 becomes U+FFFD.
    public var string: String { String(decoding: bytes, as: UTF8.self) }
}

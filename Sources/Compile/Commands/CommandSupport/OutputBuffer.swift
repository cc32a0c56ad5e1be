import ByteScanning
import PosixSupport

/// Collects what goes to standard output and writes it in large pieces.
public struct OutputBuffer: ~Copyable {
    private var bytes: [UInt8] = []
    private let output = FileDescriptor(standard: 1, path: "standard output")

    public init() { bytes.reserveCapacity(1 << 16) }

    public mutating func append(_ text: Span<UInt8>) {
        bytes.append(contentsOf: text)
    }

    public mutating func append(_ byte: UInt8) { bytes.append(byte) }

    /// What has been collected, without the newline at its end; nothing of it is written.
    public consuming func takeLine() -> [UInt8] {
        bytes.last == ASCII.newline ? bytes.dropLast() : bytes
    }

    /// Writes when much has been collected.
    public mutating func flushIfLarge() throws(SystemError) {
        if bytes.count >= 1 << 16 { try flush() }
    }

    public mutating func flush() throws(SystemError) {
        defer { bytes.removeAll(keepingCapacity: true) }
        if !bytes.isEmpty { try output.write(bytes.span) }
    }
}

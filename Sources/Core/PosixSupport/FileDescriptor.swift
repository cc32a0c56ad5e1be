import Glibc

/// An open file. It is closed when the value goes away.
public struct FileDescriptor: ~Copyable, Sendable {
    /// The number that the system knows the file by; valid as long as this value lives.
    public let number: Int32
    /// The name it was opened under, for messages.
    public let path: String
    private let closes: Bool

    /// Takes over a descriptor that is open already.
    public init(owning number: Int32, path: String) {
        self.number = number
        self.path = path
        closes = true
    }

    /// Standard input, output or error, which stay open.
    public init(standard number: Int32, path: String) {
        self.number = number
        self.path = path
        closes = false
    }

    /// Opens `path`, close-on-exec.
    ///
    /// - Throws: `SystemError` with the `errno` of `open`.
    public init(opening path: String, _ flags: Int32 = O_RDONLY, mode: mode_t = 0) throws(SystemError) {
        var opened: Int32
        repeat { opened = unsafe open(path, flags | O_CLOEXEC, mode) } while opened < 0 && errno == EINTR
        guard opened >= 0 else { throw SystemError("open", path) }
        self.init(owning: opened, path: path)
    }

    deinit {
        if closes { close(number) }
    }

    /// Whether a person watches it.
    public var isTerminal: Bool { isatty(number) == 1 }

    /// What `fstat` tells.
    public func status() throws(SystemError) -> FileStatus {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw SystemError("stat", path) }
        return FileStatus(status)
    }

    /// Reads up to `capacity` bytes; an empty result is the end of the file.
    public func read(upTo capacity: Int) throws(SystemError) -> [UInt8] {
        var received = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            repeat {
                received = unsafe Glibc.read(number, buffer.baseAddress, capacity)
            } while received < 0 && errno == EINTR
            count = max(0, received)
        }
        guard received >= 0 else { throw SystemError("read", path) }
        return bytes
    }

    /// Reads to the end of the file.
    public func readToEnd() throws(SystemError) -> [UInt8] {
        var content: [UInt8] = []
        while true {
            let block = try read(upTo: 1 << 18)
            if block.isEmpty { return content }
            content.append(contentsOf: block)
        }
    }

    /// Writes all of `bytes` where the descriptor stands.
    public func write(_ bytes: Span<UInt8>) throws(SystemError) {
        try unsafe write(bytes) { base, count, _ in unsafe Glibc.write(number, base, count) }
    }

    /// Writes all of `bytes` at `offset` bytes of the file.
    public func write(_ bytes: Span<UInt8>, at offset: Int) throws(SystemError) {
        try unsafe write(bytes) { base, count, done in unsafe pwrite(number, base, count, offset + done) }
    }

    private func write(
        _ bytes: Span<UInt8>, _ part: (UnsafePointer<UInt8>, _ count: Int, _ done: Int) -> Int
    ) throws(SystemError) {
        let failure: SystemError? = unsafe bytes.withUnsafeBufferPointer { buffer in
            var offset = 0
            while offset < buffer.count, let base = buffer.baseAddress {
                let written = unsafe part(base + offset, buffer.count - offset, offset)
                if written >= 0 {
                    offset += written
                } else if errno != EINTR {
                    return SystemError("write", path)
                }
            }
            return nil
        }
        if let failure { throw failure }
    }

    /// Brings what was written to stable storage.
    public func synchronize() throws(SystemError) {
        guard fsync(number) == 0 else { throw SystemError("fsync", path) }
    }
}

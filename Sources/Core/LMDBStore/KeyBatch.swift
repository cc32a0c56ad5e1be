import ByteScanning

/// Keys to be looked up together, one after another in one piece of memory, a NUL byte after each.
public struct KeyBatch: Sendable {
    /// The keys, each with its NUL byte.
    public private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    public init() {}

    public var count: Int { ends.count }

    public mutating func append(_ key: Span<UInt8>) {
        bytes.append(contentsOf: key)
        bytes.append(ASCII.nul)
        ends.append(bytes.count)
    }

    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Turns capitals into small letters; false, with nothing changed, when there is more than ASCII.
    public mutating func foldASCII() -> Bool {
        guard bytes.span.isASCII else { return false }
        var bytes = self.bytes.mutableSpan
        for index in bytes.indices { bytes[index] = ASCII.lowercased(bytes[index]) }
        return true
    }

    /// Where a key is in `bytes`, without its NUL byte.
    public func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : ends[number - 1])..<ends[number] - 1
    }
}

/// The answers to a `KeyBatch`, in its order.
public struct ValueBatch: Sendable {
    /// The values that were found, one after another.
    public var bytes: [UInt8] = []
    /// For each key where its value is in `bytes`; `nil` for a key that is absent.
    public var ranges: [Range<Int>?] = []

    public init() {}

    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ranges.removeAll(keepingCapacity: true)
    }
}

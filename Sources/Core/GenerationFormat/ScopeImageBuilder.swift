import ByteScanning

/// Collects the values of a scope and makes their image.
public struct ScopeImageBuilder: Sendable {
    public struct Value: Sendable, Equatable {
        public var type: ValueType
        public var origin: ValueOrigin
        public var line: Int
        public var encoded: [UInt8]

        public init(type: ValueType, origin: ValueOrigin, line: Int, encoded: [UInt8]) {
            self.type = type
            self.origin = origin
            self.line = line
            self.encoded = encoded
        }
    }

    private var values: [(name: String, value: Value)] = []

    public init() {}

    /// Adds a parameter, which was not added before.
    ///
    /// - Parameter name: in ASCII.
    public mutating func add(_ name: String, _ value: Value) { values.append((name, value)) }

    /// The image, the same for the same values.
    public func image() -> [UInt8] {
        // The order of strings is that of their bytes, as long as they are ASCII.
        let sorted = values.sorted { $0.name < $1.name }
        var entries: [UInt8] = Array("PRscope\n".utf8)
        var heap: [UInt8] = []
        let heapStart = ScopeImage.headerSize + sorted.count * ScopeImage.entrySize
        func put(_ number: Int) {
            for shift in 0..<4 { entries.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
        }
        put(Int(ScopeImage.version))
        put(sorted.count)
        for (name, value) in sorted {
            put(heapStart + heap.count)
            put(name.utf8.count)
            heap += name.utf8
            put(heapStart + heap.count)
            put(value.encoded.count)
            heap += value.encoded
            entries += [value.type.rawValue, value.origin.rawValue, 0, 0]
            put(value.line)
        }
        return entries + heap
    }
}

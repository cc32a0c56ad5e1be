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

    public private(set) var values: [String: Value] = [:]

    public init() {}

    public subscript(name: String) -> Value? {
        get { values[name] }
        set { values[name] = newValue }
    }

    public var isEmpty: Bool { values.isEmpty }

    /// The image, the same for the same values.
    public func image() -> [UInt8] {
        let names = values.keys.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        var entries: [UInt8] = Array("PRscope\n".utf8)
        var heap: [UInt8] = []
        let heapStart = ScopeImage.headerSize + names.count * ScopeImage.entrySize
        func put(_ number: Int) {
            for shift in 0..<4 { entries.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
        }
        put(Int(ScopeImage.version))
        put(names.count)
        for name in names {
            guard let value = values[String(decoding: name, as: UTF8.self)] else { continue }
            put(heapStart + heap.count)
            put(name.count)
            heap += name
            put(heapStart + heap.count)
            put(value.encoded.count)
            heap += value.encoded
            entries += [value.type.rawValue, value.origin.rawValue, 0, 0]
            put(value.line)
        }
        return entries + heap
    }
}

/// A size in bytes.
public struct ByteCount: Sendable, Hashable {
    public var bytes: Int

    public init(_ bytes: Int) { self.bytes = bytes }
}

extension Bool: SimpleParameterValue {
    public static var parameterType: ParameterType { .boolean }

    public var encoded: [UInt8] { [self ? 1 : 0] }

    public init?(encoded: Span<UInt8>) {
        guard encoded.count == 1, encoded[0] <= 1 else { return nil }
        self = encoded[0] == 1
    }
}

extension Int: SimpleParameterValue {
    public static var parameterType: ParameterType { .integer }

    /// Eight bytes, the lowest first.
    public var encoded: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) } }

    public init?(encoded: Span<UInt8>) {
        guard encoded.count == 8 else { return nil }
        var number: UInt64 = 0
        for index in encoded.indices { number |= UInt64(encoded[index]) << (8 * index) }
        self = Int(truncatingIfNeeded: number)
    }
}

extension ByteCount: SimpleParameterValue {
    public static var parameterType: ParameterType { .size }

    public var encoded: [UInt8] { bytes.encoded }

    public init?(encoded: Span<UInt8>) {
        guard let bytes = Int(encoded: encoded) else { return nil }
        self.init(bytes)
    }
}

/// Whole seconds.
extension Duration: ParameterValue {
    public var encoded: [UInt8] { Int(components.seconds).encoded }

    public init?(encoded: Span<UInt8>) {
        guard let seconds = Int(encoded: encoded) else { return nil }
        self = .seconds(seconds)
    }
}

import ByteScanning
import ParameterCatalogue

/// The typed values of parameters in one scope, as a flat image of bytes that is used where it lies.
///
///     offset  size  what
///     0       8     "PRscope\n"
///     8       4     format version, 1
///     12      4     n: number of parameters
///     16      24*n  parameters, sorted by name
///     ...           names and values
///
/// A parameter: offset and length of its name, offset and length of its value, a byte for the type, a byte for the
/// origin, two zeros, and the line of its file or zero; numbers have four bytes, the lowest first. Offsets count from
/// the start of the image.
public struct ScopeImage: Sendable {
    static let magic: StaticString = "PRscope\n"
    static let version: UInt32 = 1
    static let headerSize = 16
    static let entrySize = 24

    /// How many parameters it has.
    public let count: Int

    public struct Malformed: Error, Sendable, Equatable, CustomStringConvertible {
        public var description: String
    }

    /// A parameter of the image.
    public struct Entry: Sendable {
        public let name: Range<Int>
        public let value: Range<Int>
        public let type: ValueType
        public let origin: ValueOrigin
        /// From 1; 0 where no file has it.
        public let line: Int
    }

    /// Checks everything, so that no lookup can go wrong.
    public init(validating image: Span<UInt8>) throws(Malformed) {
        guard image.count >= Self.headerSize, image.hasPrefix(Self.magic) else {
            throw Malformed(description: "it is no image of parameters")
        }
        let version = image.littleEndian32(at: 8)
        guard version == Self.version else {
            throw Malformed(
                description: "its format has version \(version); this program reads \(Self.version)")
        }
        count = Int(image.littleEndian32(at: 12))
        guard count <= (image.count - Self.headerSize) / Self.entrySize else {
            throw Malformed(description: "it is cut short")
        }
        var previous = 0..<0
        for number in 0..<count {
            guard let entry = entry(number, in: image) else {
                throw Malformed(description: "parameter \(number) is damaged")
            }
            guard entry.type.accepts(image.extracting(entry.value)),
                number == 0 || Self.compare(image.extracting(previous), image.extracting(entry.name)) < 0
            else {
                throw Malformed(description: "parameter \(number) is damaged")
            }
            previous = entry.name
        }
    }

    /// The parameter with that place in the order; `nil` when it is damaged or there is none.
    public func entry(_ number: Int, in image: Span<UInt8>) -> Entry? {
        guard number >= 0, number < count else { return nil }
        let base = Self.headerSize + number * Self.entrySize
        let name = Self.range(at: base, in: image)
        let value = Self.range(at: base + 8, in: image)
        let kinds = image.littleEndian32(at: base + 16)
        guard let name, let value, let type = ValueType(rawValue: UInt8(truncatingIfNeeded: kinds)),
            let origin = ValueOrigin(rawValue: UInt8(truncatingIfNeeded: kinds >> 8)), kinds >> 16 == 0
        else { return nil }
        return Entry(
            name: name, value: value, type: type, origin: origin,
            line: Int(image.littleEndian32(at: base + 20)))
    }

    /// The parameter with that name.
    public func entry(named name: Span<UInt8>, in image: Span<UInt8>) -> Entry? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low &+ high) / 2
            guard let candidate = entry(middle, in: image) else { return nil }
            let order = Self.compare(image.extracting(candidate.name), name)
            if order == 0 { return candidate }
            if order < 0 { low = middle &+ 1 } else { high = middle }
        }
        return nil
    }

    private static func range(at offset: Int, in image: Span<UInt8>) -> Range<Int>? {
        let start = Int(image.littleEndian32(at: offset))
        let length = Int(image.littleEndian32(at: offset + 4))
        guard start <= image.count, length <= image.count - start else { return nil }
        return start..<start + length
    }

    static func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        let shared = min(left.count, right.count)
        for index in 0..<shared where left[index] != right[index] {
            return left[index] < right[index] ? -1 : 1
        }
        return left.count - right.count
    }
}

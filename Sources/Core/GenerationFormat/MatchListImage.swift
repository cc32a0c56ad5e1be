import ByteScanning
import ParameterCatalogue
import TableFormat

/// A compiled match list: patterns in order, of which the first that matches decides (match lists of postconf(5)).
///
///     offset  size   what
///     0       8      "PRmatch\n"
///     8       4      format version, 1
///     12      4      how names match, see `NameMatching`
///     16      4      e: patterns
///     20      4      n: names
///     24      4      t: tables
///     28      4      r: bytes of the image of address ranges, 0 for none
///     32      4*e    line of each pattern, times two, plus one for a negated one
///     ...     12*n   names, sorted: offset and length of the text, number of the first pattern that has it
///     ...     8*t    tables in order: number of the pattern, number of the table in the registry
///     ...     r      address ranges (see cidr-table.md); each answer is the number of a pattern, four bytes
///     ...            texts of names, in lower case
///
/// Numbers have four bytes, the lowest first. Offsets count from the start of the image.
public struct MatchListImage: Sendable {
    static let magic: StaticString = "PRmatch\n"
    static let version: UInt32 = 1
    static let headerSize = 32

    /// How names match.
    public enum NameMatching: UInt32, Sendable {
        /// A name is in the list when it is a pattern.
        case exact = 0
        /// `.example.com` stands for all names below it.
        case dottedParents
        /// `example.com` stands for all names below it, too.
        case parents
    }

    public let nameMatching: NameMatching
    let patternCount: Int
    let nameCount: Int
    /// Patterns that are tables, in order.
    public let tables: [Table]
    let ranges: Range<Int>?
    let addresses: AddressRangeImage?

    public struct Table: Sendable, Equatable {
        public let pattern: Int
        public let id: TableID
    }

    public struct Malformed: Error, Sendable, Equatable, CustomStringConvertible {
        public var description: String
    }

    /// Checks everything, so that no lookup can go wrong.
    public init(validating image: Span<UInt8>) throws(Malformed) {
        guard image.count >= Self.headerSize, image.hasPrefix(Self.magic),
            image.littleEndian32(at: 8) == Self.version,
            let nameMatching = NameMatching(rawValue: image.littleEndian32(at: 12))
        else { throw Malformed(description: "it is no compiled match list") }
        self.nameMatching = nameMatching
        patternCount = Int(image.littleEndian32(at: 16))
        nameCount = Int(image.littleEndian32(at: 20))
        let tableCount = Int(image.littleEndian32(at: 24))
        let rangeSize = Int(image.littleEndian32(at: 28))
        let namesStart = Self.headerSize + 4 * patternCount
        let tablesStart = namesStart + 12 * nameCount
        let rangesStart = tablesStart + 8 * tableCount
        guard rangesStart + rangeSize <= image.count else { throw Malformed(description: "it is cut short") }
        var tables: [Table] = []
        for number in 0..<tableCount {
            let pattern = Int(image.littleEndian32(at: tablesStart + 8 * number))
            guard pattern < patternCount,
                let id = TableID(number: Int(image.littleEndian32(at: tablesStart + 8 * number + 4)))
            else { throw Malformed(description: "table \(number) is damaged") }
            tables.append(Table(pattern: pattern, id: id))
        }
        self.tables = tables
        guard rangeSize > 0 else {
            (ranges, addresses) = (nil, nil)
            try checkNames(image)
            return
        }
        let ranges = rangesStart..<rangesStart + rangeSize
        self.ranges = ranges
        do throws(AddressRangeImageError) {
            addresses = try AddressRangeImage(validating: image.extracting(ranges))
        } catch {
            throw Malformed(description: "\(error)")
        }
        try checkNames(image)
    }

    private func checkNames(_ image: Span<UInt8>) throws(Malformed) {
        for number in 0..<nameCount {
            guard let name = name(number, in: image), name.pattern < patternCount else {
                throw Malformed(description: "name \(number) is damaged")
            }
        }
    }

    /// The first pattern that is this name, in lower case.
    public func pattern(named wanted: Span<UInt8>, in image: Span<UInt8>) -> Int? {
        var (low, high) = (0, nameCount)
        while low < high {
            let middle = (low &+ high) / 2
            guard let name = name(middle, in: image) else { return nil }
            let order = ScopeImage.compare(image.extracting(name.text), wanted)
            if order == 0 { return name.pattern }
            if order < 0 { low = middle &+ 1 } else { high = middle }
        }
        return nil
    }

    /// The first pattern whose network has the IPv4 address.
    public func pattern(containingIPv4 bits: UInt32, in image: Span<UInt8>) -> Int? {
        guard let ranges, let addresses else { return nil }
        let part = image.extracting(ranges)
        return addresses.answer(forIPv4: bits, in: part).map {
            Int(part.littleEndian32(at: $0.text.lowerBound))
        }
    }

    /// The first pattern whose network has the IPv6 address.
    public func pattern(containingIPv6 bits: UInt128, in image: Span<UInt8>) -> Int? {
        guard let ranges, let addresses else { return nil }
        let part = image.extracting(ranges)
        return addresses.answer(forIPv6: bits, in: part).map {
            Int(part.littleEndian32(at: $0.text.lowerBound))
        }
    }

    public func isNegated(_ pattern: Int, in image: Span<UInt8>) -> Bool {
        image.littleEndian32(at: Self.headerSize + 4 * pattern) & 1 == 1
    }

    /// The line of the file that the pattern stands on, from 1; 0 where that is not known.
    public func line(_ pattern: Int, in image: Span<UInt8>) -> Int {
        Int(image.littleEndian32(at: Self.headerSize + 4 * pattern) >> 1)
    }

    private func name(_ number: Int, in image: Span<UInt8>) -> (text: Range<Int>, pattern: Int)? {
        let base = Self.headerSize + 4 * patternCount + 12 * number
        let start = Int(image.littleEndian32(at: base))
        let length = Int(image.littleEndian32(at: base + 4))
        guard start <= image.count, length <= image.count - start else { return nil }
        return (start..<start + length, Int(image.littleEndian32(at: base + 8)))
    }
}

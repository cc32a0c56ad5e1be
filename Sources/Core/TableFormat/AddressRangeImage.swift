import ByteScanning

/// A compiled `cidr` table inside an image of bytes: where everything is, after everything was checked.
///
/// Of all addresses of a family, the image says which rule answers each of them; order, negation and `if`
/// blocks are resolved. Integers are little endian and stand at any alignment (docs/formats/cidr-table.md):
///
///     offset  size        what
///     0       8           "PRcidr\r\n"
///     8       4           format version, 1
///     12      4           a: number of IPv4 ranges
///     16      4           b: number of IPv6 ranges
///     20      4           n: length of the answers in bytes
///     24      4 * a       first address of each IPv4 range
///     ...     4 * a       answer of each IPv4 range
///     ...     16 * b      first address of each IPv6 range
///     ...     4 * b       answer of each IPv6 range
///     ...     n           the answers, in the order of the source:
///                         4 line of the rule, from 1; 4 length of the text; text
///
/// A range ends where the next one begins, and the last one with the last address. The first addresses of a
/// family ascend, the first of them is 0. An answer is named by its offset from the first one; 0xFFFFFFFF
/// says that no rule matches.
public struct AddressRangeImage: Sendable {
    static let magic: StaticString = "PRcidr\r\n"
    static let version: UInt32 = 1
    static let headerLength = 24
    /// Line and length, before the text of an answer.
    static let answerHeaderLength = 8
    /// Stands where an answer is named and there is none.
    public static let noAnswer: UInt32 = .max

    let ipv4: Section
    let ipv6: Section
    let answers: Range<Int>

    /// The ranges of one family: where first addresses and answers begin, and how many there are.
    struct Section: Sendable {
        var starts: Int
        var answers: Int
        var count: Int
    }

    /// Checks all of `image`, so that no lookup in the same bytes can go wrong.
    ///
    /// - Throws: `AddressRangeImageError`, which says what is wrong with the bytes.
    public init(validating image: Span<UInt8>) throws(AddressRangeImageError) {
        guard image.count >= Self.headerLength else { throw .truncated }
        guard image.hasPrefix(Self.magic) else { throw .foreign }
        let version = image.littleEndian32(at: 8)
        guard version == Self.version else { throw .otherVersion(version) }
        // The counts have 32 bits, so that their sum is far from the limits of Int.
        ipv4 = Section(at: Self.headerLength, count: image.littleEndian32(at: 12), addressLength: 4)
        ipv6 = Section(at: ipv4.end, count: image.littleEndian32(at: 16), addressLength: 16)
        let end = ipv6.end + Int(image.littleEndian32(at: 20))
        guard end <= image.count else { throw .truncated }
        guard end == image.count else { throw .tooLong }
        answers = ipv6.end..<end
        try checkRanges(in: image)
        try checkAnswers(of: ipv4, in: image)
        try checkAnswers(of: ipv6, in: image)
    }

    private func checkRanges(in image: Span<UInt8>) throws(AddressRangeImageError) {
        for index in 0..<ipv4.count {
            let start = image.littleEndian32(at: ipv4.starts + 4 * index)
            let isInOrder =
                index == 0 ? start == 0 : start > image.littleEndian32(at: ipv4.starts + 4 * (index - 1))
            guard isInOrder else { throw .disorderedRanges }
        }
        for index in 0..<ipv6.count {
            let start = image.littleEndian128(at: ipv6.starts + 16 * index)
            let isInOrder =
                index == 0 ? start == 0 : start > image.littleEndian128(at: ipv6.starts + 16 * (index - 1))
            guard isInOrder else { throw .disorderedRanges }
        }
    }

    private func checkAnswers(of section: Section, in image: Span<UInt8>) throws(AddressRangeImageError) {
        for index in 0..<section.count {
            let answer = image.littleEndian32(at: section.answers + 4 * index)
            guard answer == Self.noAnswer || textRange(ofAnswer: Int(answer), in: image) != nil else {
                throw .answerOutOfBounds
            }
        }
    }
}

extension AddressRangeImage.Section {
    init(at offset: Int, count: UInt32, addressLength: Int) {
        self.count = Int(count)
        starts = offset
        answers = offset + self.count * addressLength
    }

    var end: Int { answers + 4 * count }
}

/// Why bytes are no image of a `cidr` table.
public enum AddressRangeImageError: Error, Sendable, Equatable {
    /// It is shorter than its header, or than the header says.
    case truncated
    /// It is longer than its header says.
    case tooLong
    /// It does not begin with the magic bytes.
    case foreign
    case otherVersion(UInt32)
    /// First addresses do not ascend from zero.
    case disorderedRanges
    /// A range names an answer that is not within the answers.
    case answerOutOfBounds
}

extension AddressRangeImageError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .truncated: "the compiled cidr table is cut short"
        case .tooLong: "the compiled cidr table has bytes after its end"
        case .foreign: "this is no compiled cidr table"
        case .otherVersion(let version):
            "the compiled cidr table has format version \(version), not \(AddressRangeImage.version)"
        case .disorderedRanges: "the compiled cidr table is damaged: its address ranges are not in order"
        case .answerOutOfBounds:
            "the compiled cidr table is damaged: an address range has an answer out of bounds"
        }
    }
}

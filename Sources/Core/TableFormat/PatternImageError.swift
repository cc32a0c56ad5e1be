/// Bytes that are no usable image of a pattern table.
public enum PatternImageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Does not begin as an image of a pattern table does.
    case foreign
    /// Made by a program that writes another version of the format.
    case version(UInt32)
    /// Cut off, or changed since it was written.
    case damaged
    /// Whole, but says what cannot be.
    case malformed(String)

    public var description: String {
        switch self {
        case .foreign: "not a compiled pattern table"
        case .version(let version):
            "a compiled pattern table of version \(version), not \(PatternImage.version)"
        case .damaged: "the compiled pattern table is damaged"
        case .malformed(let what): "the compiled pattern table is malformed: \(what)"
        }
    }
}

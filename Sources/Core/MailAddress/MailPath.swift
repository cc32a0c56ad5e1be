import ByteScanning
import NetworkAddress

/// A path as SMTP commands have it, `<user@domain>` (RFC 5321 section 4.1.2), by the letter of the grammar. A
/// source route is read and forgotten, as section 4.1.1.3 asks.
public enum MailPath: Sendable, Hashable {
    /// `<>`.
    case null
    /// `<postmaster>` in any case, which every host knows.
    case postmaster
    case mailbox(MailAddress)

    /// What came of reading a path.
    public enum Outcome: Sendable, Hashable {
        /// A path, and how many bytes it has; parameters may follow.
        case path(MailPath, length: Int)
        /// The text is the beginning of a path.
        case incomplete
        /// No path begins like this; the offset is of the first byte that does not fit.
        case malformed(at: Int)
    }

    /// Bytes of a path, with its brackets (RFC 5321 section 4.5.3.1.3).
    public static let longestPath = 256
    /// Bytes of a local part (section 4.5.3.1.1).
    public static let longestLocalPart = 64
    /// Bytes of a domain (section 4.5.3.1.2).
    public static let longestDomain = 255

    /// Reads the path that a text begins with. Bytes over 127 count as letters (RFC 6531 section 3.3).
    public static func parse(_ text: [UInt8]) -> Outcome {
        var parser = PathParser(text)
        do throws(PathParser.Stop) { return .path(try parser.path(), length: parser.index) } catch {
            switch error {
            case .end: return text.count >= longestPath ? .malformed(at: text.count) : .incomplete
            case .unexpected: return .malformed(at: parser.index)
            }
        }
    }
}

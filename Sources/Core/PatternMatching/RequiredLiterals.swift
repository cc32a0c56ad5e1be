import ByteScanning

/// Texts of which at least one occurs in everything that a pattern matches, letters' case aside.
///
/// What is not surely understood of a pattern yields none at all, so that a pattern without required literals
/// is always tried, and one with them may be left out when none of them occurs.
public struct RequiredLiterals: Sendable, Equatable {
    /// In lower case (ASCII letters), never empty, at most `longest` bytes each; at least one.
    public let alternatives: [[UInt8]]

    /// Longer literals are cut: what contains the literal contains its beginning.
    public static let longest = 32
    /// A pattern with more alternatives is better tried than looked up.
    public static let mostAlternatives = 64

    /// The grammar that a pattern is written in.
    public enum Syntax: Sendable {
        /// PCRE2 without its option for extended syntax.
        case perl
        /// Extended regular expressions as the GNU C library reads them.
        case posixExtended
    }

    /// - Returns: `nil` when nothing is required, or nothing that could be recognised.
    public init?(of pattern: [UInt8], syntax: Syntax) {
        var reader = LiteralReader(pattern, syntax: syntax)
        guard let required = reader.requiredLiterals() else { return nil }
        var unique: [[UInt8]] = []
        for literal in required {
            let folded = literal.prefix(Self.longest).map { ASCII.lowercased($0) }
            if !unique.contains(folded) { unique.append(folded) }
        }
        alternatives = unique
    }
}

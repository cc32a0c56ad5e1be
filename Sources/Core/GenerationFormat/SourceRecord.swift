import ParameterCatalogue

/// A file that a generation was made from.
public struct SourceRecord: Sendable, Equatable {
    /// The name as the build opened it.
    public var path: String
    /// The digest of its content; empty when there was no such file.
    public var digest: String
    /// What becomes of its tables: `owner:group:mode`, the mode in octal; empty where nothing does.
    public var rights: String

    public init(path: String, digest: String, rights: String) {
        self.path = path
        self.digest = digest
        self.rights = rights
    }

    public var encoded: [UInt8] { EncodedWords.encode([path, digest, rights]) }

    public init?(encoded: Span<UInt8>) {
        guard let words = EncodedWords.decode(encoded), words.count == 3 else { return nil }
        self.init(path: words[0], digest: words[1], rights: words[2])
    }
}

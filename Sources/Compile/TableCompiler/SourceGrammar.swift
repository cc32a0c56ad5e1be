/// How the text of an indexed map is written.
public enum SourceGrammar: Sendable {
    /// `key value` (postmap(1)).
    case map
    /// `name: value, value, ...` (aliases(5)).
    case aliases
}

/// A row of an index that is not in its source.
public struct AdditionalRow: Sendable, Equatable {
    public var key: [UInt8]
    public var value: [UInt8]

    public init(key: [UInt8], value: [UInt8]) {
        self.key = key
        self.value = value
    }

    /// What programs that read alias databases over NIS expect in one: when it was changed, in seconds since 1970, by
    /// which host, and the row that tells Sendmail that the database is whole (postalias(1)).
    public static func ofAliases(modified: Int64, host: String) -> [AdditionalRow] {
        [
            AdditionalRow(key: Array("@".utf8), value: Array("@".utf8)),
            AdditionalRow(key: Array("YP_LAST_MODIFIED".utf8), value: Array("\(modified)".utf8)),
            AdditionalRow(key: Array("YP_MASTER_NAME".utf8), value: Array(host.utf8)),
        ]
    }
}

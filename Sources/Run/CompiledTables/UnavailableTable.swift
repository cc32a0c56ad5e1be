import TableFormat

/// A table that cannot be asked here: every lookup fails for the same reason.
public struct UnavailableTable: LookupTable {
    public let name: String
    /// That of the table's type, so that nobody asks for parts of keys where the table would not be asked for them.
    public let matching: KeyMatching
    private let reason: String

    public init(name: String, reason: String, matching: KeyMatching = .fixed) {
        self.name = name
        self.reason = reason
        self.matching = matching
    }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        throw LookupFailure(table: name, reason: reason, isUnavailable: true)
    }
}

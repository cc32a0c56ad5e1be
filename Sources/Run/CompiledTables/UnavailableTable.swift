import TableFormat

/// A table that cannot be asked here: every lookup fails for the same reason.
public struct UnavailableTable: LookupTable {
    public let name: String
    private let reason: String

    public init(name: String, reason: String) {
        self.name = name
        self.reason = reason
    }

    public var matching: KeyMatching { .fixed }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        throw LookupFailure(table: name, reason: reason)
    }
}

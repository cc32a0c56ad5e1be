import TableFormat

/// A table that can never tell, for tests of what a failure does (`fail:name`).
public struct FailTable: LookupTable {
    public let name: String
    public let matching = TableType.fail.matching

    public init(name: String) { self.name = name }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        throw LookupFailure(table: name, reason: "lookups in a fail: table fail")
    }
}

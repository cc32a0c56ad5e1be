import TableFormat

/// A table that has the same value for every key (`static:value`).
public struct StaticTable: LookupTable {
    public let name: String
    public let matching = TableType.static.matching
    private let value: [UInt8]

    public init(name: String, value: [UInt8]) {
        self.name = name
        self.value = value
    }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? { value }
}

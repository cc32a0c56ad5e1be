import TableFormat

/// A table that answers every key with one of its values, each as likely as the others (`randmap:{value, ...}`).
public struct RandomTable: LookupTable {
    public let name: String
    public let matching = TableType.randmap.matching
    private let values: [[UInt8]]

    public init(name: String, values: [[UInt8]]) {
        self.name = name
        self.values = values
    }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? { values.randomElement() }
}

/// The number of a table in the registry of a generation.
public struct TableID: Sendable, Hashable {
    /// From 0; less than 2^32.
    public let number: Int

    public init?(number: Int) {
        guard number >= 0, number <= UInt32.max else { return nil }
        self.number = number
    }
}

/// Tables in the order in which they are asked.
public struct TableList: SimpleParameterValue {
    public static var parameterType: ParameterType { .tableList }
    public let tables: [TableID]

    public init(_ tables: [TableID]) { self.tables = tables }

    public var encoded: [UInt8] { EncodedWords.encode(tables.map { String($0.number) }) }

    public init?(encoded: Span<UInt8>) {
        guard let words = EncodedWords.decode(encoded) else { return nil }
        let tables = words.compactMap { Int($0).flatMap(TableID.init(number:)) }
        guard tables.count == words.count else { return nil }
        self.tables = tables
    }
}

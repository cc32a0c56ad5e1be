/// A table whose rows can be listed.
public protocol ListableTable: LookupTable {
    /// Calls `body` with each row, in the table's order, until it returns false.
    func forEachRow(_ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool) throws(LookupFailure)
}

import LMDBStore

extension IndexBuilder {
    /// Makes an index of rows that stand in no file; of rows with one key the last stays.
    ///
    /// - Returns: how many rows the index has.
    public func build(_ rows: [AdditionalRow]) throws(IndexError) -> Int {
        var builder = self
        builder.duplicates = .keepLast
        var table = RowTable()
        table.append(rows)
        let source: [UInt8] = []
        return try builder.publish(
            table, source: source.span, file: "", into: try makeReplacement(locked: false), report: { _ in },
            progress: { _ in })
    }
}

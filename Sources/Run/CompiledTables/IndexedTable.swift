import ByteScanning
import LMDBStore
import TableFormat

/// A table that an LMDB index answers, one that `postmap` made, of Postfix or of ours.
public struct IndexedTable: ListableTable {
    public let name: String
    private let index: IndexFile

    public init(name: String, index: IndexFile) {
        self.name = name
        self.index = index
    }

    public var matching: KeyMatching { .fixed }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        var value: [UInt8] = []
        return try appendValue(for: key, to: &value) ? value : nil
    }

    /// An index has its keys with a NUL byte at the end or without; both are found.
    public func appendValue(for key: Span<UInt8>, to result: inout [UInt8]) throws(LookupFailure) -> Bool {
        do throws(IndexError) {
            return try index.appendValue(for: key, storedAs: .either, to: &result)
        } catch {
            throw LookupFailure(table: name, reason: "\(error)")
        }
    }

    /// Keys and values come without the NUL byte that may end them in the file.
    public func forEachRow(
        _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool
    ) throws(LookupFailure) {
        do throws(IndexError) {
            try index.forEachRow { key, value in
                body(
                    key.extracting(0..<Self.size(withoutNul: key)),
                    value.extracting(0..<Self.size(withoutNul: value)))
            }
        } catch {
            throw LookupFailure(table: name, reason: "\(error)")
        }
    }

    private static func size(withoutNul text: Span<UInt8>) -> Int {
        text.count - (text.count > 0 && text[text.count - 1] == ASCII.nul ? 1 : 0)
    }

    public func appendValues(for keys: KeyBatch, to values: inout ValueBatch) -> Bool {
        index.appendValues(for: keys, storedAs: .either, to: &values)
    }
}

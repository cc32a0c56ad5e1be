import ByteScanning
import LMDBStore
import TableFormat

/// A table that an LMDB index answers, one that `postmap` made, of Postfix or of ours.
public struct IndexedTable: LookupTable {
    public let name: String
    private let index: IndexFile

    public init(name: String, index: IndexFile) {
        self.name = name
        self.index = index
    }

    public var matching: KeyMatching { .fixed }

    /// An index has its keys with a NUL byte at the end or without, and values alike; both are found.
    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        guard key.count > 0, key.count <= 511 else { return nil }
        do throws(IndexError) {
            var terminated = [UInt8](capacity: key.count + 1) { output in
                for position in key.indices { output.append(key[position]) }
            }
            terminated.append(ASCII.nul)
            if let value = try index.value(for: terminated.span, Self.unterminated) { return value }
            return try index.value(for: key, Self.unterminated)
        } catch {
            throw LookupFailure(table: name, reason: "\(error)")
        }
    }

    private static func unterminated(_ value: Span<UInt8>) -> [UInt8] {
        let isTerminated = value.count > 0 && value[value.count - 1] == ASCII.nul
        return value.bytes(0..<value.count - (isTerminated ? 1 : 0))
    }
}

import LMDBStore
import TableFormat

/// A table that answers keys. An answer is a value, `nil` for a key that the table does not have, or an error when
/// the table cannot tell; the last means "try again later" and never "absent".
public protocol LookupTable: Sendable {
    /// The table as the configuration names it, `type:name`, for messages.
    var name: String { get }

    /// Whether parts of a key are worth asking for, and whether keys are folded.
    var matching: KeyMatching { get }

    /// The value for exactly this key, folded already where the table wants that.
    func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]?

    /// Appends the value of the key to `result` and tells whether there is one; what many lookups in a row use, since
    /// `result` is allocated once.
    func appendValue(for key: Span<UInt8>, to result: inout [UInt8]) throws(LookupFailure) -> Bool

    /// Answers many keys at once, where that is faster than one by one.
    ///
    /// - Returns: false, with `values` as it was, when it is not, or when something is to be said about a key: whoever
    ///   then asks key by key learns what.
    func appendValues(for keys: KeyBatch, to values: inout ValueBatch) -> Bool
}

extension LookupTable {
    public func appendValues(for keys: KeyBatch, to values: inout ValueBatch) -> Bool { false }

    public func appendValue(for key: Span<UInt8>, to result: inout [UInt8]) throws(LookupFailure) -> Bool {
        guard let value = try value(for: key) else { return false }
        result.append(contentsOf: value)
        return true
    }
}

/// A table that could not answer.
public struct LookupFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The table as the configuration names it.
    public var table: String
    public var reason: String
    /// Whether the table cannot be asked here at all, whatever the key is: its server or its source is elsewhere.
    public var isUnavailable: Bool

    public init(table: String, reason: String, isUnavailable: Bool = false) {
        self.table = table
        self.reason = reason
        self.isUnavailable = isUnavailable
    }

    public var description: String { "table \(table): \(reason)" }
}

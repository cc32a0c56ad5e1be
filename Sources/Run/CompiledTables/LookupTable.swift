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
}

/// A table that could not answer.
public struct LookupFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The table as the configuration names it.
    public var table: String
    public var reason: String

    public init(table: String, reason: String) {
        self.table = table
        self.reason = reason
    }

    public var description: String { "table \(table): \(reason)" }
}

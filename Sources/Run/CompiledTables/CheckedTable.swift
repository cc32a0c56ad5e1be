import ByteScanning
import LMDBStore
import TableFormat

/// A table behind the policy for keys: a fixed table is asked for the folded key, and where text must be UTF-8, a key
/// that is not is absent, with a warning, and a value that is not is a failure.
public struct CheckedTable: LookupTable {
    private let table: any LookupTable
    private let policy: KeyPolicy
    private let folds: Bool
    private let warn: @Sendable (String) -> Void

    /// - Parameters:
    ///   - isComposite: whether the table asks others, which fold keys for themselves; it then folds what is Unicode
    ///     and leaves the rest to them, as in Postfix.
    ///   - warn: takes what is wrong with a key; called in the thread of the lookup.
    public init(
        _ table: any LookupTable, isComposite: Bool, policy: KeyPolicy,
        warn: @escaping @Sendable (String) -> Void
    ) {
        self.table = table
        self.policy = policy
        folds =
            table.matching == .fixed
            && (policy.folding == .unicode || policy.folding == .ascii && !isComposite)
        self.warn = warn
    }

    public var name: String { table.name }
    public var matching: KeyMatching { table.matching }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        if policy.checksUTF8, !isValidUTF8(key) {
            warn("\(name): the key \"\(printable(key.bytes))\" is not valid UTF-8; it is not looked up")
            return nil
        }
        let value: [UInt8]?
        if folds {
            value = try table.value(for: policy.fold(key).span)
        } else {
            value = try table.value(for: key)
        }
        if policy.checksUTF8, let value, !isValidUTF8(value.span) {
            throw LookupFailure(
                table: name, reason: "the value of \"\(printable(key.bytes))\" is not valid UTF-8")
        }
        return value
    }

    public func appendValues(for keys: KeyBatch, to values: inout ValueBatch) -> Bool {
        let size = values.bytes.count
        let count = values.ranges.count
        if folds {
            var folded = keys
            guard folded.foldASCII(), table.appendValues(for: folded, to: &values) else { return false }
        } else {
            guard !policy.checksUTF8 || keys.bytes.span.isASCII else { return false }
            guard table.appendValues(for: keys, to: &values) else { return false }
        }
        guard policy.checksUTF8, !values.bytes.span.isASCII else { return true }
        values.bytes.removeLast(values.bytes.count - size)
        values.ranges.removeLast(values.ranges.count - count)
        return false
    }
}

import ByteScanning
import CompiledTables

/// The tables of one `maps` parameter, asked in their order; the first that has a key answers.
///
/// Each table folds keys for itself, as `CheckedTable` does.
public struct MapList: Sendable {
    /// The parameter's name, for messages and traces.
    public let parameter: String
    public let tables: [any LookupTable]

    public init(_ parameter: String, _ tables: [any LookupTable] = []) {
        self.parameter = parameter
        self.tables = tables
    }

    public var isEmpty: Bool { tables.isEmpty }

    /// What a key is: tables of rules see whole keys alone.
    public enum KeyKind: Sendable {
        case whole, part
    }

    /// The value of a key; `nil` when no table has it. The empty key is in no table.
    ///
    /// - Throws: `RoutingFailure.table` when a table cannot tell, or has an empty value, which says nothing.
    public func value(
        for key: [UInt8], _ kind: KeyKind = .whole, trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [UInt8]? {
        guard !key.isEmpty else { return nil }
        for table in tables where kind == .whole || table.matching == .fixed {
            let value: [UInt8]?
            do throws(LookupFailure) { value = try table.value(for: key.span) } catch {
                guard trace.goesOnWithoutAnswers, error.isUnavailable else {
                    throw .table(error, parameter: parameter)
                }
                trace.recordMissingAnswer(.lookup, parameter, key: key, error)
                continue
            }
            trace.record(
                RoutingStep(.lookup, parameter: parameter, table: table.name, key: key, result: value))
            guard let value else { continue }
            guard !value.isEmpty else { throw .table(emptyValue(of: key, in: table), parameter: parameter) }
            return value
        }
        return nil
    }

    private func emptyValue(of key: [UInt8], in table: any LookupTable) -> LookupFailure {
        LookupFailure(table: table.name, reason: "the value of \"\(printable(key))\" is empty")
    }
}

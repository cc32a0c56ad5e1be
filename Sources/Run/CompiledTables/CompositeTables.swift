import ByteScanning
import TableFormat

/// The values of all members that have the key, in their order, with commas between; absent when nothing comes of it
/// (`unionmap:{table, ...}`).
public struct UnionTable: LookupTable {
    public let name: String
    private let members: [any LookupTable]

    public init(name: String, members: [any LookupTable]) {
        self.name = name
        self.members = members
    }

    /// That of the first member.
    public var matching: KeyMatching { members.first?.matching ?? .fixed }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        var result: [UInt8] = []
        for member in members {
            guard let value = try member.value(for: key) else { continue }
            if !result.isEmpty { result.append(ASCII.comma) }
            result += value
        }
        return result.isEmpty ? nil : result
    }
}

/// The key goes to the first member, its value as a key to the second, and so on; absent where any is absent
/// (`pipemap:{table, ...}`).
public struct PipeTable: LookupTable {
    public let name: String
    private let members: [any LookupTable]

    public init(name: String, members: [any LookupTable]) {
        self.name = name
        self.members = members
    }

    /// That of the first member.
    public var matching: KeyMatching { members.first?.matching ?? .fixed }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        var result: [UInt8] = key.bytes
        for member in members {
            guard let value = try member.value(for: result.span) else { return nil }
            result = value
        }
        return result
    }
}

/// A table whose lookups are logged (`debug:type:name`).
public struct DebugTable: LookupTable {
    public let name: String
    private let table: any LookupTable
    private let log: @Sendable (String) -> Void

    public init(name: String, table: any LookupTable, log: @escaping @Sendable (String) -> Void) {
        self.name = name
        self.table = table
        self.log = log
    }

    public var matching: KeyMatching { table.matching }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        let asked = printable(key.bytes)
        do throws(LookupFailure) {
            let value = try table.value(for: key)
            log("\(name) lookup: \"\(asked)\" = \(value.map { "\"\(printable($0))\"" } ?? "not found")")
            return value
        } catch {
            log("\(name) lookup: \"\(asked)\" = error: \(error.reason)")
            throw error
        }
    }
}

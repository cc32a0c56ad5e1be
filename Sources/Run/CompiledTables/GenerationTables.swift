import ByteScanning
import GenerationFormat
import LMDBStore
import ParameterCatalogue
import PosixSupport
import TableFormat

/// Opens the tables of a generation.
extension Generation {
    /// Tables that stand before other tables nest no deeper.
    private static let maximumDepth = 50

    /// Opens a table behind a policy for keys.
    ///
    /// - Parameter warn: takes what goes wrong in a lookup that still has an answer.
    /// - Throws: `GenerationFailure` when its file is missing or damaged.
    public func table(
        _ id: TableID, policy: KeyPolicy, warn: @escaping @Sendable (String) -> Void
    ) throws(GenerationFailure) -> any LookupTable {
        try table(id, policy, warn, depth: 0)
    }

    /// Opens a `cidr`, `pcre` or `regexp` table with the lines of its rules; `nil` for a table of another kind.
    public func ruleTable(_ id: TableID) throws(GenerationFailure) -> (any ExplainedTable)? {
        let record = try record(id)
        guard case .rules(let digest) = record.answer else { return nil }
        do throws(RuleTableFile.Failure) {
            return try RuleTableFile.open(path(ofTable: digest), name: record.reference) { _ in }
        } catch { throw GenerationFailure("\(record.reference): \(error)") }
    }

    /// Opens the tables of a list, in its order.
    public func tables(
        _ list: TableList, policy: KeyPolicy, warn: @escaping @Sendable (String) -> Void
    ) throws(GenerationFailure) -> [any LookupTable] {
        var tables: [any LookupTable] = []
        for id in list.tables { tables.append(try table(id, policy: policy, warn: warn)) }
        return tables
    }

    /// Opens a match list with the tables in it.
    ///
    /// - Parameter name: what messages call it.
    public func matchList(
        _ list: MatchList, name: String, policy: KeyPolicy, warn: @escaping @Sendable (String) -> Void
    ) throws(GenerationFailure) -> MatchListTable {
        guard !list.text.isEmpty else { return MatchListTable(empty: name) }
        let embedded = try storage(GenerationLayout.matchListKey(list.text))
        let storage = if let embedded { embedded } else { try listFile(list, name) }
        return try MatchListTable(name: name, storage: storage) {
            (entry) throws(GenerationFailure) in
            try table(entry.id, policy: policy, warn: warn)
        }
    }

    private func listFile(_ list: MatchList, _ name: String) throws(GenerationFailure) -> ImageStorage {
        let file = path(ofTable: list.text)
        let key = RuleTableFile.imageKey
        let image: (file: MappedFile, range: Range<Int>)?
        do throws(IndexError) {
            let index = try IndexFile(opening: file)
            image = try index.location(of: key.span)
        } catch {
            throw GenerationFailure("\(name): \(error)")
        }
        guard let image else { throw GenerationFailure("\(file) holds no compiled list") }
        return .mapped(image.file, image.range)
    }

    private func table(
        _ id: TableID, _ policy: KeyPolicy, _ warn: @escaping @Sendable (String) -> Void, depth: Int
    ) throws(GenerationFailure) -> any LookupTable {
        guard depth <= Self.maximumDepth else {
            throw GenerationFailure("\(path): tables are nested too deeply")
        }
        let record = try record(id)
        let isComposite: Bool
        let table: any LookupTable
        func member(_ id: TableID) throws(GenerationFailure) -> any LookupTable {
            try self.table(id, policy, warn, depth: depth + 1)
        }
        func members(_ ids: [TableID]) throws(GenerationFailure) -> [any LookupTable] {
            var members: [any LookupTable] = []
            for id in ids { members.append(try member(id)) }
            return members
        }
        switch record.answer {
        case .alias(let other): return try member(other)
        case .union(let ids):
            (table, isComposite) = (UnionTable(name: record.reference, members: try members(ids)), true)
        case .pipe(let ids):
            (table, isComposite) = (PipeTable(name: record.reference, members: try members(ids)), true)
        case .debug(let id):
            (table, isComposite) = (
                DebugTable(name: record.reference, table: try member(id), log: warn), true
            )
        default: (table, isComposite) = (try simpleTable(record, policy, warn), false)
        }
        return CheckedTable(table, isComposite: isComposite, policy: policy, warn: warn)
    }

    private func simpleTable(
        _ record: TableRecord, _ policy: KeyPolicy, _ warn: @escaping @Sendable (String) -> Void
    ) throws(GenerationFailure) -> any LookupTable {
        let name = record.reference
        switch record.answer {
        case .index(let digest, _):
            do throws(IndexError) {
                return IndexedTable(name: name, index: try IndexFile(opening: path(ofTable: digest)))
            } catch { throw GenerationFailure("\(name): \(error)") }
        case .rules(let digest):
            do throws(RuleTableFile.Failure) {
                return try RuleTableFile.open(
                    path(ofTable: digest), name: name, refusesSubstitution: policy.refusesSubstitution,
                    warn: warn)
            } catch { throw GenerationFailure("\(name): \(error)") }
        case .value(let value): return StaticTable(name: name, value: Array(value.utf8))
        case .random(let values): return RandomTable(name: name, values: values.map { Array($0.utf8) })
        case .environment: return EnvironmentTable(name: name)
        case .accounts(let database):
            guard let database = AccountTable.Database(rawValue: database) else {
                throw GenerationFailure("\(path) is damaged: \(name)")
            }
            return AccountTable(name: name, database: database)
        case .failure, .union, .pipe, .debug, .alias: return FailTable(name: name)
        case .unavailable(let reason):
            return UnavailableTable(name: name, reason: reason, matching: Self.matching(name))
        }
    }

    private static func matching(_ name: String) -> KeyMatching {
        do throws(UnknownTableType) {
            return try TableReference(name, defaultType: .lmdb).type.matching
        } catch {
            return .fixed
        }
    }
}

import ByteScanning
import CompiledTables
import Diagnostics
import LMDBStore
import PosixSupport
import TableFormat
import TableSources

/// Opens a table for queries: an index as it is on disk, rules and text compiled from their source on the spot.
public struct TableOpener: Sendable {
    /// Why a table cannot be opened.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        public var description: String
    }

    /// Composite tables nest no deeper.
    private static let maximumDepth = 50

    let policy: KeyPolicy
    let duplicates: DuplicatePolicy
    /// Whether values written in a source or a name are names of files (`-F`).
    let readsFiles: Bool
    let report: @Sendable (Diagnostic) -> Void
    let warn: @Sendable (String) -> Void
    let log: @Sendable (String) -> Void
    let opened: @Sendable (TableReference) -> Void

    /// - Parameters:
    ///   - duplicates: what happens when a source that is read now has a key twice.
    ///   - report: takes what is wrong with a source.
    ///   - warn: takes what goes wrong in a lookup that still has an answer.
    ///   - log: takes what `debug:` tables say.
    ///   - opened: takes each table that is opened, members of others too.
    public init(
        policy: KeyPolicy, duplicates: DuplicatePolicy, readsFiles: Bool,
        report: @escaping @Sendable (Diagnostic) -> Void, warn: @escaping @Sendable (String) -> Void,
        log: @escaping @Sendable (String) -> Void, opened: @escaping @Sendable (TableReference) -> Void
    ) {
        self.policy = policy
        self.duplicates = duplicates
        self.readsFiles = readsFiles
        self.report = report
        self.warn = warn
        self.log = log
        self.opened = opened
    }

    /// The table behind the policy for keys.
    public func open(_ table: TableReference) throws(Failure) -> any LookupTable {
        try open(table, depth: 0)
    }

    /// The table for listing its rows; keys are listed as they are stored.
    public func listing(_ table: TableReference) throws(Failure) -> any ListableTable {
        opened(table)
        switch table.type {
        case .inline: return try inlineTable(table)
        case .texthash: return try textTable(table)
        case let type where type.kind == .indexed: return try indexedTable(table)
        default:
            _ = try open(table)
            throw Failure(description: "table \(table): sequence operation is not supported")
        }
    }

    func open(_ table: TableReference, depth: Int) throws(Failure) -> any LookupTable {
        guard !table.name.isEmpty else {
            throw Failure(description: "expected \"type:name\" in place of \"\(table)\"")
        }
        guard depth <= Self.maximumDepth else {
            throw Failure(description: "\(table): tables are nested too deeply")
        }
        opened(table)
        return CheckedTable(
            try unchecked(table, depth: depth), isComposite: table.type.kind == .composite, policy: policy,
            warn: warn)
    }

    private func unchecked(_ table: TableReference, depth: Int) throws(Failure) -> any LookupTable {
        switch table.type {
        case .lmdb, .hash, .btree, .cdb, .dbm, .sdbm: return try indexedTable(table)
        case .texthash: return try textTable(table)
        case .cidr: return try addressRanges(table)
        case .pcre, .regexp: return try patterns(table)
        case .inline: return try inlineTable(table)
        case .static: return try staticTable(table)
        case .randmap: return try randomTable(table)
        case .environ: return EnvironmentTable(name: table.description)
        case .unix: return try accountTable(table)
        case .fail: return FailTable(name: table.description)
        case .unionmap: return UnionTable(name: table.description, members: try members(table, depth: depth))
        case .pipemap: return PipeTable(name: table.description, members: try members(table, depth: depth))
        case .debug: return try debugTable(table, depth: depth)
        case .proxy: return try open(try reference(table.name, in: table), depth: depth + 1)
        case .ldap, .mysql, .pgsql, .sqlite, .mongodb, .memcache, .nis, .tcp, .socketmap, .internal:
            let advice = if case .unserved(let advice) = table.type.kind { "; \(advice)" } else { "" }
            throw Failure(
                description: "\(table): the type \(table.type.rawValue) is not served here\(advice)")
        }
    }

    /// A table that the name of another one has in it.
    func reference(_ text: String, in table: TableReference) throws(Failure) -> TableReference {
        guard text.utf8.contains(ASCII.colon) else {
            throw Failure(description: "\(table): expected \"type:name\" in place of \"\(text)\"")
        }
        do throws(UnknownTableType) {
            return try TableReference(text, defaultType: .lmdb)
        } catch {
            throw Failure(description: "\(table): \(error)")
        }
    }

    private func indexedTable(_ table: TableReference) throws(Failure) -> IndexedTable {
        do throws(IndexError) {
            return IndexedTable(
                name: table.description, index: try IndexFile(opening: table.name + ".lmdb"))
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    func source(_ name: String) throws(Failure) -> [UInt8] {
        do throws(SystemError) {
            return try FileDescriptor(opening: name).readToEnd()
        } catch {
            throw Failure(description: "\(error)")
        }
    }
}

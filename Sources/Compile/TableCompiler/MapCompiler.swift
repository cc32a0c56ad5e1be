import ByteScanning
import Diagnostics
import Glibc
import LMDBStore
import PosixSupport
import TableFormat

/// Builds and changes the index of one map (postmap(1)).
public struct MapCompiler: Sendable {
    /// The source as the user named it; the index is `file` with `.lmdb` after it.
    public var file: String
    public var grammar: SourceGrammar
    public var options: KeyPolicy
    public var duplicates: DuplicatePolicy
    /// `-N`, `-n` or neither.
    public var termination: Termination
    /// Whether each value names files whose contents are stored as base64 (`-F`).
    public var readsFiles: Bool
    /// Where the index goes; `nil` for the place beside the source.
    public var output: String?
    /// Who shall own the index; `nil` for this process.
    public var owner: (user: uid_t, group: gid_t)?
    /// Whether a line with a mistake means that nothing is published.
    public var refusesMistakes = false
    public var durability = ReplacementFile.Durability.full

    /// Whether keys and values end with a NUL byte in the index.
    public enum Termination: Sendable {
        /// As the index has it already, with it in a new one.
        case unspecified
        case always, never
    }

    public init(
        file: String, grammar: SourceGrammar = .map, options: KeyPolicy, duplicates: DuplicatePolicy,
        termination: Termination,
        readsFiles: Bool
    ) {
        self.file = file
        self.grammar = grammar
        self.options = options
        self.duplicates = duplicates
        self.termination = termination
        self.readsFiles = readsFiles
    }

    public var indexPath: String { output ?? file + ".lmdb" }

    /// Makes a new index from `source`.
    ///
    /// - Parameters:
    ///   - mode: permissions of the index.
    ///   - progress: called now and then.
    ///   - additions: rows besides those of the source, in the place of any that have their keys.
    /// - Returns: how many rows it has; `nil` when nothing was published: a key was too long for an index, or a line has
    ///   a mistake and that is refused.
    public func build(
        _ source: Span<UInt8>, mode: mode_t, additions: [AdditionalRow] = [], report: (Diagnostic) -> Void,
        progress: (BuildProgress) -> Void = { _ in }
    ) throws(IndexError) -> Int? {
        var builder = IndexBuilder(
            path: indexPath, mode: mode, duplicates: duplicates, terminated: termination != .never)
        builder.owner = owner
        builder.durability = durability
        let replacement = try builder.makeReplacement(locked: false)
        var table = RowTable()
        var hasMistakes = false
        let isScanned = scan(
            source, file, builder, into: &table,
            { diagnostic in
                if diagnostic.severity == .error { hasMistakes = true }
                report(diagnostic)
            }, progress)
        guard isScanned, !(refusesMistakes && hasMistakes) else { return nil }
        table.append(additions)
        return try builder.publish(
            table, source: source, file: file, into: replacement, report: report, progress: progress)
    }

    /// Adds the rows of `source`, which came from `origin`, to the index.
    public func update(
        _ source: Span<UInt8>, origin: String, mode: mode_t, additions: [AdditionalRow] = [],
        report: (Diagnostic) -> Void, progress: (BuildProgress) -> Void = { _ in }
    ) throws(IndexError) -> Int? {
        var table = RowTable()
        var builder = IndexBuilder(
            path: indexPath, mode: mode, duplicates: duplicates, terminated: termination != .never)
        let replacement = try builder.makeReplacement(locked: true)
        builder.terminated = try readExisting(into: &table)
        let replaced = Set(additions.map(\.key))
        let rows = table.rows.filter { !replaced.contains(table.arenaKey($0)) }
        table.rows = rows
        guard scan(source, origin, builder, into: &table, report, progress) else { return nil }
        table.append(additions)
        return try builder.publish(
            table, source: source, file: origin, into: replacement, report: report, progress: progress)
    }

    /// Removes rows.
    ///
    /// - Returns: for each key whether it was there.
    public func delete(_ keys: [[UInt8]], mode: mode_t) throws(IndexError) -> [Bool] {
        var table = RowTable()
        var builder = IndexBuilder(path: indexPath, mode: mode, duplicates: .keepFirst, terminated: true)
        let replacement = try builder.makeReplacement(locked: true)
        // A missing index is an error here, where an update makes one.
        _ = try IndexFile(opening: indexPath)
        builder.terminated = try readExisting(into: &table)
        var wanted: [[UInt8]: Bool] = [:]
        for key in keys { wanted[options.fold(key.span)] = false }
        let rows = table.rows
        table.rows = rows.filter { row in
            let key = table.arenaKey(row)
            guard wanted[key] != nil else { return true }
            wanted[key] = true
            return false
        }
        let found = keys.map { wanted[options.fold($0.span)] ?? false }
        if found.contains(true) {
            let nothing: [UInt8] = []
            _ = try builder.publish(
                table, source: nothing.span, file: file, into: replacement, report: { _ in },
                progress: { _ in })
        }
        return found
    }

    /// False when a key did not fit.
    private func scan(
        _ source: Span<UInt8>, _ origin: String, _ builder: IndexBuilder, into table: inout RowTable,
        _ report: (Diagnostic) -> Void, _ progress: (BuildProgress) -> Void
    ) -> Bool {
        let scanner = MapScanner(
            file: origin, grammar: grammar, options: options, maximumKeySize: builder.maximumKeySize,
            transform: ValueFiles.transform(if: readsFiles))
        return scanner.scan(source, into: &table, report: report, progress: progress)
    }

    /// Copies the rows of the index, if there is one, and tells whether they shall be stored with a NUL byte.
    private func readExisting(into table: inout RowTable) throws(IndexError) -> Bool {
        let old: IndexFile
        do throws(IndexError) {
            old = try IndexFile(opening: indexPath)
        } catch .system(let error) where error.code == ENOENT {
            return termination != .never
        } catch {
            throw error
        }
        var terminated: Bool?
        try old.forEachRow { key, value in
            let isTerminated = key.count > 1 && key[key.count - 1] == ASCII.nul
            terminated = terminated ?? isTerminated
            table.append(
                key: key.extracting(0..<key.count - (isTerminated ? 1 : 0)),
                value: value.extracting(
                    0..<value.count - (isTerminated && value.count > 0 && value[value.count - 1] == 0 ? 1 : 0)
                ),
                line: 0)
            return true
        }
        switch termination {
        case .always: return true
        case .never: return false
        case .unspecified: return terminated ?? true
        }
    }
}

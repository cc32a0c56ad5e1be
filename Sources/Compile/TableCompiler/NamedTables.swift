import ByteScanning
import CompiledTables
import Diagnostics
import TableFormat
import TableSources

/// Tables whose name is their content, and those that are made of other tables.
extension TableOpener {
    /// Later rows take the place of earlier ones.
    func inlineTable(_ table: TableReference) throws(Failure) -> MemoryTable {
        let name = Array(table.name.utf8)
        if policy.checksUTF8, !isValidUTF8(name.span) {
            throw Failure(description: "\(table): not valid UTF-8")
        }
        let rows: [InlineRow]
        do throws(InlineRow.Fault) { rows = try InlineRow.rows(of: name.span) } catch {
            throw syntax(table, error.message, at: error.offset, form: "{name=value, ...}")
        }
        var content = MemoryTable(name: table.description)
        for row in rows { content.set(policy.fold(row.key.span), to: try stored(row.value, table)) }
        return content
    }

    /// A source that is read now, through the same scanner that makes indexes.
    func textTable(_ table: TableReference) throws(Failure) -> MemoryTable {
        let source = try source(table.name)
        let scanner = MapScanner(
            file: table.name, grammar: .map, options: policy, maximumKeySize: Int.max,
            transform: ValueFiles.transform(if: readsFiles))
        var rows = RowTable()
        _ = scanner.scan(source.span, into: &rows, report: report) { _ in }
        return rows.memoryTable(
            name: table.description, source: source.span, file: table.name, duplicates: duplicates,
            report: report)
    }

    func staticTable(_ table: TableReference) throws(Failure) -> StaticTable {
        let name = Array(table.name.utf8)
        var range = 0..<name.count
        if InlineRules.isInline(name.span) {
            do throws(BraceFault) { range = try BraceList.content(of: range, in: name.span) } catch {
                throw syntax(table, error.message, at: error.offset, form: "value, or {value with blanks}")
            }
        }
        return StaticTable(name: table.description, value: try stored(name.span.bytes(range), table))
    }

    func randomTable(_ table: TableReference) throws(Failure) -> RandomTable {
        var values: [[UInt8]] = []
        for value in try items(table, form: "{value, ...}") { values.append(try stored(value, table)) }
        return RandomTable(name: table.description, values: values)
    }

    func accountTable(_ table: TableReference) throws(Failure) -> AccountTable {
        guard let database = AccountTable.Database(rawValue: table.name) else {
            throw Failure(
                description: "unknown table: \(table); expected unix:passwd.byname or unix:group.byname")
        }
        return AccountTable(name: table.description, database: database)
    }

    func debugTable(_ table: TableReference, depth: Int) throws(Failure) -> DebugTable {
        DebugTable(
            name: table.description, table: try open(reference(table.name, in: table), depth: depth + 1),
            log: log)
    }

    /// The tables that the name of a `unionmap` or `pipemap` lists.
    func members(_ table: TableReference, depth: Int) throws(Failure) -> [any LookupTable] {
        var members: [any LookupTable] = []
        for item in try items(table, form: "{type:name, ...}") {
            let member = try reference(String(decoding: item, as: UTF8.self), in: table)
            members.append(try open(member, depth: depth + 1))
        }
        return members
    }

    private func items(_ table: TableReference, form: String) throws(Failure) -> [[UInt8]] {
        let name = Array(table.name.utf8)
        do throws(BraceFault) {
            let items = try BraceList.items(of: name.span).map { name.span.bytes($0) }
            if !items.isEmpty { return items }
        } catch {
            throw syntax(table, error.message, at: error.offset, form: form)
        }
        throw syntax(table, "the list is empty", at: 0, form: form)
    }

    /// A value as the table has it: with `-F` the base64 of the files that it names.
    private func stored(_ value: [UInt8], _ table: TableReference) throws(Failure) -> [UInt8] {
        guard readsFiles else { return value }
        switch ValueFiles.base64(value.span) {
        case .success(let content): return content
        case .failure(let dropped): throw Failure(description: "\(table): \(dropped.message)")
        }
    }

    private func syntax(_ table: TableReference, _ message: String, at offset: Int, form: String) -> Failure {
        let place = table.type.rawValue.utf8.count + 2 + offset
        return Failure(
            description: "\(table): \(message) (column \(place)); need \(table.type.rawValue):\(form)")
    }
}

extension RowTable {
    /// The rows as a table in memory.
    func memoryTable(
        name: String, source: Span<UInt8>, file: String, duplicates: DuplicatePolicy,
        report: (Diagnostic) -> Void
    ) -> MemoryTable {
        var table = MemoryTable(name: name)
        var seen: Set<[UInt8]> = []
        for row in rows {
            let start = Int(row.location & ~Row.inArena)
            let bytes = row.location & Row.inArena != 0 ? arena.span : source
            let key = bytes.bytes(start..<start + Int(row.keySize))
            let isNew = seen.insert(key).inserted
            if !isNew, duplicates == .report { report(.duplicate(key, line: Int(row.line), file: file)) }
            if isNew || duplicates == .keepLast {
                let value = start + Int(row.valueDelta)
                table.set(key, to: bytes.bytes(value..<value + Int(row.valueSize)))
            }
        }
        return table
    }
}

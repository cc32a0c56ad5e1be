import ByteScanning
import CompiledTables
import GenerationFormat
import ParameterCatalogue
import PosixSupport
import TableCompiler
import TableFormat
import TableSources

/// A line of a file, from 1.
public struct SourceLine: Sendable, Hashable {
    public var file: String
    public var line: Int

    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

/// Where a row or rule stands.
public enum RowPlace: Sendable, Hashable {
    case line(SourceLine)
    /// Between the braces of the table's name; the first row is 1.
    case item(table: String, number: Int)
}

/// Finds the source lines of what lookups return. Rules know theirs; for a row of an index the source is scanned.
public struct RowOrigins: Sendable {
    /// How the answer of a table is traced.
    private enum Table: Sendable {
        case index(path: String, IndexRecipe)
        case rules(path: String, any ExplainedTable)
        case inlineIndex([InlineRow], IndexRecipe)
        /// The rules are lines of a text.
        case inlineRules([UInt8], any ExplainedTable)
        case members([Int])
        /// It has no rows.
        case noRows
    }

    private struct Scan: Sendable {
        var source: [UInt8]
        var lookups = 0
        var lines: [[UInt8]: Int]?
    }

    private let records: [TableRecord]
    private let tables: [Table]
    private let numbers: [String: Int]
    private var scans: [String: Scan] = [:]

    init(_ generation: Generation, files: SourceFiles) throws(GenerationFailure) {
        records = try generation.tables()
        var tables: [Table] = []
        for (number, record) in records.enumerated() {
            tables.append(try Self.table(number, record, generation, files))
        }
        self.tables = tables
        numbers = Dictionary(
            records.enumerated().map { ($0.element.reference, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func table(
        _ number: Int, _ record: TableRecord, _ generation: Generation, _ files: SourceFiles
    ) throws(GenerationFailure) -> Table {
        func path() -> String {
            files.path(of: record.reference.split(separator: ":", maxSplits: 1).last.map(String.init) ?? "")
        }
        let text = Array((record.reference.split(separator: ":", maxSplits: 1).last ?? "").utf8)
        switch record.answer {
        case .index(_, let recipe):
            guard let recipe = IndexRecipe(recipe) else { return .noRows }
            guard InlineRules.isInline(text.span) else { return .index(path: path(), recipe) }
            return .inlineIndex(rows(text), recipe)
        case .rules:
            guard let id = TableID(number: number), let table = try generation.ruleTable(id) else {
                return .noRows
            }
            guard InlineRules.isInline(text.span) else { return .rules(path: path(), table) }
            do throws(BraceFault) { return .inlineRules(try InlineRules.lines(of: text.span), table) } catch {
                return .noRows
            }
        case .union(let ids), .pipe(let ids): return .members(ids.map(\.number))
        case .debug(let id), .alias(let id): return .members([id.number])
        case .value, .random, .environment, .accounts, .failure, .unavailable: return .noRows
        }
    }

    /// The compiler has read them without a fault.
    private static func rows(_ name: [UInt8]) -> [InlineRow] {
        do throws(InlineRow.Fault) { return try InlineRow.rows(of: name.span) } catch { return [] }
    }

    /// The line of the row or rule that answered a lookup in a table; `nil` when no file has it.
    ///
    /// - Parameters:
    ///   - reference: the table as the configuration names it.
    ///   - value: what the lookup gave. A rule with another one did not answer: it is left out where its result may
    ///     have no part of the key.
    public mutating func line(of key: [UInt8], in reference: String, giving value: [UInt8]) -> SourceLine? {
        guard case .line(let line) = place(of: key, in: reference, giving: value) else { return nil }
        return line
    }

    /// The same, for tables whose rows stand in main.cf too.
    public mutating func place(of key: [UInt8], in reference: String, giving value: [UInt8]) -> RowPlace? {
        guard let number = numbers[reference] else { return nil }
        switch tables[number] {
        case .rules(_, let table), .inlineRules(_, let table):
            do throws(LookupFailure) {
                guard try table.explainedValue(for: key.span)?.value == value else { return nil }
            } catch { return nil }
        default: break
        }
        return place(of: key, number, depth: 0)
    }

    /// The row or rule that has a key, whatever it gives.
    public mutating func place(of key: [UInt8], in reference: String) -> RowPlace? {
        numbers[reference].flatMap { place(of: key, $0, depth: 0) }
    }

    private mutating func place(of key: [UInt8], _ number: Int, depth: Int) -> RowPlace? {
        guard tables.indices.contains(number), depth < 50 else { return nil }
        switch tables[number] {
        case .noRows: return nil
        case .rules(let path, let table):
            return rule(of: key, table).map { .line(SourceLine(file: path, line: $0)) }
        case .inlineRules(_, let table):
            return rule(of: key, table).map { .item(table: records[number].reference, number: $0) }
        case .members(let members):
            for member in members {
                if let place = place(of: key, member, depth: depth + 1) { return place }
            }
            return nil
        case .index(let path, let recipe):
            return line(of: recipe.policy.fold(key.span), path, recipe).map {
                .line(SourceLine(file: path, line: $0))
            }
        case .inlineIndex(let rows, let recipe):
            // Of rows with the same key the last counts.
            let folded = recipe.policy.fold(key.span)
            let row = rows.lastIndex { recipe.policy.fold($0.key.span) == folded }
            return row.map { .item(table: records[number].reference, number: $0 + 1) }
        }
    }

    /// The line of the rule that matches.
    private func rule(of key: [UInt8], _ table: any ExplainedTable) -> Int? {
        do throws(LookupFailure) { return try table.explainedValue(for: key.span)?.line } catch { return nil }
    }

    /// A few keys are searched for; for more, all lines are remembered.
    private mutating func line(of key: [UInt8], _ path: String, _ recipe: IndexRecipe) -> Int? {
        var scan = scans[path] ?? Scan(source: Self.content(path))
        defer { scans[path] = scan }
        scan.lookups += 1
        if let lines = scan.lines { return lines[key] }
        if scan.lookups < 4 {
            var found: Int?
            MapRows.forEach(in: scan.source.span, recipe) { row in
                if row.key == key { found = row.line }
                return found == nil
            }
            return found
        }
        var lines: [[UInt8]: Int] = [:]
        MapRows.forEach(in: scan.source.span, recipe) { row in
            if lines[row.key] == nil { lines[row.key] = row.line }
            return true
        }
        scan.lines = lines
        return lines[key]
    }

    static func content(_ path: String) -> [UInt8] {
        do throws(SystemError) { return try FileDescriptor(opening: path).readToEnd() } catch { return [] }
    }

    /// All rows and rules of a table that stand in a file, in its order; the key of a rule is its pattern.
    public func rows(of reference: String) -> [(key: [UInt8], value: [UInt8], origin: SourceLine)] {
        placedRows(of: reference).compactMap { row in
            guard case .line(let line) = row.place else { return nil }
            return (row.key, row.value, line)
        }
    }

    /// All rows and rules of a table, those between braces too.
    public func placedRows(of reference: String) -> [(key: [UInt8], value: [UInt8], place: RowPlace)] {
        guard let number = numbers[reference] else { return [] }
        return rows(number, depth: 0)
    }

    private func rows(_ number: Int, depth: Int) -> [(key: [UInt8], value: [UInt8], place: RowPlace)] {
        guard tables.indices.contains(number), depth < 50 else { return [] }
        let name = records[number].reference
        var rows: [(key: [UInt8], value: [UInt8], place: RowPlace)] = []
        switch tables[number] {
        case .noRows: break
        case .members(let members): for member in members { rows += self.rows(member, depth: depth + 1) }
        case .index(let path, let recipe):
            MapRows.forEach(in: Self.content(path).span, recipe) { row in
                rows.append((row.key, row.value, .line(SourceLine(file: path, line: row.line))))
                return true
            }
        case .rules(let path, _):
            MapRows.forEachRule(in: Self.content(path).span) { row in
                rows.append((row.key, row.value, .line(SourceLine(file: path, line: row.line))))
            }
        case .inlineIndex(let found, let recipe):
            for (index, row) in found.enumerated() {
                rows.append(
                    (recipe.policy.fold(row.key.span), row.value, .item(table: name, number: index + 1)))
            }
        case .inlineRules(let lines, _):
            MapRows.forEachRule(in: lines.span) { row in
                rows.append((row.key, row.value, .item(table: name, number: row.line)))
            }
        }
        return rows
    }
}

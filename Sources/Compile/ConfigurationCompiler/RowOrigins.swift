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

/// Finds the source lines of what lookups return. Rules know theirs; for a row of an index the source is scanned.
public struct RowOrigins: Sendable {
    /// How the answer of a table is traced.
    private enum Table: Sendable {
        case index(path: String, IndexRecipe)
        case rules(path: String, any ExplainedTable)
        case members([Int])
        /// Its rows are in the parameter that names it.
        case inParameter
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
        switch record.answer {
        case .index(_, let text): return IndexRecipe(text).map { .index(path: path(), $0) } ?? .inParameter
        case .rules:
            guard let id = TableID(number: number), !record.reference.utf8.contains(UInt8(ascii: "{")),
                let table = try generation.ruleTable(id)
            else { return .inParameter }
            return .rules(path: path(), table)
        case .union(let ids), .pipe(let ids): return .members(ids.map(\.number))
        case .debug(let id), .alias(let id): return .members([id.number])
        case .value, .random, .environment, .accounts, .failure, .unavailable: return .inParameter
        }
    }

    /// The line of the row or rule that answered a lookup in a table; `nil` when no file has it.
    ///
    /// - Parameters:
    ///   - reference: the table as the configuration names it.
    ///   - value: what the lookup gave. A rule with another one did not answer: it is left out where its result may
    ///     have no part of the key.
    public mutating func line(of key: [UInt8], in reference: String, giving value: [UInt8]) -> SourceLine? {
        guard let number = numbers[reference] else { return nil }
        if case .rules(_, let table) = tables[number] {
            do throws(LookupFailure) {
                guard try table.explainedValue(for: key.span)?.value == value else { return nil }
            } catch { return nil }
        }
        return line(of: key, number, depth: 0)
    }

    private mutating func line(of key: [UInt8], _ number: Int, depth: Int) -> SourceLine? {
        guard tables.indices.contains(number), depth < 50 else { return nil }
        switch tables[number] {
        case .inParameter: return nil
        case .rules(let path, let table):
            do throws(LookupFailure) {
                return try table.explainedValue(for: key.span).map { SourceLine(file: path, line: $0.line) }
            } catch { return nil }
        case .members(let members):
            for member in members {
                if let line = line(of: key, member, depth: depth + 1) { return line }
            }
            return nil
        case .index(let path, let recipe):
            return line(of: recipe.policy.fold(key.span), path, recipe).map {
                SourceLine(file: path, line: $0)
            }
        }
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
        guard let number = numbers[reference] else { return [] }
        return rows(number, depth: 0)
    }

    private func rows(_ number: Int, depth: Int) -> [(key: [UInt8], value: [UInt8], origin: SourceLine)] {
        guard tables.indices.contains(number), depth < 50 else { return [] }
        var rows: [(key: [UInt8], value: [UInt8], origin: SourceLine)] = []
        switch tables[number] {
        case .inParameter: break
        case .members(let members): for member in members { rows += self.rows(member, depth: depth + 1) }
        case .index(let path, let recipe):
            MapRows.forEach(in: Self.content(path).span, recipe) { row in
                rows.append((row.key, row.value, SourceLine(file: path, line: row.line)))
                return true
            }
        case .rules(let path, _):
            MapRows.forEachRule(in: Self.content(path).span) { row in
                rows.append((row.key, row.value, SourceLine(file: path, line: row.line)))
            }
        }
        return rows
    }
}

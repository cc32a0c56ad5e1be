import GenerationFormat
import LMDBStore
import ParameterCatalogue
import PosixSupport

/// The rows of the root of a generation, to be written, or to be changed and written again.
struct GenerationRoot {
    /// The rows that have no member of their own.
    var values: [String: [UInt8]] = [:]
    var tables: [TableRecord] = []
    var sources: [SourceRecord] = []
    var matchListDigests: Set<String> = []
    var mode: UInt32

    init(mode: UInt32) { self.mode = mode }

    /// The rows of a file.
    init(reading path: String) throws(Damaged) {
        var rows: [String: [UInt8]] = [:]
        do throws(IndexError) {
            try IndexFile(opening: path).forEachRow { key, value in
                rows[String(decoding: key.bytes, as: UTF8.self)] = value.bytes
                return true
            }
        } catch { throw Damaged(description: "\(error)") }
        do throws(SystemError) { mode = try FileStatus.ofFile(at: path)?.permissions ?? 0o600 } catch {
            throw Damaged(description: "\(error)")
        }
        let damaged = Damaged(description: "\(path) is damaged; run \"postroom build\"")
        while let row = rows.removeValue(forKey: GenerationLayout.tableKey(tables.count)) {
            guard let record = TableRecord(encoded: row.span) else { throw damaged }
            tables.append(record)
        }
        while let row = rows.removeValue(forKey: GenerationLayout.sourceKey(sources.count)) {
            guard let record = SourceRecord(encoded: row.span) else { throw damaged }
            sources.append(record)
        }
        guard let row = rows.removeValue(forKey: GenerationLayout.digestsKey),
            let digests = EncodedWords.decode(row.span)
        else { throw damaged }
        matchListDigests = Set(digests).subtracting(tables.compactMap(\.answer.digest))
        values = rows
    }

    /// A root that cannot be read.
    struct Damaged: Error {
        let description: String
    }

    /// Takes over what some files are now.
    mutating func update(sources new: [SourceRecord]) {
        var byPath: [String: SourceRecord] = [:]
        for record in sources + new { byPath[record.path] = record }
        sources = byPath.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Writes the root; the same rows give the same bytes.
    func write(to path: String, durability: ReplacementFile.Durability) throws(IndexError) {
        var rows = values
        let digests = matchListDigests.union(tables.compactMap(\.answer.digest))
        rows[GenerationLayout.digestsKey] = EncodedWords.encode(digests.sorted())
        for (number, table) in tables.enumerated() { rows[GenerationLayout.tableKey(number)] = table.encoded }
        for (number, source) in sources.enumerated() {
            rows[GenerationLayout.sourceKey(number)] = source.encoded
        }
        let file: ReplacementFile
        do throws(SystemError) {
            file = try ReplacementFile(replacing: path, mode: mode, locked: false)
        } catch {
            throw .system(error)
        }
        var writer = IndexWriter(file)
        let keys = rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for key in keys { try writer.append(Array(key.utf8), rows[key] ?? []) }
        _ = try writer.publish(durability: durability)
    }
}

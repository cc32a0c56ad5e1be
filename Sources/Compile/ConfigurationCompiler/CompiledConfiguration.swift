import Diagnostics
import GenerationFormat
import LMDBStore
import ParameterCatalogue
import PosixSupport

/// Everything that the root of a generation says.
struct CompiledConfiguration {
    let inputs: [String]
    var tables: [TableOutcome] = []
    var diagnostics: [Diagnostic] = []
    var services: [ServiceRecord] = []
    var sources: [SourceRecord] = []
    /// Images of scopes and classes by their keys.
    var values: [String: [UInt8]] = [:]
    var matchListDigests: Set<String> = []
    /// Match lists that were written now.
    var newMatchLists: [String] = []
    var mode: UInt32 = 0o644

    init(inputs: [String]) { self.inputs = inputs }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The digests of the files that this build made.
    var newDigests: [String] {
        tables.filter { $0.state == .compiled }.compactMap(\.answer.digest) + newMatchLists
    }

    func report(_ result: GenerationBuild.Report.Result, _ store: GenerationStore) -> GenerationBuild.Report {
        GenerationBuild.Report(
            result: result, directory: store.directory, services: services.count, tables: tables,
            diagnostics: diagnostics)
    }

    /// Writes the root; the same configuration gives the same bytes.
    func writeRoot(to path: String) throws(GenerationBuild.Failure) {
        var rows = values
        rows[GenerationLayout.formatKey] = Array("\(GenerationLayout.version)".utf8)
        rows[GenerationLayout.inputsKey] = EncodedWords.encode(inputs)
        let digests = matchListDigests.union(tables.compactMap(\.answer.digest))
        rows[GenerationLayout.digestsKey] = EncodedWords.encode(digests.sorted())
        for (number, service) in services.enumerated() {
            rows[GenerationLayout.serviceKey(number)] = service.encoded
        }
        for (number, source) in sources.enumerated() {
            rows[GenerationLayout.sourceKey(number)] = source.encoded
        }
        for (number, table) in tables.enumerated() {
            rows[GenerationLayout.tableKey(number)] =
                TableRecord(reference: table.reference, answer: table.answer).encoded
        }
        let file: ReplacementFile
        do throws(SystemError) {
            file = try ReplacementFile(replacing: path, mode: mode, locked: false)
        } catch {
            throw GenerationBuild.Failure("\(error)")
        }
        do throws(IndexError) {
            var writer = IndexWriter(file)
            let keys = rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            for key in keys { try writer.append(Array(key.utf8), rows[key] ?? []) }
            _ = try writer.publish()
        } catch {
            throw GenerationBuild.Failure("\(error)")
        }
    }
}

extension TableRecord.Answer {
    /// The file that it needs.
    var digest: String? {
        switch self {
        case .index(let digest), .rules(let digest): digest
        default: nil
        }
    }
}

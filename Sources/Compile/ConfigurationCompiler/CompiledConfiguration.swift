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
    /// Mistakes that count as warnings.
    var tolerated: [Diagnostic] = []
    /// Parameters that have mistakes.
    var mistakenParameters: Set<String> = []
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
            diagnostics: diagnostics, tolerated: tolerated, mistakenParameters: mistakenParameters)
    }

    /// Writes the root.
    func writeRoot(to path: String, _ durability: ReplacementFile.Durability) throws(GenerationBuild.Failure)
    {
        var root = GenerationRoot(mode: mode)
        root.values = values
        root.values[GenerationLayout.formatKey] = Array("\(GenerationLayout.version)".utf8)
        root.values[GenerationLayout.inputsKey] = EncodedWords.encode(inputs)
        for (number, service) in services.enumerated() {
            root.values[GenerationLayout.serviceKey(number)] = service.encoded
        }
        root.sources = sources
        root.tables = tables.map { TableRecord(reference: $0.reference, answer: $0.answer) }
        root.matchListDigests = matchListDigests
        do throws(IndexError) { try root.write(to: path, durability: durability) } catch {
            throw GenerationBuild.Failure("\(error)")
        }
    }
}

extension TableRecord.Answer {
    /// The file that it needs.
    var digest: String? {
        switch self {
        case .index(let digest, _), .rules(let digest): digest
        default: nil
        }
    }
}

import CompiledTables
import ConfigurationSemantics
import Diagnostics
import GenerationFormat
import PosixSupport

/// A configuration directory as a generation, for commands that only look: the generation in force where it is up to
/// date, else one that is made in a temporary place and leaves nothing behind.
public struct GenerationOnDemand: Sendable {
    public let generation: Generation
    /// Where the rows of its tables come from.
    public let origins: RowOrigins
    /// What the directory of main.cf is called in messages.
    public let configuration: String
    /// What the build had to say; nothing for a generation that was there.
    public let diagnostics: [Diagnostic]
    /// Those of the diagnostics that would be errors of a build.
    public let tolerated: [Diagnostic]
    /// Parameters that have mistakes; their defaults stand in for them.
    public let mistakenParameters: Set<String>
    /// The tables that somebody named and that cannot be had here, as the configuration names them.
    public let unavailable: [String: Unavailable]

    /// A table that fails when it is asked.
    public struct Unavailable: Sendable {
        /// The line that names it.
        public let line: SourceLine?
        public let reason: String
    }

    /// Why there is no generation.
    public enum Failure: Error, Sendable {
        /// The configuration has errors.
        case refused([Diagnostic])
        case couldNotRun(String)
    }

    /// Opens the generation of a configuration and lets `use` open all that it needs of it. When this returns, the files
    /// may be gone: what is open stays usable. Tables that cannot be had here are no errors; they fail when they are
    /// asked.
    ///
    /// - Parameters:
    ///   - directoryName: what the configuration calls its directory, where that is not where it lies.
    ///   - neededParameters: those in which mistakes are errors; for others the defaults stand in.
    public static func open<Result>(
        configuration: String, root: String = "", directoryName: String? = nil,
        neededParameters: Set<String>, facts: SystemFacts = .current,
        _ use: (GenerationOnDemand) throws(GenerationFailure) -> Result
    ) throws(Failure) -> Result {
        var options = GenerationBuild.Options(configuration: configuration)
        options.root = root
        options.directoryName = directoryName
        let build = GenerationBuild(options, facts: facts)
        let input: BuildInput
        do throws(SystemError) { input = try BuildInput(options, facts: facts) } catch {
            throw .couldNotRun("\(error)")
        }
        do throws(GenerationFailure) {
            if directoryName == nil, let generation = build.usableGeneration(input) {
                return try use(try made(generation, input, configuration))
            }
        } catch { throw .couldNotRun("\(error)") }
        return try SignalPause.during { () throws(Failure) in
            try inTemporaryPlace(options, neededParameters, input, facts, use)
        }
    }

    private static func inTemporaryPlace<Result>(
        _ options: GenerationBuild.Options, _ neededParameters: Set<String>, _ input: BuildInput,
        _ facts: SystemFacts, _ use: (GenerationOnDemand) throws(GenerationFailure) -> Result
    ) throws(Failure) -> Result {
        let place: String
        do throws(SystemError) { place = try DirectoryCreation.temporary() } catch {
            throw .couldNotRun("\(error)")
        }
        var options = options
        options.output = place
        options.isTemporary = true
        options.neededParameters = neededParameters
        let outcome: Swift.Result<Result, Failure> = Swift.Result { () throws(Failure) in
            try built(options, input, facts, use)
        }
        do throws(SystemError) { try remove(place) } catch { throw .couldNotRun("\(error)") }
        return try outcome.get()
    }

    private static func built<Result>(
        _ options: GenerationBuild.Options, _ input: BuildInput, _ facts: SystemFacts,
        _ use: (GenerationOnDemand) throws(GenerationFailure) -> Result
    ) throws(Failure) -> Result {
        let report: GenerationBuild.Report
        do throws(GenerationBuild.Failure) {
            report = try GenerationBuild(options, facts: facts).run()
        } catch { throw .couldNotRun("\(error)") }
        guard report.result != .refused else { throw .refused(report.diagnostics) }
        do throws(GenerationFailure) {
            let generation = try Generation(current: report.directory)
            return try use(try made(generation, input, options.configuration, report))
        } catch { throw .couldNotRun("\(error)") }
    }

    private static func made(
        _ generation: Generation, _ input: BuildInput, _ configuration: String,
        _ report: GenerationBuild.Report? = nil
    ) throws(GenerationFailure) -> GenerationOnDemand {
        GenerationOnDemand(
            generation: generation, origins: try RowOrigins(generation, files: input.files),
            configuration: configuration, diagnostics: report?.diagnostics ?? [],
            tolerated: report?.tolerated ?? [], mistakenParameters: report?.mistakenParameters ?? [],
            unavailable: unavailable(report?.tables ?? []))
    }

    private static func unavailable(_ tables: [TableOutcome]) -> [String: Unavailable] {
        tables.reduce(into: [:]) { result, table in
            guard case .unavailable(let reason) = table.answer, let place = table.place else { return }
            let line = place.position.map { SourceLine(file: place.file, line: $0.line) }
            result[table.reference] = Unavailable(line: line, reason: reason)
        }
    }

    private static func remove(_ place: String) throws(SystemError) {
        for directory in [GenerationLayout.tablesDirectory, GenerationLayout.generationsDirectory] {
            let path = "\(place)/\(directory)"
            guard try FileStatus.ofFile(at: path) != nil else { continue }
            try DirectoryCreation.removeWithFiles(path)
        }
        try DirectoryCreation.removeWithFiles(place)
    }
}

extension GenerationBuild {
    /// The generation in force, when it is up to date and this user may read it.
    fileprivate func usableGeneration(_ input: BuildInput) -> Generation? {
        do {
            let store = GenerationStore(directory: try input.outputDirectory())
            guard let number = try upToDate(input, store) else { return nil }
            return try Generation(
                directory: store.directory, root: GenerationLayout.generationPath(number))
        } catch {
            // What cannot be read is made anew elsewhere.
            return nil
        }
    }
}

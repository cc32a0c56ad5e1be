import ConfigurationSemantics
import Diagnostics
import PosixSupport
import TableCompiler

/// Compiles a configuration directory into a generation, or tells what is wrong with it (postroom-build(1)).
public struct GenerationBuild {
    public struct Options: Sendable {
        /// The directory of main.cf and master.cf.
        public var configuration: String
        /// The directory of generations; `nil` for `compiled_directory`.
        public var output: String?
        /// Where absolute names begin; empty for the system's own root.
        public var root = ""
        /// Old generations that stay.
        public var keep = 5
        /// Whether nothing is published.
        public var isTrial = false
        /// What the configuration calls its directory, where that is another one: `config_directory`, and where names
        /// that begin with it lead.
        var directoryName: String?
        /// Whether the generation goes away with this process: nothing is brought to the disk, and tables that cannot be
        /// had here fail when they are asked.
        var isTemporary = false
        /// For a temporary generation, the parameters in which mistakes are errors. Mistakes in others are warnings, and
        /// their defaults stand in; `nil` where each mistake is an error.
        var neededParameters: Set<String>?

        public init(configuration: String) { self.configuration = configuration }
    }

    /// What a build found and did.
    public struct Report: Sendable {
        public enum Result: Sendable, Equatable {
            /// The configuration has errors; nothing changed.
            case refused
            /// The generation in force is what would be built.
            case upToDate(Int)
            /// A new generation is in force.
            case published(Int)
            /// A new generation would be in force; nothing changed.
            case wouldPublish(Int)
        }

        public var result: Result
        /// The directory of generations.
        public var directory: String
        public var services = 0
        public var tables: [TableOutcome] = []
        public var diagnostics: [Diagnostic] = []
        /// Mistakes that count as warnings, being in what is not needed; they are among the diagnostics.
        var tolerated: [Diagnostic] = []
        /// Parameters that have mistakes.
        var mistakenParameters: Set<String> = []
        public var seconds = 0.0

        public var errorCount: Int { diagnostics.count { $0.severity == .error } }
    }

    /// The build could not run: the text says why.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        public var description: String

        init(_ description: String) { self.description = description }
    }

    let options: Options
    let facts: SystemFacts
    /// Called from several threads.
    let progress: @Sendable (_ table: String, BuildProgress) -> Void

    public init(
        _ options: Options, facts: SystemFacts = .current,
        progress: @escaping @Sendable (_ table: String, BuildProgress) -> Void = { _, _ in }
    ) {
        self.options = options
        self.facts = facts
        self.progress = progress
    }

    /// Builds, and publishes unless it is a trial or something is wrong.
    public func run() throws(Failure) -> Report {
        let start = ContinuousClock.now
        var report = try build()
        report.seconds = (ContinuousClock.now - start) / .seconds(1)
        return report
    }

    private func build() throws(Failure) -> Report {
        let input = try checking { () throws(SystemError) in try BuildInput(options, facts: facts) }
        let store: GenerationStore
        do throws(ExpansionFailure) { store = try self.store(for: input) } catch {
            return Report(result: .refused, directory: "", diagnostics: [input.diagnostic(of: error)])
        }
        if let number = try upToDate(input, store) {
            return Report(result: .upToDate(number), directory: store.directory)
        }
        if options.isTrial { return try trial(input, store) }
        let lock = try checking { () throws(SystemError) in
            try store.prepare()
            return try store.lock()
        }
        let compilation = Compilation(input: input, store: store, progress: progress)
        let report = try publish(compilation, store)
        _ = consume lock
        return report
    }

    private func store(for input: BuildInput) throws(ExpansionFailure) -> GenerationStore {
        let store = GenerationStore(directory: try input.outputDirectory())
        return options.isTemporary ? store.temporary : store
    }

    /// All the work, in a directory that goes away.
    private func trial(_ input: BuildInput, _ store: GenerationStore) throws(Failure) -> Report {
        let scratch = try checking { () throws(SystemError) in try DirectoryCreation.temporary() }
        let compilation = Compilation(
            input: input, store: store.withScratch(scratch), progress: progress)
        let outcome = Result { () throws(Failure) in try trialReport(compilation, store, scratch) }
        try checking { () throws(SystemError) in try DirectoryCreation.removeWithFiles(scratch) }
        return try outcome.get()
    }

    private func trialReport(
        _ compilation: Compilation, _ store: GenerationStore, _ scratch: String
    ) throws(Failure) -> Report {
        let compiled = try compilation.run()
        guard !compiled.hasErrors else { return compiled.report(.refused, store) }
        let root = "\(scratch)/root"
        try compiled.writeRoot(to: root, .none)
        return try checking { () throws(SystemError) in
            let current = try store.current()
            if let current, try Self.areEqual(root, store.rootPath(current)) {
                return compiled.report(.upToDate(current), store)
            }
            return compiled.report(.wouldPublish(try store.nextNumber()), store)
        }
    }

    private func publish(_ compilation: Compilation, _ store: GenerationStore) throws(Failure) -> Report {
        let compiled = try compilation.run()
        guard !compiled.hasErrors else {
            // Nobody else can know these files: the lock is held, and no generation names them.
            try checking { () throws(SystemError) in
                for digest in compiled.newDigests {
                    try DirectoryCreation.removeFile(store.newTablePath(digest))
                }
            }
            return compiled.report(.refused, store)
        }
        let number = try checking { () throws(SystemError) in
            if !compiled.newDigests.isEmpty { try store.synchronizeTables() }
            return try store.nextNumber()
        }
        try compiled.writeRoot(to: store.rootPath(number), options.isTemporary ? .none : .full)
        return try checking { () throws(SystemError) in
            if let current = try store.current(), current != number,
                try Self.areEqual(store.rootPath(number), store.rootPath(current))
            {
                try DirectoryCreation.removeFile(store.rootPath(number))
                return compiled.report(.upToDate(current), store)
            }
            try store.activate(number)
            try store.collect(keep: options.keep)
            return compiled.report(.published(number), store)
        }
    }

    private static func areEqual(_ left: String, _ right: String) throws(SystemError) -> Bool {
        guard try FileStatus.ofFile(at: right) != nil else { return false }
        return try FileDescriptor(opening: left).readToEnd() == FileDescriptor(opening: right).readToEnd()
    }

    func checking<Result: ~Copyable>(
        _ work: () throws(SystemError) -> Result
    ) throws(Failure) -> Result {
        do throws(SystemError) { return try work() } catch { throw Failure("\(error)") }
    }
}

import CompiledTables
import ConfigurationSemantics
import GenerationFormat
import PosixSupport

extension GenerationStore {
    /// Why no other generation was put in force.
    public enum RollbackFailure: Error, Sendable, CustomStringConvertible {
        case noGeneration(Int?)
        case unusable(GenerationFailure)
        case system(SystemError)

        public var description: String {
            switch self {
            case .noGeneration(let number?): "there is no generation \(number)"
            case .noGeneration(nil): "there is no generation before the one in force"
            case .unusable(let failure): "\(failure)"
            case .system(let error): "\(error)"
            }
        }

        /// Whether the generation is not there, and all else is well.
        public var isAbsence: Bool { if case .noGeneration = self { true } else { false } }
    }

    /// Puts another generation in force, after a look whether it can be read.
    ///
    /// - Parameter number: `nil` for the one before that in force.
    /// - Returns: the number of the generation that is now in force.
    public func rollback(to number: Int?) throws(RollbackFailure) -> Int {
        let directoryExists = try checking { () throws(SystemError) in
            try FileStatus.ofFile(at: directory) != nil
        }
        guard directoryExists else { throw .noGeneration(number) }
        let lock = try checking { () throws(SystemError) in try self.lock() }
        let candidate = try checking { () throws(SystemError) -> Int? in
            let current = try current()
            return try numbers().last { candidate in
                number.map { $0 == candidate } ?? (candidate < current ?? 0)
            }
        }
        guard let candidate else { throw .noGeneration(number) }
        do throws(GenerationFailure) {
            let root = GenerationLayout.generationPath(candidate)
            _ = try Generation(directory: directory, root: root).configuration()
        } catch {
            throw .unusable(error)
        }
        try checking { () throws(SystemError) in try activate(candidate) }
        _ = consume lock
        return candidate
    }

    private func checking<Result: ~Copyable>(
        _ work: () throws(SystemError) -> Result
    ) throws(RollbackFailure) -> Result {
        do throws(SystemError) { return try work() } catch { throw .system(error) }
    }
}

extension GenerationBuild {
    /// The directory of generations of a configuration.
    public static func store(configuration: String, root: String) throws(Failure) -> GenerationStore {
        var options = Options(configuration: configuration)
        options.root = root
        let input: BuildInput
        do throws(SystemError) { input = try BuildInput(options, facts: .current) } catch {
            throw Failure("\(error)")
        }
        do throws(ExpansionFailure) { return GenerationStore(directory: try input.outputDirectory()) } catch {
            throw Failure("\(input.diagnostic(of: error))")
        }
    }
}

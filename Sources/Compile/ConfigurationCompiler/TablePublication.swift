import CompiledTables
import ConfigurationSemantics
import GenerationFormat
import LMDBStore
import PosixSupport
import TableCompiler
import TableFormat

/// Puts a generation in force that has a new table in the place of one of the generation in force, and is else the
/// same: what makes "edit, postmap" enough (postmap(1)).
public struct TablePublication {
    /// What the new table is made from.
    public enum Origin: Sendable, Equatable {
        /// The source, read as the build of the generation would read it.
        case source
        /// The index beside the source, which need not be what the source says.
        case index
    }

    /// Why the generation stays as it is although it has the table.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        public var description: String
    }

    private let store: GenerationStore
    private let files: SourceFiles

    /// The publication for a configuration; `nil` when it has no generation in force.
    public init?(configuration: String) throws(Failure) {
        let options = GenerationBuild.Options(configuration: configuration)
        let input: BuildInput
        do throws(SystemError) {
            guard try FileStatus.ofFile(at: configuration + "/main.cf") != nil else { return nil }
            input = try BuildInput(options, facts: .current)
        } catch { throw Failure(description: "\(error)") }
        do throws(ExpansionFailure) { store = GenerationStore(directory: try input.outputDirectory()) } catch
        {
            throw Failure(description: "\(input.diagnostic(of: error))")
        }
        files = input.files.withoutRecords()
        do throws(SystemError) { guard try store.current() != nil else { return nil } } catch {
            throw Failure(description: "\(error)")
        }
    }

    /// Publishes a new table for a map, if the generation in force has one made from it.
    ///
    /// - Parameters:
    ///   - map: the source of the map.
    ///   - recipe: how the source was read, to tell whether a build of the generation would read it so.
    /// - Returns: the number of the new generation; `nil` when the map is not part of it, or nothing changed.
    public func publish(
        map: String, origin: Origin, grammar: SourceGrammar, policy: KeyPolicy
    ) throws(Failure) -> Int? {
        let lock = try system { () throws(SystemError) in try store.lock() }
        defer { withExtendedLifetime(lock) {} }
        guard let current = try system({ () throws(SystemError) in try store.current() }) else { return nil }
        let generation = try opened(current)
        var root: GenerationRoot
        do throws(GenerationRoot.Damaged) { root = try GenerationRoot(reading: generation.path) } catch {
            throw Failure(description: error.description)
        }
        var isChanged = false
        for (number, record) in root.tables.enumerated() {
            guard case .index(let old, let text) = record.answer, let recipe = IndexRecipe(text),
                let reference = reference(record.reference), isSame(reference.name, map)
            else { continue }
            let isPlain = recipe.grammar == grammar && recipe.policy == policy && origin == .source
            let source = IndexedSource(name: reference.name, recipe: recipe, files: files, store: store)
            let new = try isPlain ? compiled(source) : adopted(source)
            guard new != old else { continue }
            root.tables[number].answer = .index(digest: new, recipe: text)
            isChanged = true
        }
        guard isChanged else { return nil }
        root.update(sources: files.all)
        return try publish(root)
    }

    private func publish(_ root: GenerationRoot) throws(Failure) -> Int {
        let number = try system { () throws(SystemError) in
            try store.synchronizeTables()
            return try store.nextNumber()
        }
        do throws(IndexError) { try root.write(to: store.rootPath(number), durability: .full) } catch {
            throw Failure(description: "\(error)")
        }
        return try system { () throws(SystemError) in
            try store.activate(number)
            try store.collect(keep: GenerationBuild.Options(configuration: "").keep)
            return number
        }
    }

    private func compiled(_ source: IndexedSource) throws(Failure) -> String {
        let content = try content(source.name)
        let digest = source.digest(content)
        guard !store.hasTable(digest) else { return digest }
        do throws(IndexError) {
            let rows = try source.compile(content, digest, report: { _ in }, progress: { _ in })
            if rows != nil { return digest }
        } catch {
            throw Failure(description: "\(error)")
        }
        throw Failure(
            description: "\(source.name) has mistakes; the generation in force keeps the table that it has")
    }

    private func adopted(_ source: IndexedSource) throws(Failure) -> String {
        let index = try content(source.indexName)
        let digest = source.adoptedDigest(index)
        guard !store.hasTable(digest) else { return digest }
        do throws(IndexError) { _ = try source.adopt(index, digest) } catch {
            throw Failure(description: "\(error)")
        }
        return digest
    }

    private func content(_ name: String) throws(Failure) -> SourceFiles.Content {
        do throws(SourceFiles.Unreadable) { return try files.read(name) } catch {
            throw Failure(description: "\(error)")
        }
    }

    private func opened(_ number: Int) throws(Failure) -> Generation {
        do throws(GenerationFailure) {
            return try Generation(
                directory: store.directory, root: GenerationLayout.generationPath(number))
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    private func reference(_ text: String) -> TableReference? {
        do throws(UnknownTableType) { return try TableReference(text, defaultType: .lmdb) } catch {
            return nil
        }
    }

    /// Whether the configuration and the command line mean the same file.
    private func isSame(_ name: String, _ map: String) -> Bool {
        do throws(SystemError) {
            return try PathNames.resolved(files.path(of: name)) == PathNames.resolved(map)
        } catch {
            return false
        }
    }

    private func system<Result: ~Copyable>(
        _ work: () throws(SystemError) -> Result
    ) throws(Failure) -> Result {
        do throws(SystemError) { return try work() } catch { throw Failure(description: "\(error)") }
    }
}

import ConfigurationSemantics
import Diagnostics
import GenerationFormat
import ParameterCatalogue
import PosixSupport
import Synchronization
import TableCompiler
import TableFormat

/// One pass over a configuration: scopes, then tables, then the rows of the root.
struct Compilation {
    let input: BuildInput
    let store: GenerationStore
    let progress: @Sendable (_ table: String, BuildProgress) -> Void

    func run() throws(GenerationBuild.Failure) -> CompiledConfiguration {
        var compiler = ScopeCompiler(
            directory: input.directory, facts: input.facts, directoryName: input.directoryName,
            files: input.files, isLenient: input.neededParameters != nil)
        let global = compiler.global()
        let services = input.directory.lastServices
        let scopes = services.map { compiler.scope(of: $0, global: global) }
        let ids = Self.numbers(compiler.tables.uses.entries)
        let outcomes = build(compiler.tables, ids, policy: policy())
        var result = CompiledConfiguration(inputs: input.inputs(global))
        result.tables = zip(ids, outcomes).sorted { $0.0.number < $1.0.number }.map(\.1)
        var values = compiler.diagnostics
        result.mistakenParameters = compiler.mistakenParameters
        if let needed = input.neededParameters {
            if compiler.mistakenParameters.isDisjoint(with: needed) { values = values.map(\.asWarning) }
            result.tolerated = sorted(values + result.tables.flatMap(\.tolerated))
        }
        result.diagnostics = sorted(
            input.directory.diagnostics + values + result.tables.flatMap(\.diagnostics))
        guard !result.hasErrors else { return result }
        var writer = ValueWriter(ids: ids, store: store)
        try writer.write(global, scopes, compiler.classes, into: &result)
        result.services = services.map(\.record)
        result.sources = input.files.all
        result.mode = try mode()
        return result
    }

    /// main.cf first, then master.cf, then the others by name; in each from top to bottom.
    private func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        func rank(_ file: String) -> Int {
            switch file {
            case input.directory.main.source.path: 0
            case input.directory.master?.source.path: 1
            default: 2
            }
        }
        let start = SourcePosition(line: 0, column: 0)
        let sorted = diagnostics.sorted {
            (rank($0.file), $0.file, $0.position ?? start, $0.message)
                < (rank($1.file), $1.file, $1.position ?? start, $1.message)
        }
        return Self.sayingAdviceOnce(sorted)
    }

    /// What to do in place of tables that are not served is the same for all of them.
    private static func sayingAdviceOnce(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let advice = Set(
            TableType.allCases.map { if case .unserved(let advice) = $0.kind { advice } else { "" } })
        var said: Set<String> = []
        return diagnostics.map { diagnostic in
            guard let help = diagnostic.help, advice.contains(help), !said.insert(help).inserted else {
                return diagnostic
            }
            var shorter = diagnostic
            shorter.help = nil
            return shorter
        }
    }

    /// Numbers in the order of the names, so that the order in which tables are met does not matter.
    private static func numbers(_ entries: [TableUses.Entry]) -> [TableID] {
        let keys = entries.map { "\($0.use.reference)\n\($0.use.readsFiles)" }
        let order = keys.indices.sorted { keys[$0].utf8.lexicographicallyPrecedes(keys[$1].utf8) }
        var ids = [TableID?](repeating: nil, count: entries.count)
        for (number, entry) in order.enumerated() { ids[entry] = TableID(number: number) }
        return ids.compactMap(\.self)
    }

    private func build(
        _ tables: TableReader, _ ids: [TableID], policy: KeyPolicy
    ) -> [TableOutcome] {
        let entries = tables.uses.entries
        let outcomes = Mutex([TableOutcome?](repeating: nil, count: entries.count))
        Parallel.forEach(count: entries.count) {
            [files = input.files, aliases = tables.aliasTables, store, progress] number in
            let entry = entries[number]
            let grammar: SourceGrammar = aliases.contains(entry.use.reference) ? .aliases : .map
            let build = TableBuild(
                entry: entry, grammar: grammar, files: files, policy: policy, store: store, ids: ids
            ) {
                progress("\(entry.use.reference)", $0)
            }
            let outcome = build.run()
            outcomes.withLock { $0[number] = outcome }
        }
        return outcomes.withLock { $0.compactMap(\.self) }
    }

    /// Keys are UTF-8, folded as such, unless `smtputf8_enable` says otherwise.
    private func policy() -> KeyPolicy {
        var scope = input.directory.scope(
            processName: "", facts: input.facts, directoryName: input.directoryName)
        do throws(ExpansionFailure) {
            let isEnabled = try scope.text("smtputf8_enable").lowercased() == "yes"
            return KeyPolicy(folding: isEnabled ? .unicode : .ascii, checksUTF8: isEnabled)
        } catch {
            return KeyPolicy(folding: .ascii, checksUTF8: false)
        }
    }

    /// Who can read main.cf and master.cf can read what is made of them.
    private func mode() throws(GenerationBuild.Failure) -> UInt32 {
        do throws(SystemError) {
            let sources = [input.directory.main.source.path, input.directory.master?.source.path]
            var mode: UInt32 = 0o044
            for path in sources.compactMap(\.self) {
                mode &= try FileStatus.ofFile(at: path)?.permissions ?? 0o044
            }
            return 0o600 | mode
        } catch {
            throw GenerationBuild.Failure("\(error)")
        }
    }
}

import ConfigurationSemantics
import ConfigurationSyntax
import Diagnostics
import ParameterCatalogue
import PosixSupport
import TableFormat
import TableSources

/// All that rules look at: the two configuration files, what they mean for each service, and the tables they name.
///
/// A class, because tables are read when a rule first asks for them and kept. Rules of one run share it and run one
/// after the other.
public final class LintContext {
    public let directory: ConfigurationDirectory
    /// The configuration as it was before, to tell what changed (`--since`).
    public let earlier: ConfigurationDirectory?
    public let target: LintTarget
    public let files: any FileAccess
    /// What the machine adds to the configuration.
    let facts: SystemFacts
    /// What rules for `--live` ask.
    public let probe: any MachineProbe
    /// main.cf without the overrides of any service.
    public let main: ServiceScope
    /// One for each service of master.cf, in order.
    public let services: [ServiceScope]
    private var texts: [String: TextLines] = [:]
    private var mapSources: [String: MapSource?] = [:]
    private var addressSources: [String: AddressTable] = [:]
    private var patternSources: [String: PatternTable] = [:]
    private var patternAnswers: [String: PatternAnswers] = [:]
    private var cachedUses: [TableUse]?
    private var cachedListFiles: [ListFileUse] = []
    private let transportNames: TransportNames
    /// Names that mean something in main.cf.
    private(set) lazy var knownNames = KnownNames(self)
    /// The transports that parameters and tables name.
    public private(set) lazy var transports = TransportReferences(self)
    /// The programs that certainly start.
    public private(set) lazy var running = RunningPrograms(self)
    /// The strangers who may send to any domain.
    private(set) lazy var relayProof = RelayProof(self)
    /// Indexed and `texthash` maps with a source that can be read, once for each file, with all that names it; `inline`
    /// tables.
    private(set) lazy var mapTables = MapTable.all(self)
    /// `pcre` and `regexp` tables that can be read.
    private(set) lazy var patternTables = PatternTable.all(self)
    /// `cidr` tables that can be read.
    private(set) lazy var addressTables = AddressTable.all(self)
    /// The settings of main.cf that count, then the overrides of each service, in order.
    public private(set) lazy var writtenSettings = allWrittenSettings()

    /// - Parameter facts: what the machine adds to the configuration; neutral ones make the answer the same everywhere.
    public init(
        directory: ConfigurationDirectory, earlier: ConfigurationDirectory? = nil,
        target: LintTarget = .default, files: any FileAccess, facts: SystemFacts = .neutral,
        probe: any MachineProbe = SystemProbe()
    ) {
        self.directory = directory
        self.earlier = earlier
        self.target = target
        self.files = files
        self.facts = facts
        self.probe = probe
        transportNames = TransportNames(directory.services)
        let names = (main: directory.main.source.path, master: directory.master?.source.path ?? "master.cf")
        main = ServiceScope(
            service: nil, scope: directory.scope(processName: "master", facts: facts), files: names)
        services = directory.services.map { service in
            ServiceScope(
                service: service, scope: directory.scope(of: service, facts: facts), files: names)
        }
        for source in [directory.main.source, directory.master?.source].compactMap({ $0 }) {
            texts[source.path] = TextLines(source.bytes)
        }
    }

    /// main.cf, then the services.
    public var scopes: [ServiceScope] { [main] + services }

    /// The services that run a program.
    public func services(running program: String) -> [ServiceScope] {
        services.filter { $0.program == program }
    }

    /// What is known of a parameter; those of transports too.
    public func definition(of name: String) -> ParameterDefinition? {
        if let definition = ParameterCatalogue.definition(of: name) { return definition }
        guard transportNames.defaultText(of: name) != nil else { return nil }
        return ParameterCatalogue.perTransport.first { name.hasSuffix($0.name.dropFirst("transport".count)) }
    }

    /// Whether there is a master.cf, without which nobody knows what runs.
    public var hasMaster: Bool { directory.master != nil }

    /// Whether master.cf runs one of the programs that read a parameter.
    public func isReadByService(_ programs: String) -> Bool {
        let programs = programs.split(separator: " ").map(String.init)
        return programs.contains("*") || services.contains { programs.contains($0.program) }
    }

    // MARK: Files

    /// The lines of a file that was read; `nil` for one that was not.
    public func text(of file: String) -> TextLines? { texts[file] }

    /// The lines of any file that the configuration names; `nil` when it cannot be read.
    public func readText(_ path: String) -> TextLines? {
        let location = files.location(of: path)
        if let text = texts[location] { return text }
        do throws(SystemError) {
            let text = TextLines(try files.read(path))
            texts[location] = text
            return text
        } catch {
            return nil
        }
    }

    /// The source of an indexed map, a `texthash` or an `inline` table; `nil` for a table of another kind, and when there
    /// is no such file.
    public func mapSource(of use: TableUse) -> MapSource? {
        guard let table = use.table else { return nil }
        if table.type == .inline { return inlineSource(of: use) }
        guard let path = use.path else { return nil }
        switch table.type.kind {
        case .indexed, .sourceText: return mapSource(path, isAliasSource: use.isAliasSource)
        case .rules, .immediate, .composite, .unserved: return nil
        }
    }

    public func mapSource(_ path: String, isAliasSource: Bool) -> MapSource? {
        let name = (isAliasSource ? "aliases " : "map ") + path
        if let known = mapSources[name] { return known }
        let source = readText(path).map {
            MapSource(file: files.location(of: path), lines: $0, isAliasSource: isAliasSource)
        }
        mapSources[name] = .some(source)
        return source
    }

    /// A table as a command line names it here: its type, and where its source is.
    public func shown(_ use: TableUse) -> String {
        guard let table = use.table, let path = use.path else { return use.text }
        return "\(table.type.rawValue):\(files.location(of: path))"
    }

    /// A `pcre` or `regexp` table that can be read; patterns are not compiled. `nil` for a table of another kind.
    func patternTable(of use: TableUse) -> PatternTable? {
        guard let type = use.table?.type, type == .pcre || type == .regexp else { return nil }
        if let known = patternSources[use.identity] { return known }
        let table = ruleText(of: use).map { PatternTable($0, type == .pcre ? .pcre : .regexp, use) }
        patternSources[use.identity] = table
        return table
    }

    /// The answers of a `pcre` or `regexp` table; `nil` for a table of another kind, and for one that cannot be read.
    func patternAnswers(of use: TableUse) -> PatternAnswers? {
        if let known = patternAnswers[use.identity] { return known }
        let answers = patternTable(of: use).flatMap(PatternAnswers.init)
        patternAnswers[use.identity] = answers
        return answers
    }

    /// A `cidr` table that can be read; `nil` for a table of another kind.
    func addressTable(of use: TableUse) -> AddressTable? {
        guard use.table?.type == .cidr else { return nil }
        if let known = addressSources[use.identity] { return known }
        let table = ruleText(of: use).map { AddressTable($0, use) }
        addressSources[use.identity] = table
        return table
    }

    /// Where a diagnostic of a reader stands: from its column to the end of the word there.
    public func range(of diagnostic: Diagnostic) -> SourceRange? {
        guard let position = diagnostic.position, let text = texts[diagnostic.file] else { return nil }
        return SourceRange(file: diagnostic.file, bytes: text.word(at: position))
    }

    /// A line of a file, counted from 1.
    public func range(file: String, line: Int) -> SourceRange {
        SourceRange(file: file, bytes: texts[file]?.range(ofLine: line) ?? 0..<0)
    }

    // MARK: What the configuration names

    /// Every table that a parameter or a restriction names, once for each place, with the services that read it there.
    public var tableUses: [TableUse] {
        if let cachedUses { return cachedUses }
        var uses: [TableUse] = []
        var known: [String: Int] = [:]
        for reader in tableReaders() {
            addListFiles(reader.listFiles)
            for use in reader.uses {
                let place = use.range.map { "\($0.file) \($0.bytes)" } ?? ""
                let name = "\(use.parameter) \(use.text) \(use.role) \(place)"
                if let index = known[name] {
                    uses[index].services += use.services
                } else {
                    known[name] = uses.count
                    uses.append(use)
                }
            }
        }
        let aliasFiles = Set(uses.filter(\.isAliasSource).compactMap(\.path))
        for index in uses.indices {
            if let path = uses[index].path, aliasFiles.contains(path) {
                uses[index].isSharedWithAliases = true
            }
        }
        cachedUses = uses
        return uses
    }

    /// What each service reads, and what commands read; for a main.cf alone what it sets.
    private func tableReaders() -> [TableUseReader] {
        var readers = scopes.map { TableUseReader(scope: $0) }
        for index in readers.indices {
            if services.isEmpty || index > 0 {
                readers[index].readAll(self)
            } else {
                readers[0].readCommands(self)
            }
        }
        return readers
    }

    /// Every file that is a member of a match list, once for each place, with the services that read it there.
    var listFiles: [ListFileUse] {
        _ = tableUses
        return cachedListFiles
    }

    /// How many files of tables and match lists are named that these files do not have, for they are elsewhere.
    public var filesOutside: Int {
        let tables = tableUses.filter { $0.range != nil && $0.role != .declaration && $0.role != .cache }
            .compactMap(\.path)
        let lists = listFiles.filter { $0.word.range != nil }.map(\.path)
        return Set(tables + lists).count { !files.covers($0) }
    }

    private func addListFiles(_ uses: [ListFileUse]) {
        for use in uses {
            let index = cachedListFiles.firstIndex {
                $0.path == use.path && $0.parameter == use.parameter && $0.word.range == use.word.range
            }
            if let index {
                cachedListFiles[index].services += use.services
            } else {
                cachedListFiles.append(use)
            }
        }
    }

    /// The steps of a restriction list as a service has it; a class is followed by its own steps.
    public func restrictions(_ list: String, _ scope: ServiceScope) -> [RestrictionStep] {
        RestrictionReader(scope: scope).steps(of: list)
    }

    /// Every setting of main.cf in order, those that a later one replaces too.
    public private(set) lazy var mainSettings: [(name: LineText, value: LineText, entry: MainSyntax.Entry)] =
        directory.main.entries.compactMap { entry in
            guard case .setting(let name, let value) = entry.content else { return nil }
            return (name, value, entry)
        }

    /// A part of main.cf.
    public func range(inMain text: LineText, _ part: Range<Int>? = nil) -> SourceRange {
        SourceRange(file: directory.main.source.path, bytes: text.sourceRange(part))
    }

    /// A part of master.cf.
    public func range(inMaster text: LineText, _ part: Range<Int>? = nil) -> SourceRange {
        SourceRange(file: directory.master?.source.path ?? "master.cf", bytes: text.sourceRange(part))
    }

    /// Where a service begins.
    public func range(of service: MasterService) -> SourceRange { range(inMaster: service.name) }
}

extension SystemFacts {
    /// Those of a machine that has nothing special, so that a check says the same wherever it runs.
    public static var neutral: SystemFacts {
        SystemFacts(hostName: "localhost", processID: 1, interfaces: [])
    }
}

extension ConfigurationDirectory {
    /// What parameters mean for a service, its overrides first.
    public func scope(of service: MasterService, facts: SystemFacts) -> ConfigurationScope {
        var overrides: [String: Setting] = [:]
        for override in service.overrides {
            overrides[override.name] = Setting(text: override.value, origin: .override(override))
        }
        return scope(processName: service.command.string, overrides: overrides, facts: facts)
    }
}

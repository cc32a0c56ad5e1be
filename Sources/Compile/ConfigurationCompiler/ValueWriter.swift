import ConfigurationSemantics
import ContentDigest
import GenerationFormat
import LMDBStore
import ParameterCatalogue
import TableCompiler

/// Gives values their final form, now that the tables have numbers, and writes match lists.
struct ValueWriter {
    let ids: [TableID]
    let store: GenerationStore

    mutating func write(
        _ global: CompiledScope, _ services: [CompiledScope], _ classes: [String: CompiledScope.Value],
        into result: inout CompiledConfiguration
    ) throws(GenerationBuild.Failure) {
        result.values[GenerationLayout.globalScopeKey] = try image(global, &result)
        for scope in services {
            guard let service = scope.service, !scope.values.isEmpty else { continue }
            result.values[GenerationLayout.scopeKey(service: service)] = try image(scope, &result)
        }
        for (name, value) in classes {
            result.values[GenerationLayout.restrictionClassKey(name)] = try encoded(value.value, &result)
        }
    }

    private func image(
        _ scope: CompiledScope, _ result: inout CompiledConfiguration
    ) throws(GenerationBuild.Failure) -> [UInt8] {
        var builder = ScopeImageBuilder()
        for (name, value) in scope.values where name.utf8.allSatisfy({ $0 < 0x80 }) {
            let encoded = try encoded(value.value, &result)
            builder.add(
                name,
                ScopeImageBuilder.Value(
                    type: value.type, origin: value.origin, line: value.line, encoded: encoded))
        }
        return builder.image()
    }

    private func encoded(
        _ value: CompiledValue, _ result: inout CompiledConfiguration
    ) throws(GenerationBuild.Failure) -> [UInt8] {
        switch value {
        case .encoded(let bytes): return bytes
        case .tables(let tables): return TableList(tables.map { ids[$0] }).encoded
        case .restrictions(let sources):
            return RestrictionList(
                sources.map { source in
                    var restriction = source.restriction
                    restriction.table = source.table.map { ids[$0] }
                    return restriction
                }
            ).encoded
        case .matchList(let source): return try matchList(source, &result).encoded
        }
    }

    private func matchList(
        _ source: MatchListSource, _ result: inout CompiledConfiguration
    ) throws(GenerationBuild.Failure) -> MatchList {
        guard !source.patterns.isEmpty else { return MatchList(text: "") }
        let image = MatchListCompiler.image(of: source, ids: ids)
        let digest = "\(ContentDigest(of: image.span))"
        guard image.count > Self.largestEmbeddedList else {
            result.values[GenerationLayout.matchListKey(digest)] = image
            return MatchList(text: digest)
        }
        guard result.matchListDigests.insert(digest).inserted, !store.hasTable(digest) else {
            return MatchList(text: digest)
        }
        result.newMatchLists.append(digest)
        do throws(IndexError) {
            _ = try RuleTableWriter.write(
                image, type: "match-list", to: store.newTablePath(digest), mode: 0o644,
                durability: store.durability)
        } catch {
            throw GenerationBuild.Failure("\(error)")
        }
        return MatchList(text: digest)
    }

    /// Bytes of a list that is stored in the root: most lists are a few lines, and a file for each would have to be
    /// brought to the disk for each.
    private static let largestEmbeddedList = 1 << 15
}

extension MasterService {
    /// The service for the root of a generation.
    var record: ServiceRecord {
        ServiceRecord(
            name: name.string, kind: kind.rawValue, isPrivate: isPrivate, isUnprivileged: isUnprivileged,
            isChrooted: isChrooted, wakeup: wakeup?.seconds ?? 0,
            wakesOnlyWhenUsed: wakeup?.onlyWhenUsed ?? false, processLimit: processLimit,
            command: command.string,
            arguments: arguments.compactMap { argument in
                switch argument {
                case .override: nil
                case .option(let text), .word(let text): text.string
                }
            })
    }
}

extension ConfigurationDirectory {
    /// The services in their order; of two with one name and type the last.
    var lastServices: [MasterService] {
        var seen: Set<String> = []
        return services.reversed().filter { seen.insert($0.label).inserted }.reversed()
    }
}

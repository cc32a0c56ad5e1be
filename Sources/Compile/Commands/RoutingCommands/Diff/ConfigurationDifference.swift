import ConfigurationSemantics
import ParameterCatalogue
import PosixSupport
import RouteExplanation

/// A thing that is in one configuration, in the other, or different in both.
struct Difference: Equatable {
    /// The parameter, service, row or address.
    var name: String
    /// What it belongs to: the table of a row, the sender of a route.
    var context = ""
    var old: String?
    var new: String?

    /// The differences of two dictionaries, by name.
    static func between(_ old: [String: String], _ new: [String: String]) -> [Difference] {
        Set(old.keys).union(new.keys).sorted().compactMap { name in
            old[name] == new[name] ? nil : Difference(name: name, old: old[name], new: new[name])
        }
    }
}

/// One side, compiled and read.
struct ComparedConfiguration {
    let system: RoutingSystem
    let parameters: [String: String]
    let services: [String: String]

    init(
        _ side: ComparedDirectory, _ system: RoutingSystem, directoryName: String
    ) throws(CommandStop) {
        self.system = system
        let directory: ConfigurationDirectory
        do throws(SystemError) { directory = try ConfigurationDirectory(reading: side.path) } catch {
            throw .fatal("\(error)")
        }
        var scope = directory.scope(processName: "", directoryName: directoryName)
        var parameters: [String: String] = [:]
        let own = directory.settings.keys.filter { ParameterCatalogue.definition(of: $0) == nil }
        for name in ParameterCatalogue.all.map(\.name) + own {
            do throws(ExpansionFailure) {
                let text = try scope.text(name)
                parameters[name] = text.onOneLine
            } catch {
                // The compiler has no objection, so nothing reads it.
                parameters[name] = nil
            }
        }
        self.parameters = parameters
        services = Dictionary(
            directory.services.map { ($0.label, Self.text($0, system)) },
            uniquingKeysWith: { _, last in last })
    }

    private static func text(_ service: MasterService, _ system: RoutingSystem) -> String {
        func flag(_ value: Bool) -> String { value ? "y" : "n" }
        let wakeup = service.wakeup.map { "\($0.seconds)\($0.onlyWhenUsed ? "?" : "")" } ?? "-"
        let columns = [
            flag(service.isPrivate), flag(service.isUnprivileged), flag(service.isChrooted), wakeup,
            service.processLimit.map(String.init) ?? "-", service.command.string,
        ]
        let record = system.services.last { $0.label == service.label }
        let settings = service.overrides.map {
            "-o \($0.name)=\(String(decoding: $0.value, as: UTF8.self))"
        }
        return (columns + (record?.arguments ?? []) + settings).joined(separator: " ")
    }

    /// The rows of all tables that stand in files, by table and key.
    var rows: [String: [String: String]] {
        var tables: [String: [String: String]] = [:]
        for record in system.tables where record.hasRows {
            let isSecret = secretTables.contains(record.reference)
            var rows: [String: String] = [:]
            for row in system.origins.rows(of: record.reference) {
                let key = String(decoding: row.key, as: UTF8.self)
                guard rows[key] == nil else { continue }
                let value = String(decoding: row.value, as: UTF8.self).onOneLine
                rows[key] = isSecret ? "(not shown, \(Self.fingerprint(row.value)))" : value
            }
            tables[record.reference] = rows
        }
        return tables
    }

    /// Tables whose values are passwords.
    private var secretTables: Set<String> {
        let ids = system.global[.smtpSASLPasswordMaps].tables + system.global[.lmtpSASLPasswordMaps].tables
        return Set(
            ids.compactMap {
                system.tables.indices.contains($0.number) ? system.tables[$0.number].reference : nil
            })
    }

    /// Tells that two passwords differ, in this run only.
    private static func fingerprint(_ value: [UInt8]) -> String {
        var hasher = Hasher()
        hasher.combine(value)
        return String(UInt16(truncatingIfNeeded: hasher.finalize()), radix: 16)
    }
}

import ConfigurationSemantics
import ConfigurationSyntax

/// Which programs of master.cf certainly start, so that what stops one of them is an error and not a chance of one.
public struct RunningPrograms {
    private let programs: Set<String>
    /// The program of each service, and what the service overrides.
    private let services: [(program: String, overrides: Set<String>)]

    /// Those that every mail system starts.
    private static let always: Set<String> = ["master", "pickup", "qmgr", "cleanup", "trivial-rewrite"]
    /// Those that others start by and by, when master.cf has them.
    private static let helpers: Set<String> = ["anvil", "bounce", "flush", "proxymap", "tlsmgr", "oqmgr"]
    /// What the stock master.cf runs, for a main.cf that comes alone.
    private static let stock = always.union(helpers).union(["smtpd", "smtp", "local"])

    public init(_ context: LintContext) {
        services = context.directory.services.map { ($0.command.string, Set($0.overrides.map(\.name))) }
        guard context.hasMaster else {
            programs = Self.stock
            return
        }
        let transports = context.transports
        var programs: Set<String> = ["master"]
        for service in context.directory.services {
            let program = service.command.string
            switch program {
            case "smtp", "lmtp", "local", "virtual", "pipe", "error", "discard":
                if transports.uses(service.name.string) { programs.insert(program) }
            case "smtpd", "postscreen", "qmqpd":
                if service.kind == .inet || service.kind == .pass { programs.insert(program) }
            default:
                if Self.always.contains(program) || Self.helpers.contains(program) {
                    programs.insert(program)
                }
            }
        }
        self.programs = programs
    }

    /// Whether a line of master.cf certainly starts its program, whatever mistakes its options have.
    func starts(_ entry: MasterSyntax.Entry, _ context: LintContext) -> Bool {
        guard entry.isComplete else { return false }
        return starts(entry.words[0].string, entry.words[1].string, entry.words[7].string, context)
    }

    /// Whether a service certainly starts its program.
    func starts(_ service: MasterService, _ context: LintContext) -> Bool {
        starts(service.name.string, service.kind.rawValue, service.command.string, context)
    }

    private func starts(_ name: String, _ type: String, _ program: String, _ context: LintContext) -> Bool {
        if KnownPrograms.delivering.contains(program) { return context.transports.uses(name) }
        return type == "inet" || type == "pass" || Self.always.contains(program)
            || Self.helpers.contains(program)
    }

    public func contains(_ program: String) -> Bool { programs.contains(program) }

    /// Whether one of the programs that read a parameter certainly starts. `readers` is as the catalogue has it.
    public func containsReader(_ readers: String) -> Bool {
        readers.split(separator: " ").contains { $0 == "*" || programs.contains(String($0)) }
    }

    /// Whether a setting is read where it is written.
    public func reads(_ setting: WrittenSetting) -> Bool {
        guard let definition = setting.definition else { return false }
        if case .removed = definition.lifecycle { return false }
        guard setting.isOverride else { return readsInMain(setting.name, definition.programs) }
        return definition.isRead(by: setting.scope.program) && contains(setting.scope.program)
    }

    /// Whether a service that reads it takes the setting from main.cf and not from an override.
    private func readsInMain(_ name: String, _ readers: String) -> Bool {
        readers.split(separator: " ").map(String.init).contains { reader in
            guard reader != "*", programs.contains(reader) else { return reader == "*" }
            let ofReader = services.filter { $0.program == reader }
            return ofReader.isEmpty || ofReader.contains { !$0.overrides.contains(name) }
        }
    }
}

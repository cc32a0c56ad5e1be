import ConfigurationSemantics
import ConfigurationSyntax
import ParameterCatalogue

/// The names that mean something in main.cf: the parameters of the catalogue and of transports, restriction classes,
/// and what other values refer to.
struct KnownNames {
    private let referenced: Set<String>
    /// Beginnings of names that tables of a server type read.
    private let prefixes: [String]
    /// Names that some service sets.
    private let overridden: Set<String>
    private let transports: TransportNames
    private let hasMaster: Bool
    /// Names of parameters, to tell which one was meant.
    private let candidates: NearestNames
    /// Names that main.cf sets.
    private let settings: NearestNames
    /// What follows the name of a service in the parameters of transports.
    private static let transportSuffixes = ParameterCatalogue.perTransport.map {
        String($0.name.dropFirst("transport".count))
    }

    init(_ context: LintContext) {
        var referenced = Set(context.main.words("smtpd_restriction_classes").map(\.text))
        let texts = context.mainSettings.map(\.value.bytes) + context.directory.services.flatMap(Self.texts)
        for text in texts {
            do throws(MacroFault) { referenced.formUnion(try MacroText(text).names.map(\.text)) } catch {
                continue
            }
        }
        for service in context.services {
            referenced.formUnion(service.words("smtpd_restriction_classes").map(\.text))
        }
        prefixes = Array(Set(context.tableUses.flatMap(Self.prefixed)))
        self.referenced = referenced
        overridden = Set(context.directory.services.flatMap(\.overrides).map(\.name))
        transports = TransportNames(context.directory.services)
        candidates = NearestNames(ParameterCatalogue.all.map(\.name) + transports.names)
        settings = NearestNames(context.mainSettings.map(\.name.string))
        hasMaster = context.hasMaster
    }

    private static func texts(of service: MasterService) -> [[UInt8]] {
        service.arguments.map {
            switch $0 {
            case .override(let override): override.value
            case .option(let text), .word(let text): text.bytes
            }
        }
    }

    /// Tables of a server type that are named without a slash have their settings in main.cf: `accounts_bind_pw`.
    private static func prefixed(_ use: TableUse) -> [String] {
        guard let table = use.table, case .unserved = table.type.kind, !table.name.hasPrefix("/") else {
            return []
        }
        return [table.name + "_"]
    }

    func isKnown(_ name: String) -> Bool {
        if ParameterCatalogue.definition(of: name) != nil || referenced.contains(name) { return true }
        if transports.defaultText(of: name) != nil { return true }
        if prefixes.contains(where: name.hasPrefix) { return true }
        // Without a master.cf nobody knows which transports there are.
        return !hasMaster && isOfTransport(name)
    }

    /// Whether another value has its `$name`.
    func isReferenced(_ name: String) -> Bool { referenced.contains(name) }

    /// Whether `$name` becomes something somewhere: a parameter, or a setting of main.cf or of the service.
    func isDefined(_ name: String, _ scope: ServiceScope) -> Bool {
        scope.setting(name) != nil || overridden.contains(name)
            || ParameterCatalogue.definition(of: name) != nil
            || isOfTransport(name) || Self.runTimeNames.contains(name)
    }

    /// Names that programs define for themselves, in texts that are expanded when they are used.
    private static let runTimeNames: Set<String> = ["service_name", "stress", "process_name", "process_id"]

    /// The name that was meant among parameters and what main.cf defines by itself.
    func nearestWithSettings(to name: String) -> String? {
        settings.nearest(to: name) ?? nearest(to: name)
    }

    /// Whether it has the form of a transport's parameter, `NAME_destination_recipient_limit`.
    func isOfTransport(_ name: String) -> Bool {
        Self.transportSuffixes.contains(where: name.hasSuffix)
    }

    func nearest(to name: String) -> String? { candidates.nearest(to: name) }
}

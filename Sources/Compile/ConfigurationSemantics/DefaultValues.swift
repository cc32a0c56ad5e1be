import ByteScanning
import ParameterCatalogue

/// The values of parameters that nobody sets: those of the catalogue, those of transports, and those that the machine
/// decides.
public struct DefaultValues: Sendable {
    private let facts: SystemFacts
    /// The services that have parameters of their own, by name.
    private let transports: TransportNames
    /// The program that reads the configuration.
    private let processName: String
    private let directory: String?

    /// - Parameter directory: that of the configuration; `nil` for the one that the mail system is built for.
    public init(facts: SystemFacts, transports: TransportNames, processName: String, directory: String?) {
        self.facts = facts
        self.transports = transports
        self.processName = processName
        self.directory = directory
    }

    /// The default of a parameter; `nil` for a name that has none.
    func setting(
        _ name: String, in scope: inout ConfigurationScope
    ) throws(ExpansionFailure) -> Setting? {
        if let definition = ParameterCatalogue.definition(of: name) {
            switch definition.defaultValue {
            case .text(let text):
                guard name == "config_directory", let directory else {
                    return Setting(text: Array(text.utf8), origin: .builtIn)
                }
                return Setting(text: Array(directory.utf8), origin: .computed)
            case .computed: return Setting(text: try computed(name, &scope), origin: .computed)
            }
        }
        guard let text = transports.defaultText(of: name) else { return nil }
        return Setting(text: Array(text.utf8), origin: .builtIn)
    }

    private func computed(
        _ name: String, _ scope: inout ConfigurationScope
    ) throws(ExpansionFailure) -> [UInt8] {
        switch name {
        case "myhostname": return try hostName(scope)
        case "mydomain":
            return try domain(scope)
        case "mynetworks":
            return Array(try scope.localNetworks().text(facts).utf8)
        case "mail_spool_directory": return Array("/var/mail".utf8)
        case "process_name": return Array(processName.utf8)
        case "process_id": return Array(String(facts.processID).utf8)
        default: return []
        }
    }

    /// What follows the first dot of the host name.
    private func domain(_ scope: ConfigurationScope) throws(ExpansionFailure) -> [UInt8] {
        var host = try scope.writtenValue("myhostname")
        if host == nil { host = try hostName(scope) }
        guard let host, let dot = host.firstIndex(of: ASCII.dot) else { return Self.noDomain }
        return Array(host[(dot + 1)...])
    }

    private static let noDomain = Array("localdomain".utf8)

    /// The name of the machine, with a domain.
    private func hostName(_ scope: ConfigurationScope) throws(ExpansionFailure) -> [UInt8] {
        guard !facts.hostName.contains(".") else { return Array(facts.hostName.utf8) }
        // Only what somebody wrote: the default of mydomain is made from myhostname.
        return Array(facts.hostName.utf8) + [ASCII.dot]
            + (try scope.writtenValue("mydomain") ?? Self.noDomain)
    }
}

extension ConfigurationScope {
    /// The networks that the parameters of this place name.
    ///
    /// - Throws: `ExpansionFailure` when one of them has a value without meaning.
    public mutating func localNetworks() throws(ExpansionFailure) -> LocalNetworks {
        try LocalNetworks(
            style: text("mynetworks_style"), interfaces: text("inet_interfaces"),
            protocols: text("inet_protocols"))
    }

    /// The value of a parameter as long as only what somebody wrote counts; `nil` when nobody did.
    public func writtenValue(_ name: String) throws(ExpansionFailure) -> [UInt8]? {
        guard overrides[name] != nil || main[name] != nil else { return nil }
        var written = written
        return try written.reference(name)
    }
}

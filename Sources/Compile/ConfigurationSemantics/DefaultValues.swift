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
    private let directory: String

    public init(facts: SystemFacts, transports: TransportNames, processName: String, directory: String) {
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
            case .text where name == "config_directory":
                return Setting(text: Array(directory.utf8), origin: .computed)
            case .text(let text): return Setting(text: Array(text.utf8), origin: .builtIn)
            case .computed: return Setting(text: Array(try computed(name, &scope).utf8), origin: .computed)
            }
        }
        guard let text = transports.defaultText(of: name) else { return nil }
        return Setting(text: Array(text.utf8), origin: .builtIn)
    }

    private func computed(
        _ name: String, _ scope: inout ConfigurationScope
    ) throws(ExpansionFailure) -> String {
        switch name {
        case "myhostname":
            guard !facts.hostName.contains(".") else { return facts.hostName }
            // Only what main.cf says: the default of mydomain is made from myhostname.
            let domain = scope.overrides["mydomain"] ?? scope.main["mydomain"]
            let text = try domain.map { (setting) throws(ExpansionFailure) in
                try scope.expand("mydomain", setting.text)
            }
            return facts.hostName + "." + (text.map { String(decoding: $0, as: UTF8.self) } ?? "localdomain")
        case "mydomain":
            let host = try scope.text("myhostname")
            return host.firstIndex(of: ".").map { String(host[host.index(after: $0)...]) } ?? "localdomain"
        case "mynetworks":
            return facts.networks(
                style: try scope.text("mynetworks_style"), interfaces: try scope.text("inet_interfaces"),
                protocols: try scope.text("inet_protocols"))
        case "process_name": return processName
        case "process_id": return String(facts.processID)
        default: return ""
        }
    }
}

import ByteScanning
import NetworkAddress

/// The default of `mynetworks`, which three other parameters decide (postconf(5)).
public struct LocalNetworks: Sendable {
    /// How much of the neighbourhood is trusted: `mynetworks_style`.
    enum Style: String {
        case host, subnet
        case networkClass = "class"
    }

    private let style: Style
    /// `inet_protocols`
    private let families: Set<String>
    /// `inet_interfaces`
    private let names: [String]

    /// - Throws: `ExpansionFailure.invalid` for a value that has no meaning.
    public init(style: String, interfaces: String, protocols: String) throws(ExpansionFailure) {
        names = Self.words(interfaces)
        var families: Set<String> = []
        for word in Self.words(protocols) {
            switch word {
            case "all": families.formUnion(["ipv4", "ipv6"])
            case "ipv4", "ipv6": families.insert(word)
            default:
                throw .invalid(
                    "unknown inet_protocols value \"\(word)\" in \"\(protocols)\"", name: "inet_protocols")
            }
        }
        self.families = families
        self.style = try Self.style(style)
    }

    private static func style(_ text: String) throws(ExpansionFailure) -> Style {
        let words = words(text)
        for word in words where Style(rawValue: word) == nil {
            throw .invalid(
                "unknown mynetworks mask style value \"\(word)\" in \"\(text)\"", name: "mynetworks_style")
        }
        guard let style = words.first.flatMap(Style.init), Set(words).count == 1 else {
            throw .invalid(
                "bad mynetworks_style value: \(text); specify exactly one value", name: "mynetworks_style")
        }
        return style
    }

    /// The networks, with blanks between them.
    func text(_ facts: SystemFacts) throws(ExpansionFailure) -> String {
        var networks: [String] = []
        for interface in try used(of: facts.interfaces) {
            guard let network = network(interface) else { continue }
            let text =
                switch network {
                case .v4: network.description
                case .v6(let network): "[\(network.address)]/\(network.length)"
                }
            if !networks.contains(text) { networks.append(text) }
        }
        return networks.joined(separator: " ")
    }

    /// The interfaces that mail is received on.
    private func used(of all: [SystemFacts.Interface]) throws(ExpansionFailure) -> [SystemFacts.Interface] {
        let all = all.filter { isUsed($0.address) }
        switch names {
        case ["all"]: return all
        case ["loopback-only"]: return all.filter { Self.isLoopback($0.address) }
        default: break
        }
        var used: [SystemFacts.Interface] = []
        for name in names {
            let addresses = SystemFacts.addresses(ofHost: name).filter(isUsed)
            guard !addresses.isEmpty else {
                throw .invalid(
                    "config variable inet_interfaces: host not found: \(name)", name: "inet_interfaces")
            }
            for address in addresses {
                guard let interface = all.first(where: { $0.address == address }) else {
                    throw .invalid(
                        "parameter inet_interfaces: no local interface found for \(address)",
                        name: "inet_interfaces")
                }
                used.append(interface)
            }
        }
        return used
    }

    private func isUsed(_ address: IPAddress) -> Bool {
        switch address {
        case .v4: families.contains("ipv4")
        case .v6: families.contains("ipv6")
        }
    }

    private static func isLoopback(_ address: IPAddress) -> Bool {
        switch address {
        case .v4(let address): address.bits >> 24 == 127
        case .v6(let address): address.bits == 1
        }
    }

    private func network(_ interface: SystemFacts.Interface) -> IPNetwork? {
        switch interface.address {
        case .v4(let address):
            let length =
                switch style {
                case .host: 32
                case .networkClass: address.bits >> 31 == 0 ? 8 : address.bits >> 30 == 2 ? 16 : 24
                case .subnet: interface.length
                }
            return IPv4Network(containing: address, length: length).map(IPNetwork.v4)
        case .v6(let address):
            let length = style == .host ? 128 : interface.length
            return IPv6Network(containing: address, length: length).map(IPNetwork.v6)
        }
    }

    private static func words(_ text: String) -> [String] {
        text.utf8.split(whereSeparator: { $0 == ASCII.comma || ASCII.isSpace($0) }).map { String($0) ?? "" }
    }
}

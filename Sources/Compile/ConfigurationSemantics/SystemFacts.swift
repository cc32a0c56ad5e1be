import NetworkAddress

/// What the machine contributes to the configuration.
public struct SystemFacts: Sendable {
    /// As `gethostname` tells it, with a domain or without.
    public var hostName: String
    public var processID: Int
    /// The addresses of this machine with the networks they are in, in the order of the system.
    public var interfaces: [Interface]

    public struct Interface: Sendable {
        public var address: IPAddress
        /// Bits of the network.
        public var length: Int

        public init(address: IPAddress, length: Int) {
            self.address = address
            self.length = length
        }
    }

    public init(hostName: String, processID: Int, interfaces: [Interface]) {
        self.hostName = hostName
        self.processID = processID
        self.interfaces = interfaces
    }

    /// The default of `mynetworks` (postconf(5)).
    public func networks(style: String, interfaces names: String, protocols: String) -> String {
        let used = interfaces.filter { interface in
            Self.isUsed(interface.address, protocols: protocols)
                && Self.isListening(interface.address, interfaces: names)
        }
        var networks: [String] = []
        for interface in used {
            guard let network = Self.network(interface, style: style) else { continue }
            let text =
                switch network {
                case .v4: network.description
                case .v6(let network): "[\(network.address)]/\(network.length)"
                }
            if !networks.contains(text) { networks.append(text) }
        }
        return networks.joined(separator: " ")
    }

    private static func isUsed(_ address: IPAddress, protocols: String) -> Bool {
        let words = protocols.split { $0 == "," || $0.isWhitespace }
        let family = if case .v4 = address { "ipv4" } else { "ipv6" }
        return words.contains { $0 == "all" || $0 == family }
    }

    private static func isListening(_ address: IPAddress, interfaces: String) -> Bool {
        let words = interfaces.split { $0 == "," || $0.isWhitespace }
        return words.contains { word in
            switch word {
            case "all": true
            case "loopback-only": isLoopback(address)
            case "localhost": isLoopback(address)
            default: word == address.description || word == "[\(address)]"
            }
        }
    }

    private static func isLoopback(_ address: IPAddress) -> Bool {
        switch address {
        case .v4(let address): address.bits >> 24 == 127
        case .v6(let address): address.bits == 1
        }
    }

    private static func network(_ interface: Interface, style: String) -> IPNetwork? {
        switch interface.address {
        case .v4(let address):
            let length =
                switch style {
                case "host": 32
                case "class": address.bits >> 31 == 0 ? 8 : address.bits >> 30 == 2 ? 16 : 24
                default: interface.length
                }
            return IPv4Network(containing: address, length: length).map(IPNetwork.v4)
        case .v6(let address):
            let length = style == "host" ? 128 : interface.length
            return IPv6Network(containing: address, length: length).map(IPNetwork.v6)
        }
    }
}

import NetworkAddress

/// What the machine contributes to the configuration.
public struct SystemFacts: Sendable {
    /// As `gethostname` tells it, with a domain or without.
    public var hostName: String
    public var processID: Int
    private let source: Source

    private enum Source: Sendable {
        case given([Interface])
        /// Asked for when they are needed.
        case machine
    }

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
        source = .given(interfaces)
    }

    /// With the interfaces of this machine.
    init(hostName: String, processID: Int) {
        self.hostName = hostName
        self.processID = processID
        source = .machine
    }

    /// The addresses of this machine with the networks they are in, in the order of the system.
    public var interfaces: [Interface] {
        switch source {
        case .given(let interfaces): interfaces
        case .machine: Self.currentInterfaces()
        }
    }
}

import PosixSupport

/// The machine that the check runs on.
public struct SystemProbe: MachineProbe {
    /// How long an answer may take, in milliseconds.
    private let limit: Int32

    public init(limit: Int32 = 3000) { self.limit = limit }

    public func hasUser(_ name: String) -> Bool? { MachineQueries.hasUser(name) }

    public func hasGroup(_ name: String) -> Bool? { MachineQueries.hasGroup(name) }

    public func refusal(by address: ProbeAddress) -> String? {
        switch address {
        case .unix(let path): MachineQueries.refusal(socket: path, limit: limit)
        case .inet(let host, let port): MachineQueries.refusal(address: host, port: port, limit: limit)
        }
    }

    public func resolves(_ host: String) -> Bool? { MachineQueries.resolves(host, limit: limit) }

    public var now: Int { MachineQueries.now }
}

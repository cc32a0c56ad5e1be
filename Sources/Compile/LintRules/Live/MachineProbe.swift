/// What only the machine or the network can tell, each answer within a time limit (`--live`).
public protocol MachineProbe: Sendable {
    /// `nil` when it cannot be known.
    func hasUser(_ name: String) -> Bool?
    func hasGroup(_ name: String) -> Bool?
    /// Why nobody answers at an address; `nil` when somebody does, or when it cannot be known.
    func refusal(by address: ProbeAddress) -> String?
    /// Whether a host name has an address; `nil` when there was no answer in time.
    func resolves(_ host: String) -> Bool?
    /// Whether a domain has MX records; `nil` when there was no answer in time.
    func hasMailExchanger(_ domain: String) -> Bool?
    /// Seconds since 1970.
    var now: Int { get }
}

/// Where a program listens.
public enum ProbeAddress: Sendable, Hashable {
    /// The path of a socket.
    case unix(String)
    case inet(host: String, port: String)
}

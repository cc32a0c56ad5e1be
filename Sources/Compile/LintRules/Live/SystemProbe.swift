import PosixSupport
import Synchronization

/// The machine that the check runs on, and its network.
///
/// A class, because it counts what it had no time for.
public final class SystemProbe: MachineProbe {
    /// How long an answer may take, in milliseconds.
    private let limit: Int64
    /// When nothing is asked any more (`MachineQueries.uptime`).
    private let end: Int64
    private let omissions = Atomic<Int>(0)

    /// - Parameters:
    ///   - limit: how long an answer may take, in milliseconds.
    ///   - total: how long all answers together may take.
    public init(limit: Int32 = 3000, total: Int64 = 30_000) {
        self.limit = Int64(limit)
        end = MachineQueries.uptime + total
    }

    /// How many questions were not asked, because the time was over.
    public var omitted: Int { omissions.load(ordering: .relaxed) }

    public func hasUser(_ name: String) -> Bool? { MachineQueries.hasUser(name) }

    public func hasGroup(_ name: String) -> Bool? { MachineQueries.hasGroup(name) }

    public func refusal(by address: ProbeAddress) -> String? {
        guard let limit = timeLeft() else { return nil }
        return switch address {
        case .unix(let path): MachineQueries.refusal(socket: path, limit: limit)
        case .inet(let host, let port): MachineQueries.refusal(address: host, port: port, limit: limit)
        }
    }

    public func resolves(_ host: String) -> Bool? {
        timeLeft().flatMap { MachineQueries.resolves(host, limit: $0) }
    }

    public func hasMailExchanger(_ domain: String) -> Bool? {
        timeLeft().flatMap { MachineQueries.hasMailExchanger(domain, limit: $0) }
    }

    public var now: Int { MachineQueries.now }

    /// Milliseconds for the next answer; `nil` when the time is over.
    private func timeLeft() -> Int32? {
        let left = min(limit, end - MachineQueries.uptime)
        if left > 0 { return Int32(left) }
        omissions.wrappingAdd(1, ordering: .relaxed)
        return nil
    }
}

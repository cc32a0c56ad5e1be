import PosixSupport

/// One line of progress on a terminal, for work that takes longer than a second; nothing anywhere else.
public struct ProgressDisplay: ~Copyable {
    private let label: String
    private let terminal = FileDescriptor(standard: 2, path: "standard error")
    private let isTerminal: Bool
    private let start = ContinuousClock.now
    private var lastShown: ContinuousClock.Instant?
    private var phase = ""
    private var phaseStart = ContinuousClock.now

    /// - Parameter label: what is worked on.
    public init(label: String) {
        self.label = label
        isTerminal = terminal.isTerminal
    }

    /// - Parameters:
    ///   - rows: how many are done in this phase.
    ///   - fraction: the part of all work that is behind.
    public mutating func update(rows: Int, phase: String, fraction: Double) {
        let now = ContinuousClock.now
        if phase != self.phase { (self.phase, phaseStart) = (phase, now) }
        guard isTerminal, now - start > .seconds(1), now - (lastShown ?? start) > .milliseconds(200) else {
            return
        }
        lastShown = now
        let elapsed = (now - start) / .seconds(1)
        let inPhase = (now - phaseStart) / .seconds(1)
        let rate = inPhase > 0 ? Self.millions(Double(rows) / inPhase) : "0"
        let remaining = fraction > 0 ? Int((elapsed / fraction - elapsed).rounded()) : 0
        write(
            "\r\(label): \(phase), \(Self.millions(Double(rows))) million rows, "
                + "\(rate) million a second, \(remaining) s remaining\u{1B}[K")
    }

    private static func millions(_ count: Double) -> String {
        let tenths = Int((count / 100_000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Takes the line away.
    public func finish() {
        if lastShown != nil { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        do throws(SystemError) { try terminal.write(Array(text.utf8).span) } catch {
            // A terminal that went away misses nothing.
        }
    }
}

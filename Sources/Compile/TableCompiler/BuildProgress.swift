/// How far a build has come.
public struct BuildProgress: Sendable, Equatable {
    public enum Phase: Sendable {
        /// Counted in bytes of the source.
        case reading
        /// Counted in rows.
        case writing
    }

    public var phase: Phase
    public var done: Int
    public var total: Int
    /// Rows that were read, or written.
    public var rows: Int

    /// The part of all work that is behind: reading takes about a third.
    public var fraction: Double {
        let part = total == 0 ? 1 : Double(done) / Double(total)
        return phase == .reading ? part / 3 : 1.0 / 3 + part * 2 / 3
    }

    /// Progress is told each time this many rows are done; a power of two.
    public static let step = 1 << 17
}

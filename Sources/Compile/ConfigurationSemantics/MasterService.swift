import ConfigurationSyntax
import Diagnostics

/// A line of master.cf with its meaning (master(5)).
public struct MasterService: Sendable {
    /// How clients reach a service.
    public enum Kind: String, Sendable, CaseIterable {
        case inet, unix, fifo, pass
        case unixDatagram = "unix-dgram"
    }

    /// When the master wakes a service up.
    public struct Wakeup: Sendable, Equatable {
        /// Never zero.
        public var seconds: Int
        /// Whether it waits for the first use (`?`).
        public var onlyWhenUsed: Bool
    }

    public var name: LineText
    public var kind: Kind
    public var isPrivate: Bool
    public var isUnprivileged: Bool
    public var isChrooted: Bool
    public var wakeup: Wakeup?
    /// How many clients it serves at once: 0 for no limit, `nil` for `default_process_limit`.
    public var processLimit: Int?
    public var command: LineText
    public var arguments: [ServiceArgument]

    /// `name/type`, as postconf and messages say it.
    public var label: String { "\(name.string)/\(kind.rawValue)" }

    /// The parameters that `-o` sets; the last one of a name counts.
    public var overrides: [Override] {
        arguments.compactMap { if case .override(let override) = $0 { override } else { nil } }
    }

    /// `-o name=value`
    public struct Override: Sendable {
        public var name: String
        public var value: [UInt8]
        public var text: LineText
        /// Bytes from the start of `text` to the value.
        public var valueOffset: Int
    }
}

/// A word after the command of a service, or an option with its argument.
public enum ServiceArgument: Sendable {
    case override(MasterService.Override)
    /// `-v`, `-D` and what else begins with a hyphen.
    case option(LineText)
    /// What the program takes after its options.
    case word(LineText)
}

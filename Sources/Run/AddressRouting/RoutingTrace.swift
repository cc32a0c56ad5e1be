/// One thing that happened to an address: a table was asked, or something was decided.
public struct RoutingStep: Sendable, Equatable {
    public enum Stage: String, Sendable {
        /// An incomplete address was completed, or routing operators were resolved.
        case completion
        /// A match list was asked for the whole key.
        case list
        /// A table was asked for one key.
        case lookup
        /// A table's answer made a new address.
        case mapping
        case masquerading
        /// The address class was found.
        case addressClass = "class"
        /// A transport or nexthop was chosen; the parameter names whose.
        case transport
        /// A recipient was refused or accepted.
        case validation
        /// An access restriction said something.
        case restriction
        /// A header was rewritten.
        case header
        /// Local delivery: an alias, a file, a command.
        case delivery
    }

    public var stage: Stage
    /// The parameter whose value was asked or applied.
    public var parameter: String?
    /// The table that was asked, as the configuration names it.
    public var table: String?
    /// The key of a lookup, the address before a change.
    public var key: [UInt8]
    /// What came of it; `nil` for a key that is absent.
    public var result: [UInt8]?
    /// The place of a restriction in its list, from 0.
    public var ordinal: Int?

    public init(
        _ stage: Stage, parameter: String? = nil, table: String? = nil, key: [UInt8], result: [UInt8]?,
        ordinal: Int? = nil
    ) {
        self.stage = stage
        self.parameter = parameter
        self.table = table
        self.key = key
        self.result = result
        self.ordinal = ordinal
    }
}

/// Who wants to know what happens on the way of an address.
public protocol RoutingTrace {
    /// Takes the next step; who does not want steps does not ask for it, and it is not made.
    mutating func record(_ step: @autoclosure () -> RoutingStep)
}

/// Nobody wants to know.
public struct NoTrace: RoutingTrace {
    public init() {}

    @inlinable
    public mutating func record(_ step: @autoclosure () -> RoutingStep) {}
}

/// All steps, in their order.
public struct StepList: RoutingTrace, Sendable {
    public private(set) var steps: [RoutingStep] = []

    public init() {}

    public mutating func record(_ step: @autoclosure () -> RoutingStep) { steps.append(step()) }
}

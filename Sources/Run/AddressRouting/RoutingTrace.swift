import CompiledTables

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
    /// Why the table could not be asked, which is not that the key is absent; `nil` where it was asked.
    public var missingAnswer: String?

    public init(
        _ stage: Stage, parameter: String? = nil, table: String? = nil, key: [UInt8], result: [UInt8]?,
        ordinal: Int? = nil, missingAnswer: String? = nil
    ) {
        self.stage = stage
        self.parameter = parameter
        self.table = table
        self.key = key
        self.result = result
        self.ordinal = ordinal
        self.missingAnswer = missingAnswer
    }
}

/// Who wants to know what happens on the way of an address.
public protocol RoutingTrace {
    /// Takes the next step; who does not want steps does not ask for it, and it is not made.
    mutating func record(_ step: @autoclosure () -> RoutingStep)

    /// Whether a table that is unavailable counts as if it had nothing, and is noted; else its failure ends the walk. Who
    /// delivers mail cannot want that.
    var goesOnWithoutAnswers: Bool { get }

    /// Takes a lookup that had no answer, where the walk goes on without.
    mutating func record(missingAnswer step: RoutingStep)
}

extension RoutingTrace {
    public var goesOnWithoutAnswers: Bool { false }

    public mutating func record(missingAnswer step: RoutingStep) { record(step) }

    mutating func recordMissingAnswer(
        _ stage: RoutingStep.Stage, _ parameter: String, key: [UInt8], _ failure: LookupFailure
    ) {
        record(
            missingAnswer: RoutingStep(
                stage, parameter: parameter, table: failure.table, key: key, result: nil,
                missingAnswer: failure.reason))
    }
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

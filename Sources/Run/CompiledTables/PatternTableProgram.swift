import PatternMatching
import TableFormat

/// A compiled pattern of either library.
public enum PatternTableProgram: Sendable {
    case perl(PerlPattern)
    case posix(POSIXPattern)

    /// Compiles a pattern as a table of `kind` has it.
    public init(
        _ pattern: Span<UInt8>, kind: PatternImage.Kind, flags: PatternImage.Flags,
        execution: PerlPattern.Execution = .interpreted
    ) throws(PatternError) {
        switch kind {
        case .pcre:
            self = .perl(try PerlPattern(pattern, options: Self.perlOptions(flags), execution: execution))
        case .regexp: self = .posix(try POSIXPattern(pattern, options: Self.posixOptions(flags)))
        }
    }

    /// How many groups the pattern has.
    public var groupCount: Int {
        switch self {
        case .perl(let pattern): pattern.groupCount
        case .posix(let pattern): pattern.groupCount
        }
    }

    /// Whether machine code could do better.
    var isInterpreted: Bool {
        switch self {
        case .perl(let pattern): pattern.execution == .interpreted
        case .posix: false
        }
    }

    func matches(_ subject: Span<UInt8>, registers: MatchRegisters) throws(MatchError) -> Bool {
        switch self {
        case .perl(let pattern): try pattern.matches(subject, registers: registers)
        case .posix(let pattern): try pattern.matches(subject, registers: registers)
        }
    }

    private static func perlOptions(_ flags: PatternImage.Flags) -> PerlPattern.Options {
        var options: PerlPattern.Options = []
        if flags.contains(.caseless) { options.insert(.caseless) }
        if flags.contains(.multiline) { options.insert(.multiline) }
        if flags.contains(.dotMatchesNewline) { options.insert(.dotMatchesNewline) }
        if flags.contains(.extended) { options.insert(.extended) }
        if flags.contains(.anchored) { options.insert(.anchored) }
        if flags.contains(.dollarEndOnly) { options.insert(.dollarEndOnly) }
        if flags.contains(.ungreedy) { options.insert(.ungreedy) }
        return options
    }

    private static func posixOptions(_ flags: PatternImage.Flags) -> POSIXPattern.Options {
        var options: POSIXPattern.Options = []
        if flags.contains(.caseless) { options.insert(.caseless) }
        if flags.contains(.multiline) { options.insert(.newlineEndsLine) }
        if flags.contains(.extended) { options.insert(.extendedSyntax) }
        return options
    }
}

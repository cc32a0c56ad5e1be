/// The type of a parameter's value, and its form in a generation (docs/formats/generation.md).
public protocol ParameterValue: Sendable, Equatable {
    /// The bytes of the value in a generation.
    var encoded: [UInt8] { get }

    /// The value that those bytes are; `nil` when they are none of this type.
    init?(encoded: Span<UInt8>)
}

/// A value whose type says all about how its text is read.
public protocol SimpleParameterValue: ParameterValue {
    static var parameterType: ParameterType { get }
}

import GenerationFormat

/// The values of a scope before the tables have numbers.
struct CompiledScope {
    struct Value: Equatable {
        var type: ValueType
        var origin: ValueOrigin
        var line: Int
        var value: CompiledValue
    }

    /// `nil` for all programs.
    var service: String?
    var values: [String: Value] = [:]
}

/// A typed key of the configuration: `configuration[.qmqpdTimeout]` is a `Duration`.
///
/// The declarations in `Subjects/` are the only list of parameters there is; the catalogue, the checks, `postconf -d`
/// and the reference in main.cf(5) are made from them.
public struct Parameter<Value: ParameterValue>: Sendable {
    public let definition: ParameterDefinition

    public var name: String { definition.name }

    init(
        _ name: String, default defaultValue: ParameterDefinition.Default, type: ParameterType,
        minimum: Int? = nil, maximum: Int? = nil, allowed: String = "", meaning: String = "",
        isRaw: Bool = false, since: String = "", lifecycle: ParameterLifecycle = .current,
        programs: String = "", summary: String
    ) {
        definition = ParameterDefinition(
            name: name, defaultValue: defaultValue, type: type, minimum: minimum, maximum: maximum,
            allowed: allowed, meaning: meaning, isRaw: isRaw, since: since, lifecycle: lifecycle,
            programs: programs, summary: summary)
    }
}

extension Parameter where Value == Duration {
    /// - Parameter unit: that of a number without one.
    init(
        _ name: String, default defaultValue: ParameterDefinition.Default, unit: TimeUnit = .seconds,
        minimum: Int? = nil, maximum: Int? = nil, since: String = "",
        lifecycle: ParameterLifecycle = .current, programs: String = "", summary: String
    ) {
        self.init(
            name, default: defaultValue, type: .time(unit), minimum: minimum, maximum: maximum, since: since,
            lifecycle: lifecycle, programs: programs, summary: summary)
    }
}

extension Parameter where Value: SimpleParameterValue {
    /// - Parameters:
    ///   - minimum, maximum: limits of a number, or of the length of a text.
    ///   - allowed: the words of a keyword, or the form of a text.
    ///   - meaning: what the text means, where its type does not say it.
    ///   - isRaw: whether `$name` stays when the parameter is read.
    init(
        _ name: String, default defaultValue: ParameterDefinition.Default, minimum: Int? = nil,
        maximum: Int? = nil, allowed: String = "", meaning: String = "", isRaw: Bool = false,
        since: String = "", lifecycle: ParameterLifecycle = .current, programs: String = "", summary: String
    ) {
        self.init(
            name, default: defaultValue, type: Value.parameterType, minimum: minimum, maximum: maximum,
            allowed: allowed, meaning: meaning, isRaw: isRaw, since: since, lifecycle: lifecycle,
            programs: programs, summary: summary)
    }
}

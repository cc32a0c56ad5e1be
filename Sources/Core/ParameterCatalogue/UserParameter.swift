extension ParameterDefinition {
    /// A parameter that an administrator made up: text that other parameters name.
    public static func ofUser(_ name: String) -> ParameterDefinition {
        Parameter<String>(name, default: "", summary: "").definition
    }
}

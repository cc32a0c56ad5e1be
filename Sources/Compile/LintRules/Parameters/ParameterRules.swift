extension RuleRegistry {
    static var parameterRules: [any Rule] {
        [
            MalformedLine(),
            MisspeltParameter(),
            ParameterSetTwice(),
        ]
    }
}

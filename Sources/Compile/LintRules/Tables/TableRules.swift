extension RuleRegistry {
    static var tableRules: [any Rule] { [] }
}

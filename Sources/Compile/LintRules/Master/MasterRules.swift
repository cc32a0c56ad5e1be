extension RuleRegistry {
    static var masterRules: [any Rule] { [] }
}

extension RuleRegistry {
    static var routingRules: [any Rule] { [] }
}

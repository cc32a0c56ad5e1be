extension RuleRegistry {
    static var accessRules: [any Rule] { [] }
}

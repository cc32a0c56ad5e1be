extension RuleRegistry {
    /// Rules about where mail goes.
    static var routingRules: [any Rule] {
        [
            UnknownTransport(), BadNextHop(), TwoClasses(), CatchAll(), RewritingLoop(), RecipientTables(),
            RelayhostLoop(), OwnName(), UnknownAliasTarget(),
        ]
    }
}

extension RuleRegistry {
    static var accessRules: [any Rule] {
        [
            OpenRelay(),
            MissingRelayGuard(),
            PermitBeforeRelayCheck(),
            UnknownRestriction(),
            RecursiveClass(),
            WrongArgument(),
            WrongPhase(),
            UnreachableRestriction(),
            PublicNetworks(),
            NetworkListMistake(),
            NetworkHostBits(),
            DeadBlocklist(),
            UnfilteredBlocklist(),
            SilentBlocklist(),
        ]
    }
}

extension RuleRegistry {
    static var accessRules: [any Rule] {
        [
            OpenRelay(),
            MissingRelayGuard(),
            PermitBeforeRelayCheck(),
            RefusedForAll(),
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

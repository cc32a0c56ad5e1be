extension RuleRegistry {
    static var masterRules: [any Rule] {
        [
            MalformedService(),
            SeparatedOption(),
            UnknownOption(),
            LeftoverWords(),
            DuplicateService(),
            OrphanOptions(),
            UnreadOverride(),
            ProcessLimit(),
            UnprivilegedService(),
            UnexpectedWakeup(),
            UnknownProgram(),
            ConfinedService(),
            PipeAttributes(),
            PipeRecipientLimit(),
            MissingService(),
            MissingEndpoint(),
            UnusedService(),
            NeedsRestart(),
            UnknownAccount(),
            DeadEndpoint(),
            VerboseService(),
            FIFOService(),
        ]
    }
}

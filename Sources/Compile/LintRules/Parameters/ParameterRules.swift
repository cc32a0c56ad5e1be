extension RuleRegistry {
    static var parameterRules: [any Rule] {
        [
            MalformedLine(),
            MalformedValue(),
            WrongType(),
            OutOfRange(),
            MailboxSizeLimit(),
            InlineComment(),
            BracketedList(),
            MisspeltParameter(),
            UnusedParameter(),
            UndefinedName(),
            ParameterSetTwice(),
            DeprecatedParameter(),
            RemovedParameter(),
            NewerParameter(),
            ContradictingLimits(),
            OverriddenDelivery(),
            MissingPasswordTable(),
            SASLMechanisms(),
            MissingCertificate(),
            MissingTLSFile(),
            TLSKeyMismatch(),
            MissingCompatibilityLevel(),
        ]
    }
}

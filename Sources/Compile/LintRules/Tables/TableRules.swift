extension RuleRegistry {
    /// Rules about the content of tables and about the files they are made of.
    static var tableRules: [any Rule] {
        [
            MissingTable(), UnreadableTable(), UnsupportedType(), NotATable(), UnlistedProxy(), StaleIndex(),
            WrongBuilder(), SecretTable(), MalformedRow(), DuplicateKey(), BadPattern(),
            RefusedSubstitution(), HostBits(), ShadowedNetwork(), ShadowedPattern(), UnanchoredPattern(),
            UnescapedDot(), CostlyPattern(), UnknownAction(), UnknownCheckAction(), MalformedResult(),
            AliasSyntax(), ListFileMember(), JoinedRow(),
        ]
    }
}

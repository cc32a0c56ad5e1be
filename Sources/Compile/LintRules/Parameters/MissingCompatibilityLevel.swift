import ConfigurationSyntax

/// A main.cf without `compatibility_level`, which has the defaults of Postfix 2.11.
struct MissingCompatibilityLevel: Rule {
    static let documentation = RuleDocumentation(
        "parameter/compatibility-level", .note, "No compatibility level",
        what: "main.cf does not set `compatibility_level`, so that it is 0.",
        why: """
            Defaults that changed since Postfix 3.0 stay as they were: services run chrooted, `append_dot_mydomain` is
            on, `mynetworks` is the whole subnet, `relay_domains` includes `mydestination`, and
            `smtpd_relay_restrictions` is empty.
            """,
        atRunTime: """
            `postfix check` says `Postfix is using backwards-compatible default settings`, and the programs log each one
            that matters. An SMTP server without restrictions of its own stops, see `relay/missing-guard`.
            """,
        mend: """
            Read COMPATIBILITY_README, set what should stay as it was, then set the level, for example to 3.6.
            """)

    func check(_ context: LintContext, _ findings: inout Findings) {
        guard context.main.explicitSetting("compatibility_level") == nil,
            let first = context.mainSettings.first
        else { return }
        findings.add(
            at: context.range(inMain: first.name),
            "main.cf does not set compatibility_level; the defaults are those of Postfix 2.11",
            help: "set compatibility_level = 3.6, after a look at what that changes")
    }
}

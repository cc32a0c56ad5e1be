import ConfigurationSemantics
import ParameterCatalogue

/// A parameter that no program knows and that is nearly the name of one.
///
/// Why: the setting that was meant keeps its default. At run time Postfix takes the line for a parameter of the
/// administrator's own; only `postconf` says that it is unused. Mend it by writing the name right.
struct MisspeltParameter: Rule {
    static let documentation = RuleDocumentation(
        "parameter/misspelt", .warning, "A parameter whose name is misspelt",
        what: """
            A parameter that no program knows, and that nothing refers to, has nearly the name of a real one.
            """,
        why: """
            The setting that was meant keeps its default: a limit, a lock or a check that everybody believes to be in
            force is not.
            """,
        atRunTime: """
            Nothing. The programs never ask for that name; `postconf`, and with it `postfix check`, says `unused
            parameter`.
            """,
        mend: """
            Write the name right. A parameter of your own is fine, too, once another value has its `$name`.
            """)

    func check(_ context: LintContext, _ findings: inout Findings) {
        let known = context.knownNames
        for (name, _, _) in context.mainSettings where !known.isKnown(name.string) {
            guard let meant = known.nearest(to: name.string) else { continue }
            // No mend: the right name would change what the mail system does.
            findings.add(
                at: context.range(inMain: name), "unknown parameter \"\(name.string)\"",
                help: "did you mean \"\(meant)\"?")
        }
    }
}

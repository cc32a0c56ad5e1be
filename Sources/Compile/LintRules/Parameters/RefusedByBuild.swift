import ConfigurationCompiler
import Diagnostics

/// A value that `postroom build` refuses, where no other rule says why: what the build knows, the check knows.
///
/// Its reader is that of the build, so that this holds whatever is added to either.
struct RefusedByBuild: Rule {
    static let documentation = RuleDocumentation(
        "parameter/refused-by-build", .warning, "A value that cannot be compiled",
        what: """
            `postroom build` cannot read a value, and none of the other rules has a finding as grave in its line. It is
            an error with `--target postroom`.
            """,
        why: "What cannot be read is not what was meant; Postroom goes on with the configuration it had.",
        atRunTime: """
            It depends on the value: Postfix logs a warning, answers 4xx to whom the value is for, or takes the word
            for something else.
            """,
        mend: "The message says what was expected.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for diagnostic in ValueDiagnostics.of(context.directory, facts: context.facts)
        where diagnostic.severity == .error {
            // What interfaces and hosts there are, only the machine itself knows.
            if !context.files.describesSystem, diagnostic.message.hasPrefix("inet_interfaces: ") { continue }
            findings.add(
                at: context.range(of: diagnostic), diagnostic.message,
                severity: context.target.isPostroom ? .error : .warning, help: diagnostic.help)
        }
    }
}

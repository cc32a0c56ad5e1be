import ConfigurationSyntax
import Diagnostics

/// A line of master.cf that the master cannot read: it does not start, and on reload it exits.
struct MalformedService: Rule {
    static let documentation = RuleDocumentation(
        "master/syntax", .error, "A line of master.cf with a mistake",
        what: """
            A line of master.cf has too few columns, a column with a value that it cannot have, or a broken option. For
            an option it is a warning where the service need not run.
            """,
        why: "The mail system does not start; a running one exits when it is told to reload.",
        atRunTime: """
            `fatal: file master.cf: line N: bad field count` (or `invalid type field`, and so on) from the master and
            from `postconf`; a broken `-o` stops the program of the service each time it starts.
            """,
        mend: "A service has eight columns: name, type, private, unpriv, chroot, wakeup, maxproc, command.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        guard let master = context.directory.master else { return }
        let separated = SeparatedOption.places(in: master)
        for diagnostic in context.directory.diagnostics where diagnostic.file == master.source.path {
            guard let range = context.range(of: diagnostic), !separated.contains(range.bytes.lowerBound)
            else {
                continue
            }
            let entry = master.entries.first { $0.range.contains(range.bytes.lowerBound) }
            findings.add(
                at: range, diagnostic.message, severity: severity(entry, range, context),
                help: diagnostic.help)
        }
    }

    /// A mistake in an option stops the program of the service, which need not run; any other one stops the master.
    private func severity(
        _ entry: MasterSyntax.Entry?, _ range: SourceRange, _ context: LintContext
    ) -> Severity {
        guard let entry, entry.isComplete,
            range.bytes.lowerBound > entry.words[MasterColumn.command.rawValue].sourceRange().lowerBound
        else { return .error }
        return context.running.starts(entry, context) ? .error : .warning
    }
}

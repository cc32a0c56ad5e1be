import ConfigurationSemantics
import PosixSupport

/// A command of master.cf that is no program of Postfix.
struct UnknownProgram: Rule {
    static let documentation = RuleDocumentation(
        "master/unknown-program", .warning, "A command that is no program of Postfix",
        what: """
            The last column names a program that does not belong to Postfix. It is an error where `daemon_directory` is
            that of this machine and does not have it.
            """,
        why: "The service does not work: what it should deliver is deferred, and clients are cut off.",
        atRunTime:
            "`fatal: master_spawn: exec ...: No such file or directory`; the master throttles the service.",
        mend: "Write the name right. A program of your own runs through spawn or pipe.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for service in context.directory.services {
            let program = service.command.string
            guard !KnownPrograms.all.contains(program) else { continue }
            let path =
                program.hasPrefix("/") ? program : context.main.text("daemon_directory") + "/" + program
            let isAbsent = context.files.describesSystem && context.files.isProvablyAbsent(path)
            if !isAbsent, exists(path, context) { continue }
            let meant = NearestName.of(program, in: KnownPrograms.all.sorted())
            findings.add(
                at: context.range(inMaster: service.command), "\"\(program)\" is no program of Postfix",
                severity: isAbsent ? .error : .warning, help: meant.map { "did you mean \"\($0)\"?" })
        }
    }

    private func exists(_ path: String, _ context: LintContext) -> Bool {
        do throws(SystemError) { return try context.files.facts(of: path) != nil } catch { return false }
    }
}

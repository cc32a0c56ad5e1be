import ConfigurationSemantics
import ParameterCatalogue

/// `-o` for a parameter that the program of the service never looks at.
struct UnreadOverride: Rule {
    static let documentation = RuleDocumentation(
        "master/unread-override", .warning, "An override that the program never reads",
        what: """
            A service sets a parameter with `-o`, and its program does not look at that parameter; or no program does,
            and no other value has its `$name`.
            """,
        why: "What the option should do does not happen: a limit or a restriction is not there.",
        atRunTime: "Nothing. `postconf` says `unused parameter` for names that nobody knows.",
        mend:
            "Set it for the program that reads it, often cleanup instead of smtpd or the reverse, or in main.cf."
    )

    func check(_ context: LintContext, _ findings: inout Findings) {
        let known = context.knownNames
        for setting in context.writtenSettings where setting.isOverride {
            let program = setting.scope.program
            guard let definition = setting.definition else {
                guard !known.isKnown(setting.name) else { continue }
                let meant = known.nearest(to: setting.name)
                findings.add(
                    at: setting.nameRange, "unknown parameter \"\(setting.name)\"",
                    help: meant.map { "did you mean \"\($0)\"?" })
                continue
            }
            guard KnownPrograms.all.contains(program), !definition.programs.isEmpty,
                !definition.isRead(by: program), !isUsed(setting.name, by: setting.scope)
            else { continue }
            findings.add(
                at: setting.nameRange, "\(program) does not read the parameter \"\(setting.name)\"",
                help: "it is for " + definition.programs.split(separator: " ").joined(separator: ", "))
        }
    }

    /// Whether another value of the service has the name, so that the override counts after all.
    private func isUsed(_ name: String, by scope: ServiceScope) -> Bool {
        let overrides = scope.service?.overrides.map(\.value) ?? []
        let text = overrides.map { String(decoding: $0, as: UTF8.self) }
        if text.contains(where: { $0.contains("$" + name) || $0.contains("{" + name) }) { return true }
        return ParameterCatalogue.all.contains { other in
            guard other.name != name, other.isRead(by: scope.program), let setting = scope.setting(other.name)
            else { return false }
            let value = String(decoding: setting.text, as: UTF8.self)
            return value.contains("$" + name) || value.contains("{" + name) || value.contains("(" + name)
        }
    }
}

import ConfigurationSemantics
import ConfigurationSyntax

/// A value whose `$name` or `${...}` cannot be read, or that contains itself.
struct MalformedValue: Rule {
    static let documentation = RuleDocumentation(
        "parameter/malformed-value", .error, "A value that cannot be expanded",
        what: """
            A value has a `$` without a name, a brace or parenthesis that is not closed, a condition with a mistake,
            or it contains itself. It is an error where a program that is sure to run reads it, otherwise a warning.
            """,
        why: "A program that cannot read its configuration serves nobody.",
        atRunTime:
            "`fatal: dictionary mail_dict: macro processing error` in each program that reads the parameter.",
        mend: "Close what was opened; write `$$` for a dollar sign; break the circle of names.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let running = context.running
        for setting in context.writtenSettings where setting.definition?.isRaw != true {
            let isRead = running.reads(setting)
            do throws(MacroFault) { _ = try MacroText(setting.setting.text) } catch {
                let count = setting.setting.text.count
                let start = min(error.offset, max(0, count - 1))
                findings.add(
                    at: setting.range(start..<max(start, count)), "\(error.message) in \"\(setting.name)\"",
                    severity: isRead ? .error : .warning)
                continue
            }
            do throws(ExpansionFailure) { _ = try setting.scope.value(setting.name) } catch {
                // What is wrong with another parameter is shown there.
                guard error.name == setting.name else { continue }
                findings.add(at: setting.valueRange, error.message, severity: isRead ? .error : .warning)
            }
        }
    }
}

import LintRules
import PosixSupport

/// The page of a rule: what it says of itself, and its example.
struct RulePage {
    let rule: RuleDocumentation

    var text: String {
        var text = """
            <!-- Made by GenerateRulePages; do not edit. -->

            # \(rule.identifier)

            \(rule.title). Severity: \(rule.severity.rawValue).

            \(rule.what)

            **Why it hurts.** \(rule.why)

            **At run time.** \(rule.atRunTime)

            **How to mend it.** \(rule.mend)

            """
        switch rule.needs {
        case .files: break
        case .machine: text += "\nIt looks at the machine or the network, so it runs only with `--live`.\n"
        case .earlierConfiguration: text += "\nIt compares with an earlier configuration: `--since DIR`.\n"
        }
        if let example { text += "\n## Example\n\n```\n\(example)```\n" }
        return text + "\nA comment above a line lets it pass: `# postroom: allow \(rule.identifier)`.\n"
    }

    /// What `postroom check` says of the bad example.
    private var example: String? {
        do throws(SystemError) {
            let path = "fixtures/lint/\(rule.identifier)/expected.txt"
            return String(decoding: try FileDescriptor(opening: path).readToEnd(), as: UTF8.self)
        } catch {
            return nil
        }
    }
}

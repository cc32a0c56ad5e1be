import ByteScanning
import CommandSupport
import ConfigurationSemantics
import Diagnostics
import Glibc
import LintRules
import PosixSupport

/// `postroom check`: finds the mistakes of a configuration before they cost mail (postroom-check(1)).
public enum CheckCommand {
    private static let couldNotRun: Int32 = 2

    /// Returns 0 when nothing was found at or above `--fail-on`, 1 when something was, 2 when it could not run.
    public static func run(_ words: [[UInt8]]) -> Int32 {
        if words == [Array("--help".utf8)] {
            print(CheckOptions.usage, terminator: "")
            return 0
        }
        do throws(FatalError) { return try perform(CheckOptions(words)) } catch {
            Messages(program: "postroom check").fatal(error.description)
            return couldNotRun
        }
    }

    private static func perform(_ options: CheckOptions) throws(FatalError) -> Int32 {
        switch options.action {
        case .listRules: return try write(RuleTexts.list)
        case .explain(let identifier):
            guard let rule = RuleRegistry.rule(named: identifier) else {
                throw FatalError("there is no rule \"\(identifier)\"; see --list-rules")
            }
            return try write(RuleTexts.explanation(rule.documentation))
        case .effective(let service):
            let context = try LintContext(options)
            return try write(EffectiveConfiguration(context).text(of: service))
        case .check: return try check(options)
        }
    }

    private static func check(_ options: CheckOptions) throws(FatalError) -> Int32 {
        let probe = SystemProbe()
        var context = try LintContext(options, probe: probe)
        for source in [context.directory.main.source, context.directory.master?.source].compactMap(\.self) {
            guard let mark = TemplateMark.first(in: source) else { continue }
            throw FatalError(
                "\(source.path):\(mark.line): this is a template (\(printable(Array(mark.text.utf8)))); check the file "
                    + "that is made from it")
        }
        let linter = Linter(rules: options.rules, minimumSeverity: options.minimumSeverity)
        var findings = linter.findings(context)
        if options.fixing != .none {
            let fixes = FixRun(findings: findings, context: context, secrets: Secrets(of: context))
            if options.showsDiff { _ = try write(fixes.diff) }
            if options.fixing == .apply {
                try fixes.apply()
                context = try LintContext(options, probe: probe)
                findings = linter.findings(context)
            }
        }
        if probe.omitted > 0 {
            let text = "--live: no time was left for \(probe.omitted) questions"
            Messages(program: "postroom check").warning(text)
        }
        let baseline = try Baseline(options.baseline)
        let (fresh, known) = baseline.split(findings, context)
        if let path = options.newBaseline { try Baseline(findings, context).write(to: path) }
        let report = CheckReport(
            context: context, findings: fresh, secrets: Secrets(of: context), baselineCount: known,
            rules: options.rules,
            // Who selects rules knows what is not looked at.
            remarks: options.selected.isEmpty ? CheckRemarks(context).texts : [])
        if options.fixing != .show || !options.showsDiff {
            _ = try write(text(report, options))
        }
        if options.newBaseline != nil { return 0 }
        guard let worst = report.worst, let failOn = options.failOn else { return 0 }
        return worst >= failOn ? 1 : 0
    }

    private static func text(_ report: CheckReport, _ options: CheckOptions) -> String {
        switch options.format {
        case .text: TextFormat(isColored: options.color ?? isTerminalColored).text(report)
        case .short: ShortFormat().text(report)
        case .json: JSONFormat().text(report)
        case .sarif: SARIFFormat().text(report)
        case .github: GitHubFormat().text(report)
        case .junit: JUnitFormat().text(report)
        }
    }

    private static var isTerminalColored: Bool {
        guard isatty(STDOUT_FILENO) == 1 else { return false }
        guard let value = unsafe getenv("NO_COLOR") else { return true }
        return unsafe value.pointee == 0
    }

    private static func write(_ text: String) throws(FatalError) -> Int32 {
        var output = OutputBuffer()
        output.append(Array(text.utf8).span)
        do throws(SystemError) { try output.flush() } catch { throw FatalError("\(error)") }
        return 0
    }
}

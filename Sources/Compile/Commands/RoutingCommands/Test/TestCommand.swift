import CommandSupport
import Glibc
import PosixSupport
import RouteExplanation

/// `postroom test`: routing tests kept beside a configuration (postroom-test(1)).
public enum TestCommand {
    private static let usage =
        "usage: postroom test [-c directory] [--root directory] [--service name/type] [--run pattern] "
        + "[--only-failures] [--diff] [--junit] [--coverage [--fail-under percentage]] file ..."

    /// Runs the command and returns its exit status: 0 all passed, 1 a test failed or a file has mistakes, 2 it could not
    /// run.
    public static func run(_ words: [[UInt8]]) -> Int32 {
        CommandRun.run("postroom test", refused: CommandRun.couldNotRun) {
            (messages) throws(CommandStop) in
            let options: LongOptions
            do throws(FatalError) {
                options = try LongOptions(
                    words, flags: ["--only-failures", "--diff", "--junit", "--coverage"],
                    options: ["-c", "--root", "--service", "--run", "--fail-under"], usage: usage)
            } catch { throw .fatal(error.description) }
            guard !options.operands.isEmpty else { throw .fatal(usage) }
            return try run(options, messages)
        }
    }

    private static func run(_ options: LongOptions, _ messages: Messages) throws(CommandStop) -> Int32 {
        let floor = try floor(options)
        let (tests, hasFaults) = try tests(options, messages)
        let system = try CommandRun.open(options, messages)
        var explainer = Explainer(system)
        var outcomes: [TestOutcome] = []
        for test in tests { outcomes.append(TestOutcome(test, &explainer)) }
        var output = OutputText()
        write(outcomes, options, &output)
        var isCovered = true
        if options.has("--coverage") || floor != nil {
            let coverage = try TestCoverage(system, outcomes)
            isCovered = coverage.percentage >= floor ?? 0
            if options.has("--junit") {
                coverage.lines.forEach { messages.plain($0) }
            } else {
                coverage.lines.forEach { output.line($0) }
            }
        }
        try output.write()
        if let floor, !isCovered { messages.plain("coverage is less than \(floor) %") }
        return !hasFaults && isCovered && outcomes.allSatisfy(\.isPassed) ? 0 : 1
    }

    private static func floor(_ options: LongOptions) throws(CommandStop) -> Double? {
        guard let text = options["--fail-under"] else { return nil }
        guard let number = Double(text), (0...100).contains(number) else {
            throw .fatal("--fail-under: \"\(text)\" is no percentage")
        }
        return number
    }

    private static func tests(
        _ options: LongOptions, _ messages: Messages
    ) throws(CommandStop) -> (tests: [RoutingTest], hasFaults: Bool) {
        var (tests, hasFaults): ([RoutingTest], Bool) = ([], false)
        for file in options.operands {
            let source: [UInt8]
            do throws(SystemError) { source = try FileDescriptor(opening: file).readToEnd() } catch {
                throw .fatal("\(error)")
            }
            let (found, faults) = RoutingTest.read(file, source)
            tests += found
            faults.forEach { messages.report($0) }
            hasFaults = hasFaults || !faults.isEmpty
        }
        guard let pattern = options["--run"] else { return (tests, hasFaults) }
        return (tests.filter { matches($0, pattern) }, hasFaults)
    }

    /// Whether a pattern of the shell is somewhere in the address or in what is expected.
    private static func matches(_ test: RoutingTest, _ pattern: String) -> Bool {
        unsafe fnmatch("*\(pattern.lowercased())*", "\(test.address) \(test.text)".lowercased(), 0) == 0
    }

    private static func write(
        _ outcomes: [TestOutcome], _ options: LongOptions, _ output: inout OutputText
    ) {
        guard !options.has("--junit") else {
            for line in TestReport.junit(outcomes) { output.line(line) }
            return
        }
        for outcome in outcomes where !outcome.isPassed || !options.has("--only-failures") {
            for line in TestReport.lines(outcome, asDifference: options.has("--diff")) { output.line(line) }
        }
        output.line(TestReport.summary(outcomes))
    }
}

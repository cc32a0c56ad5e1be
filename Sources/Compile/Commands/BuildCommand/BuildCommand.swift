import CommandSupport
import ConfigurationCompiler
import Diagnostics
import PosixSupport

/// `postroom build`: compiles a configuration directory into a generation (postroom-build(1)).
public enum BuildCommand {
    private static let usage =
        "usage: postroom build [-c directory] [--output directory] [--root directory] [--keep number] "
        + "[--dry-run | --check] [--json]"

    /// Exit statuses beside 0.
    private enum Status {
        static let refused: Int32 = 1
        static let couldNotRun: Int32 = 2
        static let wouldChange: Int32 = 3
    }

    /// Runs the command and returns its exit status: 0 built or up to date, 1 errors in the configuration, 2 it could
    /// not run, 3 with `--check` when a build would change something.
    public static func run(_ words: [[UInt8]]) -> Int32 {
        let messages = Messages(program: "postroom build")
        do throws(FatalError) {
            guard !LongOptions.askForHelp(words) else {
                try print(usage)
                return 0
            }
            let options = try LongOptions(
                words, flags: ["--dry-run", "--check", "--json"],
                options: ["-c", "--output", "--root", "--keep"], usage: usage)
            guard options.operands.isEmpty else { throw FatalError(usage) }
            return try run(options, messages)
        } catch {
            messages.fatal(error.description)
            return Status.couldNotRun
        }
    }

    private static func run(_ options: LongOptions, _ messages: Messages) throws(FatalError) -> Int32 {
        var build = GenerationBuild.Options(
            configuration: options["-c"] ?? ConfigurationPath.default)
        build.output = options["--output"]
        build.root = options["--root"] ?? ""
        build.isTrial = options.has("--check") || options.has("--dry-run")
        if let text = options["--keep"] {
            guard let keep = Int(text), keep >= 0 else {
                throw FatalError("--keep: \"\(text)\" is no number")
            }
            build.keep = keep
        }
        let report: GenerationBuild.Report
        let progress = SharedProgress()
        do throws(GenerationBuild.Failure) {
            report = try GenerationBuild(build, progress: { progress.update($0, $1) }).run()
        } catch {
            progress.finish()
            throw FatalError("\(error)")
        }
        progress.finish()
        if options.has("--json") {
            try print(ReportText.json(report).text)
        } else {
            report.diagnostics.forEach { messages.report($0) }
            if report.result == .refused { messages.plain(ReportText.refusal(report)) }
            for line in ReportText.lines(report) { try print(line) }
        }
        switch report.result {
        case .refused: return Status.refused
        case .wouldPublish: return options.has("--check") ? Status.wouldChange : 0
        case .upToDate, .published: return 0
        }
    }

    static func print(_ line: String) throws(FatalError) {
        do throws(SystemError) {
            try FileDescriptor(standard: 1, path: "standard output").write(Array((line + "\n").utf8).span)
        } catch {
            throw FatalError("\(error)")
        }
    }
}

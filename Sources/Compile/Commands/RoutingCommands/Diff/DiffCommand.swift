import CommandSupport
import PosixSupport
import RouteExplanation

/// `postroom diff`: what changes between two configurations, and for which addresses (postroom-diff(1)).
public enum DiffCommand {
    private static let usage =
        "usage: postroom diff [-c directory] [--root directory] [--json] old new, where each is a directory or a "
        + "git revision of the one that -c names, or of the other"

    /// Runs the command and returns its exit status: 0 the same, 1 different, 2 it could not run.
    public static func run(_ words: [[UInt8]]) -> Int32 {
        CommandRun.run("postroom diff", refused: CommandRun.couldNotRun) { (messages) throws(CommandStop) in
            let options: LongOptions
            do throws(FatalError) {
                options = try LongOptions(
                    words, flags: ["--json"], options: ["-c", "--root", "--service"], usage: usage)
            } catch { throw .fatal(error.description) }
            guard options.operands.count == 2 else { throw .fatal(usage) }
            return try SignalPause.during { () throws(CommandStop) in try run(options, messages) }
        }
    }

    private static func run(_ options: LongOptions, _ messages: Messages) throws(CommandStop) -> Int32 {
        let directory = try directory(options)
        let old = try ComparedDirectory(options.operands[0], of: directory)
        let outcome: Result<Int32, CommandStop> = Result { () throws(CommandStop) in
            let new = try ComparedDirectory(options.operands[1], of: directory)
            let outcome: Result<Int32, CommandStop> = Result { () throws(CommandStop) in
                try compare(old, new, options, messages)
            }
            try new.remove()
            return try outcome.get()
        }
        try old.remove()
        return try outcome.get()
    }

    /// The directory that revisions are of: that of `-c`, else the one on the other side.
    private static func directory(_ options: LongOptions) throws(CommandStop) -> String {
        if let directory = options["-c"] { return directory }
        do throws(SystemError) {
            for operand in options.operands {
                if try FileStatus.ofFile(at: operand)?.isDirectory == true { return operand }
            }
        } catch { throw .fatal("\(error)") }
        return ConfigurationPath.default
    }

    private static func compare(
        _ old: ComparedDirectory, _ new: ComparedDirectory, _ options: LongOptions, _ messages: Messages
    ) throws(CommandStop) -> Int32 {
        let name = try directoryName(old, new, options)
        let before = try side(old, name, options, messages)
        let after = try side(new, name, options, messages)
        let report = DiffReport(before, after)
        var output = OutputText()
        if options.has("--json") {
            output.line(report.json.text)
        } else {
            for line in report.lines { output.line(line) }
        }
        try output.write()
        return report.isEmpty ? 0 : 1
    }

    /// Both sides are compared as if they were the same directory: names that begin with its name lead into each.
    private static func directoryName(
        _ old: ComparedDirectory, _ new: ComparedDirectory, _ options: LongOptions
    ) throws(CommandStop) -> String {
        let isRevision = old.temporary != nil || new.temporary != nil
        let directory = isRevision ? try directory(options) : old.path
        do throws(SystemError) { return try PathNames.resolved(directory) } catch { throw .fatal("\(error)") }
    }

    private static func side(
        _ side: ComparedDirectory, _ name: String, _ options: LongOptions, _ messages: Messages
    ) throws(CommandStop) -> ComparedConfiguration {
        let system = try CommandRun.open(side.path, options, messages, directoryName: name)
        return try ComparedConfiguration(side, system, directoryName: name)
    }
}

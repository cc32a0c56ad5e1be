import CommandSupport
import PosixSupport
import RouteExplanation

/// `postroom graph`: the mail flow of a configuration as a picture (postroom-graph(1)).
public enum GraphCommand {
    private static let usage = "usage: postroom graph [-c directory] [--root directory] [--svg | --dot]"

    /// Runs the command and returns its exit status: 0 drawn, 1 errors in the configuration, 2 it could not run.
    public static func run(_ words: [[UInt8]]) -> Int32 {
        CommandRun.run("postroom graph", refused: 1) { (messages) throws(CommandStop) in
            let options: LongOptions
            do throws(FatalError) {
                options = try LongOptions(
                    words, flags: ["--svg", "--dot"], options: ["-c", "--root"], usage: usage)
            } catch { throw .fatal(error.description) }
            guard options.operands.isEmpty, !(options.has("--svg") && options.has("--dot")) else {
                throw .fatal(usage)
            }
            return try draw(options, messages)
        }
    }

    private static func draw(_ options: LongOptions, _ messages: Messages) throws(CommandStop) -> Int32 {
        let system = try CommandRun.open(options, messages)
        let directory = try ComparedDirectory(system.directory, of: system.directory)
        let name: String
        do throws(SystemError) { name = try PathNames.resolved(system.directory) } catch {
            throw .fatal("\(error)")
        }
        let configuration = try ComparedConfiguration(directory, system, directoryName: name)
        let flow = MailFlow(system, parameters: configuration.parameters)
        var output = OutputText()
        for line in options.has("--dot") ? DotPicture.lines(flow) : SVGPicture(flow).lines {
            output.line(line)
        }
        try output.write()
        return 0
    }
}

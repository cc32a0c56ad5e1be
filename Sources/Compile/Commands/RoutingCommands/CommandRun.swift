import CommandSupport
import ConfigurationCompiler
import Diagnostics
import NetworkAddress
import PosixSupport
import RouteExplanation

/// Why a command ends before its work is done.
enum CommandStop: Error {
    case fatal(String)
    /// The configuration has errors.
    case refused([Diagnostic])
}

/// What the commands about routing share.
enum CommandRun {
    /// Exit status of a command that could not run.
    static let couldNotRun: Int32 = 2

    /// - Parameter refused: the exit status for a configuration with errors.
    static func run(
        _ program: String, refused: Int32, _ work: (Messages) throws(CommandStop) -> Int32
    ) -> Int32 {
        let messages = Messages(program: program)
        do throws(CommandStop) { return try work(messages) } catch {
            switch error {
            case .fatal(let text):
                messages.fatal(text)
                return couldNotRun
            case .refused(let diagnostics):
                diagnostics.forEach { messages.report($0) }
                let count = diagnostics.count { $0.severity == .error }
                messages.plain("\(count) \(count == 1 ? "error" : "errors") in the configuration")
                return refused
            }
        }
    }

    /// The mail system that the options name.
    static func open(_ options: LongOptions, _ messages: Messages) throws(CommandStop) -> RoutingSystem {
        try open(options["-c"] ?? ConfigurationPath.default, options, messages)
    }

    static func open(
        _ directory: String, _ options: LongOptions, _ messages: Messages, directoryName: String? = nil
    ) throws(CommandStop) -> RoutingSystem {
        do throws(GenerationOnDemand.Failure) {
            let system = try RoutingSystem.open(
                directory, root: options["--root"] ?? "", directoryName: directoryName,
                service: options["--service"],
                warn: { messages.warning($0) })
            system.tolerated.forEach { messages.report($0) }
            return system
        } catch {
            switch error {
            case .refused(let diagnostics): throw .refused(diagnostics)
            case .couldNotRun(let text): throw .fatal(text)
            }
        }
    }
}

/// Lines for standard output.
struct OutputText: ~Copyable {
    private var buffer = OutputBuffer()

    init() {}

    mutating func line(_ text: String) { buffer.append(Array((text + "\n").utf8).span) }

    /// Writes all of it.
    mutating func write() throws(CommandStop) {
        do throws(SystemError) { try buffer.flush() } catch { throw .fatal("\(error)") }
    }
}

/// A client on a command line: `address` or `address=name`.
enum ClientText {
    static func client(_ text: String) throws(CommandStop) -> Question.Client {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        var address = parts[0]
        if address.hasPrefix("["), address.hasSuffix("]") { address = String(address.dropFirst().dropLast()) }
        guard let parsed = IPAddress(Array(address.utf8).span), parts.count == 1 || !parts[1].isEmpty else {
            throw .fatal("--client: \"\(text)\" is no address and no address=name")
        }
        return Question.Client(address: parsed, name: parts.count == 2 ? parts[1] : nil)
    }
}

extension String {
    /// On one line, with one blank between words: values that go over several lines have many.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

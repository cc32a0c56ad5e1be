import AddressRouting
import CommandSupport
import RouteExplanation

/// `postroom explain`: the way of an address, step by step (postroom-explain(1)).
public enum ExplainCommand {
    private static let usage =
        "usage: postroom explain [-c directory] [--root directory] [--sender address] [--client address[=name]] "
        + "[--helo name] [--service name/type] [--header text] [--rewrite-only | --resolve-only] [--json] [--] address ..."

    /// Runs the command and returns its exit status: 0 explained, 1 errors in the configuration, 2 it could not run.
    public static func run(_ words: [[UInt8]]) -> Int32 {
        CommandRun.run("postroom explain", refused: 1) { (messages) throws(CommandStop) in
            let options: LongOptions
            do throws(FatalError) {
                options = try LongOptions(
                    words, flags: ["--rewrite-only", "--resolve-only", "--json"],
                    options: ["-c", "--root", "--sender", "--client", "--helo", "--service", "--header"],
                    usage: usage)
            } catch { throw .fatal(error.description) }
            guard !options.operands.isEmpty,
                !(options.has("--rewrite-only") && options.has("--resolve-only"))
            else { throw .fatal(usage) }
            let question = try question(options)
            let system = try CommandRun.open(options, messages)
            var output = OutputText()
            if options.has("--rewrite-only") {
                try rewrite(options, Explainer(system), question, &output)
            } else {
                explain(options, system, question, &output)
            }
            try output.write()
            return 0
        }
    }

    private static func question(_ options: LongOptions) throws(CommandStop) -> Question {
        var question = Question()
        question.sender = ReversePathText(Array((options["--sender"] ?? "").utf8))
        if let text = options["--client"] { question.client = try ClientText.client(text) }
        question.helo = options["--helo"]
        question.header = options["--header"].map { Array($0.utf8) }
        question.extent = options.has("--resolve-only") ? .resolving : .whole
        return question
    }

    private static func rewrite(
        _ options: LongOptions, _ explainer: Explainer, _ question: Question, _ output: inout OutputText
    ) throws(CommandStop) {
        for address in options.operands {
            let answer: (text: [UInt8], unknownTables: [UnknownTable])
            do throws(RoutingFailure) {
                answer = try explainer.rewritten(Array(address.utf8), client: question.client)
            } catch { throw .fatal("\(error)") }
            let rewritten = String(decoding: answer.text, as: UTF8.self)
            if options.has("--json") {
                let value = JSONValue.object([
                    ("address", .string(address)), ("rewritten", .string(rewritten)),
                    ("unknown", .array(answer.unknownTables.map(ExplanationJSON.value))),
                ])
                output.line(value.text)
            } else {
                output.line("\(address) -> \(rewritten)")
                for table in answer.unknownTables { output.line("  not known here: \(table)") }
            }
        }
    }

    private static func explain(
        _ options: LongOptions, _ system: RoutingSystem, _ question: Question, _ output: inout OutputText
    ) {
        var explainer = Explainer(system)
        for (number, address) in options.operands.enumerated() {
            let explanation = explainer.explain(Array(address.utf8), question)
            if options.has("--json") {
                output.line(ExplanationJSON.value(explanation).text)
            } else {
                if number > 0 { output.line("") }
                for line in ExplanationText.lines(explanation) { output.line(line) }
            }
        }
    }
}

import CommandSupport
import CompiledTables
import ConfigurationCompiler
import GenerationFormat
import PosixSupport

/// `postroom generations` and `postroom rollback`: what there is in a directory of generations, and going back.
public enum GenerationsCommand {
    private static let couldNotRun: Int32 = 2

    /// `postroom generations [-c DIR] [--output DIR] [--json]`: lists generations, the oldest first.
    public static func list(_ words: [[UInt8]]) -> Int32 {
        run("postroom generations") { () throws(FatalError) in
            let usage =
                "usage: postroom generations [-c directory] [--output directory] [--root directory] [--json]"
            guard !LongOptions.askForHelp(words) else {
                try BuildCommand.print(usage)
                return 0
            }
            let options = try LongOptions(
                words, flags: ["--json"], options: ["-c", "--output", "--root"], usage: usage)
            guard options.operands.isEmpty else { throw FatalError(usage) }
            let store = try store(options)
            let (numbers, current) = try checking { () throws(SystemError) in
                (try store.numbers(), try store.current())
            }
            if options.has("--json") {
                let list = numbers.map { entry($0, isCurrent: $0 == current, store) }
                try BuildCommand.print(
                    JSONValue.object([
                        ("version", .number(1)), ("directory", .string(store.directory)),
                        ("generations", .array(list)),
                    ]).text)
            } else {
                for number in numbers {
                    try BuildCommand.print(line(number, isCurrent: number == current, store))
                }
            }
            return 0
        }
    }

    /// `postroom rollback [-c DIR] [--output DIR] [N]`: puts an older generation in force; without a number the one
    /// before that in force. Exit status 1 when there is none.
    public static func rollback(_ words: [[UInt8]]) -> Int32 {
        run("postroom rollback") { () throws(FatalError) in
            let usage =
                "usage: postroom rollback [-c directory] [--output directory] [--root directory] [number]"
            guard !LongOptions.askForHelp(words) else {
                try BuildCommand.print(usage)
                return 0
            }
            let options = try LongOptions(
                words, flags: [], options: ["-c", "--output", "--root"], usage: usage)
            guard options.operands.count <= 1 else { throw FatalError(usage) }
            var wanted: Int?
            if let text = options.operands.first {
                guard let number = Int(text) else { throw FatalError("\"\(text)\" is no number\n\(usage)") }
                wanted = number
            }
            let store = try store(options)
            let number: Int
            do throws(GenerationStore.RollbackFailure) { number = try store.rollback(to: wanted) } catch {
                Messages(program: "postroom rollback").fatal("\(error)")
                return error.isAbsence ? 1 : couldNotRun
            }
            try BuildCommand.print("generation \(number) is in force")
            return 0
        }
    }

    private static func entry(_ number: Int, isCurrent: Bool, _ store: GenerationStore) -> JSONValue {
        let facts = facts(number, store)
        return .object([
            ("generation", .number(number)), ("current", .bool(isCurrent)),
            ("services", facts.map { .number($0.services) } ?? .null),
            ("tables", facts.map { .number($0.tables) } ?? .null),
        ])
    }

    private static func line(_ number: Int, isCurrent: Bool, _ store: GenerationStore) -> String {
        let mark = isCurrent ? "*" : " "
        guard let facts = facts(number, store) else { return "\(mark) \(number)  damaged" }
        return "\(mark) \(number)  \(facts.services) services, \(facts.tables) tables"
    }

    /// `nil` for a generation that cannot be read.
    private static func facts(_ number: Int, _ store: GenerationStore) -> (services: Int, tables: Int)? {
        do throws(GenerationFailure) {
            let generation = try Generation(
                directory: store.directory, root: GenerationLayout.generationPath(number))
            return (try generation.services().count, try generation.tables().count)
        } catch {
            return nil
        }
    }

    private static func store(_ options: LongOptions) throws(FatalError) -> GenerationStore {
        if let output = options["--output"] { return GenerationStore(directory: output) }
        do throws(GenerationBuild.Failure) {
            return try GenerationBuild.store(
                configuration: options["-c"] ?? ConfigurationPath.default, root: options["--root"] ?? "")
        } catch {
            throw FatalError("\(error)")
        }
    }

    private static func checking<Result>(
        _ work: () throws(SystemError) -> Result
    ) throws(FatalError) -> Result {
        do throws(SystemError) { return try work() } catch { throw FatalError("\(error)") }
    }

    private static func run(_ program: String, _ work: () throws(FatalError) -> Int32) -> Int32 {
        do throws(FatalError) { return try work() } catch {
            Messages(program: program).fatal(error.description)
            return couldNotRun
        }
    }
}

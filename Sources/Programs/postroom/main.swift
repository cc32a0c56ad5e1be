import BuildCommand
import CheckCommand
import ConfigurationCommands
import FormatCommand
import Glibc
import PosixSupport
import RoutingCommands
import TableCommands

/// The commands by name: the name that the program is called by, or, for `postroom NAME ...`, its first word.
let commands: [String: ([[UInt8]], String) -> Int32] = [
    "build": { words, _ in BuildCommand.run(words) },
    "check": { words, _ in CheckCommand.run(words) },
    "compile": { words, _ in RuleCommands.compile(words) },
    "diff": { words, _ in DiffCommand.run(words) },
    "explain": { words, _ in ExplainCommand.run(words) },
    "test": { words, _ in TestCommand.run(words) },
    "graph": { words, _ in GraphCommand.run(words) },
    "generations": { words, _ in GenerationsCommand.list(words) },
    "lookup": { words, _ in RuleCommands.lookup(words) },
    "fmt": { words, _ in FormatCommand.run(words) },
    "newaliases": { NewaliasesCommand.run($0, name: $1) },
    "postalias": { TableCommand.run($0, program: .postalias, name: $1) },
    "postconf": { PostconfCommand.run($0, name: $1) },
    "postmap": { TableCommand.run($0, program: .postmap, name: $1) },
    "rollback": { words, _ in GenerationsCommand.rollback(words) },
]

// A file that may not grow is an error of the write, not the end of the process.
signal(SIGXFSZ, SIG_IGN)

func text(_ word: [UInt8]) -> String { String(decoding: word, as: UTF8.self) }

var words = ProcessArguments.words[...]
var name = words.popFirst().map { String(text($0).split(separator: "/").last ?? "postroom") } ?? "postroom"
if commands[name] == nil, let first = words.first.map(text), commands[first] != nil {
    name = first
    words = words.dropFirst()
}
let first = words.first.map(text)
if first == "--version" {
    print("\(name) (Postroom) 0.1.0")
} else if let command = commands[name] {
    exit(command(Array(words), name))
} else {
    print("usage: postroom \(commands.keys.sorted().joined(separator: "|")) [option ...] [argument ...]")
    exit(first == "--help" ? 0 : 64)
}

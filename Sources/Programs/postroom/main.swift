import Glibc
import PostmapCommand

/// The commands by name: the name that the program is called by, or, for `postroom NAME ...`, its first word.
let commands: [String: ([String], String) -> Int32] = [
    "postmap": { PostmapCommand.run($0, program: $1) }
]

var words = CommandLine.arguments[...]
var name = words.popFirst().map { String($0.split(separator: "/").last ?? "postroom") } ?? "postroom"
if commands[name] == nil, let first = words.first, commands[first] != nil {
    name = first
    words = words.dropFirst()
}
if words.first == "--version" {
    print("\(name) (Postroom) 0.1.0")
} else if let command = commands[name] {
    exit(command(Array(words), name))
} else {
    print("usage: postroom \(commands.keys.sorted().joined(separator: "|")) [option ...] [argument ...]")
    exit(words.first == "--help" ? 0 : 64)
}

/// The command line of `postroom`'s own commands: options in words (`--output DIR`, `--output=DIR`, `-c DIR`),
/// anywhere before `--`.
public struct LongOptions: Sendable {
    private var values: [String: [String]] = [:]
    /// The words that are no options.
    public private(set) var operands: [String] = []

    /// - Parameters:
    ///   - flags: options without an argument.
    ///   - options: options with one.
    ///   - usage: what to show for a word that is none of them.
    /// - Throws: `FatalError` with the text to show.
    public init(
        _ words: [[UInt8]], flags: [String], options: [String], usage: String
    ) throws(FatalError) {
        var rest: [String] = []
        for word in words { rest.append(try name(word)) }
        var words = rest[...]
        while let word = words.popFirst() {
            if word == "--" {
                operands += words
                return
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            let option = word.hasPrefix("--") ? parts[0] : word
            if flags.contains(option), parts.count == 1 || !word.hasPrefix("--") {
                values[option, default: []].append("")
            } else if options.contains(option) {
                let joined = word.hasPrefix("--") && parts.count == 2 ? parts[1] : nil
                guard let value = joined ?? words.popFirst() else {
                    throw FatalError("\(option) needs an argument\n\(usage)")
                }
                values[option, default: []].append(value)
            } else if word.hasPrefix("-"), word != "-" {
                throw FatalError("unknown option \(word)\n\(usage)")
            } else {
                operands.append(word)
            }
        }
    }

    /// Whether a command line asks only how the command is used.
    public static func askForHelp(_ words: [[UInt8]]) -> Bool {
        words.prefix { $0 != Array("--".utf8) }.contains(Array("--help".utf8))
    }

    public func has(_ flag: String) -> Bool { values[flag] != nil }

    /// The last value of an option.
    public subscript(option: String) -> String? { values[option]?.last }

    /// All values of an option, in order.
    public func all(_ option: String) -> [String] { values[option] ?? [] }
}

/// Splits a command line by the POSIX rules for options (XBD 12.2): letters may be joined, an argument may be joined
/// to its letter or follow it, `--` ends the options, and so does the first word that is none.
public struct OptionScanner: Sendable {
    public enum Element: Sendable, Equatable {
        case flag(Character)
        case option(Character, String)
    }

    public enum Fault: Error, Sendable, Equatable {
        case unknown(Character)
        case missingArgument(Character)
    }

    private let flags: Set<Character>
    private let options: Set<Character>

    /// - Parameters:
    ///   - flags: letters without an argument.
    ///   - options: letters with one.
    public init(flags: String, options: String) {
        self.flags = Set(flags)
        self.options = Set(options)
    }

    /// The options in order and the words after them.
    public func scan(_ words: [String]) throws(Fault) -> (elements: [Element], operands: [String]) {
        var elements: [Element] = []
        var rest = words[...]
        while let word = rest.first, word.hasPrefix("-"), word != "-" {
            rest = rest.dropFirst()
            if word == "--" { break }
            var letters = word.dropFirst()
            while let letter = letters.first {
                letters = letters.dropFirst()
                if options.contains(letter) {
                    guard let argument = letters.isEmpty ? rest.popFirst() : String(letters) else {
                        throw .missingArgument(letter)
                    }
                    elements.append(.option(letter, argument))
                    break
                }
                guard flags.contains(letter) else { throw .unknown(letter) }
                elements.append(.flag(letter))
            }
        }
        return (elements, Array(rest))
    }
}

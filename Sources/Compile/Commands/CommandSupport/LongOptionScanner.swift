/// Splits a command line with options that are words: `--name`, `--name value` or `--name=value`. Options and operands
/// may be mixed; `--` ends the options.
public struct LongOptionScanner: Sendable {
    public enum Element: Sendable, Equatable {
        case flag(String)
        case option(String, String)
        case operand(String)
    }

    private let flags: Set<String>
    private let options: Set<String>

    /// - Parameters:
    ///   - flags: names without an argument.
    ///   - options: names with one.
    public init(flags: [String], options: [String]) {
        self.flags = Set(flags)
        self.options = Set(options)
    }

    /// - Throws: `FatalError` for an unknown option and for an argument that is missing or too many.
    public func scan(_ words: [[UInt8]]) throws(FatalError) -> [Element] {
        var elements: [Element] = []
        var rest = words[...]
        while let bytes = rest.popFirst() {
            let word = try name(bytes)
            guard word.hasPrefix("--") else {
                guard !word.hasPrefix("-") || word == "-" else { throw FatalError("unknown option \(word)") }
                elements.append(.operand(word))
                continue
            }
            if word == "--" {
                for bytes in rest { elements.append(.operand(try name(bytes))) }
                return elements
            }
            let parts = word.dropFirst(2).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let option = String(parts[0])
            if flags.contains(option) {
                guard parts.count == 1 else { throw FatalError("--\(option) takes no argument") }
                elements.append(.flag(option))
            } else if options.contains(option) {
                if parts.count == 2 {
                    elements.append(.option(option, String(parts[1])))
                } else {
                    guard let argument = rest.popFirst() else {
                        throw FatalError("--\(option) needs an argument")
                    }
                    elements.append(.option(option, try name(argument)))
                }
            } else {
                throw FatalError("unknown option --\(option)")
            }
        }
        return elements
    }
}

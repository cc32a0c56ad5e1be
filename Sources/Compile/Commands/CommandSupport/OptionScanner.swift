import ByteScanning

/// Splits a command line by the POSIX rules for options (XBD 12.2): letters may be joined, an argument may be joined
/// to its letter or follow it, `--` ends the options, and so does the first word that is none.
public struct OptionScanner: Sendable {
    public enum Element: Sendable, Equatable {
        case flag(Character)
        case option(Character, [UInt8])
    }

    public enum Fault: Error, Sendable, Equatable {
        case unknown(Character)
        case missingArgument(Character)
    }

    private let flags: [UInt8]
    private let options: [UInt8]

    /// - Parameters:
    ///   - flags: letters without an argument.
    ///   - options: letters with one.
    public init(flags: String, options: String) {
        self.flags = Array(flags.utf8)
        self.options = Array(options.utf8)
    }

    /// The options in order and the words after them.
    public func scan(
        _ words: [[UInt8]]
    ) throws(Fault) -> (elements: [Element], operands: [[UInt8]]) {
        let (elements, operands, fault) = scanPrefix(words)
        if let fault { throw fault }
        return (elements, operands)
    }

    /// The options up to the first wrong one, what is wrong with it, and the words after the options.
    public func scanPrefix(
        _ words: [[UInt8]]
    ) -> (elements: [Element], operands: [[UInt8]], fault: Fault?) {
        let dash = UInt8(ascii: "-")
        var elements: [Element] = []
        var rest = words[...]
        while let word = rest.first, word.first == dash, word.count > 1 {
            rest = rest.dropFirst()
            if word == [dash, dash] { break }
            var letters = word.dropFirst()
            while let byte = letters.popFirst() {
                let letter = Character(Unicode.Scalar(byte))
                if options.contains(byte) {
                    guard let argument = letters.isEmpty ? rest.popFirst() : Array(letters) else {
                        return (elements, [], .missingArgument(letter))
                    }
                    elements.append(.option(letter, argument))
                    break
                }
                guard flags.contains(byte) else { return (elements, [], .unknown(letter)) }
                elements.append(.flag(letter))
            }
        }
        return (elements, Array(rest), nil)
    }
}

/// A word of the command line that is the name of something, which must be text.
public func name(_ word: [UInt8]) throws(FatalError) -> String {
    guard isValidUTF8(word.span) else { throw FatalError("\"\(printable(word))\" is not valid UTF-8") }
    return String(decoding: word, as: UTF8.self)
}

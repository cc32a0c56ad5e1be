import ByteScanning
import ConfigurationSyntax
import Diagnostics

/// Reads the columns and arguments of a line of master.cf.
public struct MasterServiceReader {
    private let file: String
    private var diagnostics: [Diagnostic] = []

    private init(file: String) { self.file = file }

    /// The services of a file in order, and what is wrong with its lines. A line with a mistake is left out.
    public static func services(of syntax: MasterSyntax) -> (services: [MasterService], [Diagnostic]) {
        var reader = MasterServiceReader(file: syntax.source.path)
        var services: [MasterService] = []
        for item in syntax.items {
            switch item {
            case .trivia: break
            case .entry(let entry):
                if let service = reader.service(entry) { services.append(service) }
            case .strayLine(_, let text):
                reader.report(
                    text, "the line begins with white space, and there is none before that it continues")
            }
        }
        return (services, reader.diagnostics)
    }

    private mutating func service(_ entry: MasterSyntax.Entry) -> MasterService? {
        let words = entry.words
        guard entry.isComplete else {
            guard let last = words.last else { return nil }
            report(
                last, "the line ends after \(words.count) of 8 columns",
                help: "expected: service type private unpriv chroot wakeup maxproc command [argument ...]")
            return nil
        }
        guard let kind = MasterService.Kind(rawValue: words[1].string) else {
            report(words[1], "unknown service type: \"\(words[1].string)\"", help: Self.kindHelp)
            return nil
        }
        guard let isPrivate = choice(words[2], "private", default: true),
            let isUnprivileged = choice(words[3], "unpriv", default: true),
            let isChrooted = choice(words[4], "chroot", default: false),
            let wakeup = wakeup(words[5]), let limit = processLimit(words[6])
        else { return nil }
        if kind == .inet, isPrivate, words[2].string != "-" {
            report(words[2], "a service of type inet cannot be private", help: "use n")
            return nil
        }
        if kind == .inet, let fault = InetEndpoint.fault(words[0].string) {
            report(words[0], fault, help: "expected a port, host:port or [address]:port")
            return nil
        }
        guard let arguments = arguments(words[8...]) else { return nil }
        return MasterService(
            name: words[0], kind: kind, isPrivate: kind == .inet ? false : isPrivate,
            isUnprivileged: isUnprivileged, isChrooted: isChrooted, wakeup: wakeup.value,
            processLimit: limit.value, command: words[7], arguments: arguments)
    }

    private static let kindHelp =
        "expected one of: " + MasterService.Kind.allCases.map(\.rawValue).joined(separator: ", ")

    /// A value that may be absent, in an answer that may be.
    private struct Column<Value> {
        var value: Value?
    }

    private mutating func choice(_ word: LineText, _ column: String, default value: Bool) -> Bool? {
        switch word.string {
        case "y": return true
        case "n": return false
        case "-": return value
        default:
            report(word, "column \(column): \"\(word.string)\" is not y, n or -")
            return nil
        }
    }

    private mutating func wakeup(_ word: LineText) -> Column<MasterService.Wakeup>? {
        let text = word.string
        if text == "-" { return Column(value: nil) }
        let isLazy = text.hasSuffix("?")
        guard let seconds = Self.number(isLazy ? String(text.dropLast()) : text) else {
            report(
                word, "column wakeup: \"\(text)\" is no number of seconds", help: "expected: 60, 300? or -")
            return nil
        }
        guard seconds > 0 else { return Column(value: nil) }
        return Column(value: MasterService.Wakeup(seconds: seconds, onlyWhenUsed: isLazy))
    }

    private mutating func processLimit(_ word: LineText) -> Column<Int>? {
        if word.string == "-" { return Column(value: nil) }
        guard let limit = Self.number(word.string) else {
            report(
                word, "column maxproc: \"\(word.string)\" is no number of processes",
                help: "expected: 50, 0 or -")
            return nil
        }
        return Column(value: limit)
    }

    private static func number(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy(ASCII.isDigit), let number = Int(text), number <= Int32.max
        else { return nil }
        return number
    }

    /// Options up to the first word that is none, then words.
    private mutating func arguments(_ words: ArraySlice<LineText>) -> [ServiceArgument]? {
        var arguments: [ServiceArgument] = []
        var rest = words
        while let word = rest.popFirst() {
            guard word.bytes.first == ASCII.hyphen, word.bytes.count > 1, word.string != "--" else {
                arguments.append(.word(word))
                arguments += rest.map(ServiceArgument.word)
                return arguments
            }
            guard word.bytes.starts(with: Array("-o".utf8)) else {
                arguments.append(.option(word))
                continue
            }
            let isJoined = word.bytes.count > 2
            guard let setting = isJoined ? word : rest.popFirst() else {
                report(word, "-o needs an argument", help: "expected: -o name=value")
                return nil
            }
            guard let override = override(setting, skipping: isJoined ? 2 : 0) else { return nil }
            arguments.append(.override(override))
        }
        return arguments
    }

    /// `name=value`, or `{ name = value }`.
    private mutating func override(_ word: LineText, skipping: Int) -> MasterService.Override? {
        let bytes = word.bytes.span
        var range = skipping..<bytes.count
        let isBraced = bytes[range.lowerBound] == ASCII.openBrace
        if isBraced {
            guard bytes[range.upperBound - 1] == ASCII.closeBrace else {
                report(word, "text after } in \"\(printable(word.bytes))\"")
                return nil
            }
            range = bytes.trimming(range.lowerBound + 1..<range.upperBound - 1)
        }
        guard let equals = range.first(where: { bytes[$0] == ASCII.equals }) else {
            report(
                word, "missing '=' after attribute name", help: "expected: -o name=value, without white space"
            )
            return nil
        }
        let name = bytes.trimming(range.lowerBound..<equals)
        guard !name.isEmpty else {
            report(word, "missing attribute name", help: "expected: -o name=value")
            return nil
        }
        let value = bytes.trimming(equals + 1..<range.upperBound)
        return MasterService.Override(
            name: String(decoding: bytes.bytes(name), as: UTF8.self), value: bytes.bytes(value), text: word,
            valueOffset: value.lowerBound)
    }

    private mutating func report(_ word: LineText, _ message: String, help: String? = nil) {
        diagnostics.append(
            Diagnostic(.error, file: file, position: word.position(), message, help: help))
    }
}

import ByteScanning
import CommandSupport
import ConfigurationCompiler
import Diagnostics
import RouteExplanation

/// One line of a file of routing tests (postroom-test(1)): an address, who sends to it, and what is expected.
struct RoutingTest {
    enum Expectation: Equatable {
        /// The address is refused, with this code or enhanced code where the test says one.
        case reject(code: Int?, dsn: String?)
        /// The address is not refused.
        case accept
        /// The address, as it would stand in a header, completed.
        case rewritten(String)
        /// All recipients, in any order.
        case recipients([Item])
    }

    /// A recipient, a way, or both. Where there is no recipient, all go that way.
    struct Item: Equatable {
        var recipient: String?
        var transport: String?
        /// Empty: any.
        var nextHop = ""
    }

    var address: String
    var sender = ""
    var client: Question.Client?
    var helo: String?
    var expectation: Expectation
    /// The expectation as it is written.
    var text: String
    var place: SourceLine

    var question: Question {
        Question(sender: ReversePathText(Array(sender.utf8)), client: client, helo: helo)
    }

    /// What a line has in the place of a test.
    struct Malformed: Error {
        var message: String
    }

    /// All tests of a file; what is no test becomes a diagnostic.
    static func read(_ file: String, _ source: [UInt8]) -> (tests: [RoutingTest], faults: [Diagnostic]) {
        var lines = LogicalLineReader()
        var (tests, faults): ([RoutingTest], [Diagnostic]) = ([], [])
        while let line = lines.next(in: source.span) {
            let place = SourceLine(file: file, line: line.firstLine)
            do throws(Malformed) {
                tests.append(try RoutingTest(line.text(in: source.span), at: place))
            } catch {
                let position = SourcePosition(line: place.line, column: 1)
                faults.append(
                    Diagnostic(
                        .error, file: file, position: position, error.message,
                        help: "expected: address [from=sender] [client=address] [helo=name] expectation"))
            }
        }
        return (tests, faults)
    }

    init(_ line: [UInt8], at place: SourceLine) throws(Malformed) {
        guard isValidUTF8(line.span) else { throw Malformed(message: "the line is not valid UTF-8") }
        var rest = String(decoding: line, as: UTF8.self)[...]
        address = Self.address(Self.takeWord(&rest))
        self.place = place
        while let option = Self.option(rest) {
            _ = Self.takeWord(&rest)
            switch option {
            case .sender(let sender): self.sender = Self.address(sender)
            case .helo(let name): helo = name
            case .client(let text):
                do throws(CommandStop) { client = try ClientText.client(text) } catch {
                    throw Malformed(message: "client=\(text): no address and no address=name")
                }
            }
        }
        text = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty else { throw Malformed(message: "nothing is expected of \(address)") }
        expectation = try ExpectationReader.read(text)
    }

    private enum Option {
        case sender(String), client(String), helo(String)
    }

    private static func option(_ text: Substring) -> Option? {
        var rest = text
        let word = takeWord(&rest)
        if word.hasPrefix("from=") { return .sender(String(word.dropFirst(5))) }
        if word.hasPrefix("client=") { return .client(String(word.dropFirst(7))) }
        if word.hasPrefix("helo=") { return .helo(String(word.dropFirst(5))) }
        return nil
    }

    /// `<>` is the empty address.
    private static func address(_ word: String) -> String { word == "<>" ? "" : word }

    /// The next word; what is between quotes belongs to it.
    private static func takeWord(_ text: inout Substring) -> String {
        text = text.drop(while: \.isWhitespace)
        var isQuoted = false
        var end = text.startIndex
        while end < text.endIndex, isQuoted || !text[end].isWhitespace {
            if text[end] == "\"" { isQuoted.toggle() }
            end = text.index(after: end)
        }
        defer { text = text[end...].drop(while: \.isWhitespace) }
        return String(text[..<end])
    }
}

/// Reads what a test expects.
enum ExpectationReader {
    static func read(_ text: String) throws(RoutingTest.Malformed) -> RoutingTest.Expectation {
        let words = text.split(separator: " ").map(String.init)
        switch words[0] {
        case "accept":
            guard words.count == 1 else { throw RoutingTest.Malformed(message: "nothing follows \"accept\"") }
            return .accept
        case "reject": return try reject(words.dropFirst())
        case "->":
            guard words.count == 2 else {
                throw RoutingTest.Malformed(message: "one address follows \"->\"")
            }
            return .rewritten(words[1])
        default: return .recipients(try items(text))
        }
    }

    private static func reject(
        _ words: ArraySlice<String>
    ) throws(RoutingTest.Malformed) -> RoutingTest.Expectation {
        var (code, dsn): (Int?, String?) = (nil, nil)
        for word in words {
            if word.utf8.count == 3, let number = Int(word), (400..<600).contains(number) {
                code = number
            } else if word.split(separator: ".").count == 3, word.utf8.allSatisfy({ $0 != 0x40 }) {
                dsn = word
            } else {
                throw RoutingTest.Malformed(
                    message: "\"\(word)\" is no reply code and no enhanced code (RFC 3463)")
            }
        }
        return .reject(code: code, dsn: dsn)
    }

    private static func items(_ text: String) throws(RoutingTest.Malformed) -> [RoutingTest.Item] {
        var items: [RoutingTest.Item] = []
        for part in text.split(separator: ",") {
            let words = part.split(separator: " ").map(String.init)
            guard let first = words.first else { continue }
            var item = RoutingTest.Item()
            if isWay(first) { setWay(first, of: &item) } else { item.recipient = first }
            if words.count == 2, item.transport == nil, isWay(words[1]) {
                setWay(words[1], of: &item)
            } else if words.count > 1 {
                throw RoutingTest.Malformed(
                    message:
                        "\"\(part.drop(while: \.isWhitespace))\" is no recipient and no transport:nexthop")
            }
            items.append(item)
        }
        guard !items.isEmpty else { throw RoutingTest.Malformed(message: "nothing is expected") }
        return items
    }

    /// Whether a word is `transport:nexthop`: a service's name, then a colon.
    private static func isWay(_ word: String) -> Bool {
        guard let colon = word.utf8.firstIndex(of: ASCII.colon), colon != word.startIndex else {
            return false
        }
        return word[..<colon].utf8.allSatisfy {
            ASCII.isAlphanumeric($0) || $0 == ASCII.hyphen || $0 == UInt8(ascii: "_") || $0 == ASCII.dot
        }
    }

    private static func setWay(_ word: String, of item: inout RoutingTest.Item) {
        let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        (item.transport, item.nextHop) = (parts[0], parts[1])
    }
}

import Foundation

/// What Postfix says of the bad example of a rule: its tools first, then its daemons and a client's session. The file
/// `postfix.txt` beside the example has what was said when it was measured.
struct Measurement: Equatable, CustomStringConvertible {
    struct Section: Equatable {
        var title: String
        var lines: [String] = []

        var isOfDaemons: Bool { title == Measurement.logTitle }
        var isFatal: Bool { lines.contains { $0.contains("fatal:") } }
    }

    static let logTitle = "log"
    static let repliesTitle = "replies"
    private static let margin = "    "
    /// What is kept of the log.
    private static let marks = [
        "warning:", "error:", "fatal:", "panic:", " status=", "reject:",
        "backwards-compatible default setting ",
    ]
    /// What `postfix start` says itself, which is what `postfix check` said.
    private static let starters = ["/usr/sbin/postconf: ", "postsuper: "]

    var sections: [Section]

    /// Without `expected`, waits until nothing more is said; else until all of it is, or no longer than that takes.
    init(_ trial: Trial, port: Int, expecting expected: Measurement?) throws {
        let example = Fixture(rule: trial.rule).path + "/bad"
        let postfix = try PrivatePostfix(example, port: port, settings: trial.settings)
        sections = postfix.toolOutput.map { tool, text in
            Section(title: tool, lines: Self.lines(of: text, postfix, isTool: true))
        }
        try postfix.start()
        var replies: [String] = []
        for step in trial.steps {
            switch step {
            case .mail(let recipients): try postfix.send(to: recipients)
            case .session(let commands, let number):
                let text = try postfix.session(commands, portOffset: number)
                replies += text.split(separator: "\n").map { postfix.normalized($0) }
            }
        }
        let log = Self.finalLog(postfix, expecting: expected?.section(Self.logTitle)?.lines)
        sections.append(Section(title: Self.logTitle, lines: log))
        sections.append(Section(title: Self.repliesTitle, lines: replies))
    }

    private static func finalLog(_ postfix: PrivatePostfix, expecting expected: [String]?) -> [String] {
        var last = 0
        var quiet = 0
        for _ in 0..<200 {
            let log = lines(of: postfix.said, postfix, isTool: false)
            if let expected, !expected.isEmpty, Set(expected).isSubset(of: log) { return log }
            quiet = postfix.said.utf8.count == last ? quiet + 1 : 0
            last = postfix.said.utf8.count
            if quiet >= (expected == nil ? 35 : expected == [] ? 8 : 150) { return log }
            usleep(100_000)
        }
        return lines(of: postfix.said, postfix, isTool: false)
    }

    /// Each complaint and each delivery once, sorted, because daemons speak side by side.
    private static func lines(of text: String, _ postfix: PrivatePostfix, isTool: Bool) -> [String] {
        let lines = Set(text.split(separator: "\n").map { postfix.normalized($0) })
        if isTool { return lines.sorted() }
        return lines.filter { line in
            marks.contains { line.contains($0) } && !starters.contains { line.hasPrefix($0) }
        }.sorted()
    }

    func section(_ title: String) -> Section? { sections.first { $0.title == title } }

    init(parsing text: String) {
        sections = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix(Self.margin) {
                sections[sections.count - 1].lines.append(String(line.dropFirst(Self.margin.count)))
            } else {
                sections.append(Section(title: String(line)))
            }
        }
    }

    /// A title, then each line with a margin.
    var description: String {
        sections.map { section in
            ([section.title] + section.lines.map { Self.margin + $0 }).map { $0 + "\n" }.joined()
        }.joined()
    }
}

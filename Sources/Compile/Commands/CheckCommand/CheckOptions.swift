import CommandSupport
import Diagnostics
import LintRules

/// What the words of `postroom check` say.
struct CheckOptions {
    enum Format: String, CaseIterable {
        case text, short, json, sarif, github, junit
    }

    /// What happens to mends.
    enum Fixing {
        case none, apply, show
    }

    enum Action: Equatable {
        case check, listRules
        case explain(String)
        case effective(String)
    }

    var action = Action.check
    /// As it was given; a file in it, main.cf or master.cf, means its directory.
    var directory: String?
    var root: String?
    var earlier: String?
    var target = LintTarget.default
    var format = Format.text
    var fixing = Fixing.none
    /// Whether changes are shown as a diff.
    var showsDiff = false
    var selected: [String] = []
    var ignored: [String] = []
    var minimumSeverity = Severity.note
    var failOn: Severity? = .error
    var baseline: String?
    var newBaseline: String?
    var isLive = false
    var color: Bool?

    private static let scanner = LongOptionScanner(
        flags: ["fix", "dry-run", "diff", "list-rules", "live", "help"],
        options: [
            "format", "explain", "select", "ignore", "severity", "fail-on", "baseline", "write-baseline",
            "root",
            "target", "effective", "since", "color",
        ])

    static let usage = """
        usage: postroom check [option ...] [directory or main.cf]
          --format text|short|json|sarif|github|junit
          --fix, --fix --dry-run, --diff   apply the safe mends, or show them
          --explain RULE, --list-rules
          --select RULES, --ignore RULES   rules or groups, with commas between
          --severity note|warning|error    leave out what is below
          --fail-on note|warning|error|never
          --baseline FILE, --write-baseline FILE
          --root DIR                       where absolute paths begin
          --since DIR                      an earlier copy of the configuration
          --target postfix-3.4 ... postfix-3.12, postroom
          --live                           look at this machine and the network, too
          --effective SERVICE              what a service of master.cf is configured to do
          --color auto|always|never

        """

    /// - Throws: `FatalError` for a word that means nothing.
    init(_ words: [[UInt8]]) throws(FatalError) {
        var isDryRun = false
        for element in try Self.scanner.scan(words) {
            switch element {
            case .operand(let word):
                guard directory == nil else { throw FatalError("more than one directory: \(word)") }
                directory = Self.directory(of: word)
            case .flag("fix"): fixing = .apply
            case .flag("dry-run"): isDryRun = true
            case .flag("diff"): showsDiff = true
            case .flag("list-rules"): action = .listRules
            case .flag("live"): isLive = true
            case .flag(let name): throw FatalError("unknown option --\(name)")
            case .option(let name, let value): try set(name, value)
            }
        }
        if isDryRun || showsDiff && fixing == .none { fixing = .show }
        if isDryRun { showsDiff = true }
    }

    private mutating func set(_ name: String, _ value: String) throws(FatalError) {
        switch name {
        case "format": format = try Self.choice(name, value, Format.init(rawValue:))
        case "explain": action = .explain(value)
        case "effective": action = .effective(value)
        case "select": selected += try Self.rules(name, value)
        case "ignore": ignored += try Self.rules(name, value)
        case "severity": minimumSeverity = try Self.choice(name, value, Severity.init(rawValue:))
        case "fail-on":
            failOn = value == "never" ? nil : try Self.choice(name, value, Severity.init(rawValue:))
        case "baseline": baseline = value
        case "write-baseline": newBaseline = value
        case "root": root = value
        case "since": earlier = Self.directory(of: value)
        case "target": target = try Self.target(value)
        default: try setColor(value)
        }
    }

    /// A configuration directory, or that of the file main.cf or master.cf.
    private static func directory(of word: String) -> String {
        for file in ["main.cf", "master.cf"] {
            if word == file { return "." }
            if word.hasSuffix("/" + file) {
                let directory = String(word.dropLast(file.count + 1))
                return directory.isEmpty ? "/" : directory
            }
        }
        return word
    }

    private mutating func setColor(_ value: String) throws(FatalError) {
        switch value {
        case "auto": color = nil
        case "always": color = true
        case "never": color = false
        default: throw FatalError("--color: unknown word \"\(value)\"")
        }
    }

    private static func choice<Value>(
        _ name: String, _ text: String, _ make: (String) -> Value?
    ) throws(FatalError) -> Value {
        guard let value = make(text) else { throw FatalError("--\(name): unknown word \"\(text)\"") }
        return value
    }

    private static func target(_ text: String) throws(FatalError) -> LintTarget {
        guard let target = LintTarget(text) else {
            throw FatalError(
                "--target: unknown target \"\(text)\"; it may be "
                    + LintTarget.known.dropLast().joined(separator: ", ")
                    + " or \(LintTarget.known.last ?? "")")
        }
        return target
    }

    private static func rules(_ name: String, _ text: String) throws(FatalError) -> [String] {
        let words = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
        for word in words
        where !RuleRegistry.all.contains(where: { $0.documentation.isNamed(by: word) })
            && !RuleRegistry.groups.contains(where: { $0.name == word })
        {
            throw FatalError("--\(name): no rule or group \"\(word)\"; see --list-rules")
        }
        return words
    }

    /// The rules that are wanted.
    var rules: [any Rule] {
        RuleRegistry.all.filter { rule in
            let documentation = rule.documentation
            let isWanted = selected.isEmpty || selected.contains(where: documentation.isNamed)
            guard isLive || documentation.needs != .machine else { return false }
            return isWanted && !ignored.contains(where: documentation.isNamed)
        }
    }
}

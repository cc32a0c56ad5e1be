import Diagnostics

/// One thing that can be wrong with a configuration, in a file of its own.
///
/// A rule reads a `LintContext` and adds what it finds. It must not guess: where Postfix runs a configuration without
/// complaint, an error has to be provable from the files.
public protocol Rule: Sendable {
    static var documentation: RuleDocumentation { get }

    init()

    func check(_ context: LintContext, _ findings: inout Findings)
}

/// What `--explain`, the pages in docs/rules and SARIF say of a rule.
public struct RuleDocumentation: Sendable {
    /// `group/name`
    public let identifier: String
    /// That of its findings, unless one of them says another.
    public let severity: Severity
    /// One line, without a full stop.
    public let title: String
    /// What is found.
    public let what: String
    /// Why it hurts.
    public let why: String
    /// What Postfix does with it when it runs.
    public let atRunTime: String
    /// How to mend it.
    public let mend: String
    /// What it needs beside the files.
    public let needs: Needs

    /// What a rule looks at.
    public enum Needs: Sendable {
        case files
        /// Users, certificates, DNS, sockets: only with `--live`.
        case machine
        /// An earlier copy of the configuration: only with `--since`.
        case earlierConfiguration
    }

    /// Lines of the texts are joined to paragraphs.
    public init(
        _ identifier: String, _ severity: Severity, _ title: String, needs: Needs = .files, what: String,
        why: String, atRunTime: String, mend: String
    ) {
        self.identifier = identifier
        self.severity = severity
        self.title = title
        self.what = Self.paragraph(what)
        self.why = Self.paragraph(why)
        self.atRunTime = Self.paragraph(atRunTime)
        self.mend = Self.paragraph(mend)
        self.needs = needs
    }

    private static func paragraph(_ lines: String) -> String { lines.replacing("\n", with: " ") }

    /// The part of the identifier before the slash.
    public var group: String { String(identifier.prefix { $0 != "/" }) }

    /// Whether a word of the command line or of an `allow` comment names it: its identifier, its group, or `all`.
    public func isNamed(by word: String) -> Bool { word == identifier || word == group || word == "all" }
}

extension Rule {
    public var documentation: RuleDocumentation { Self.documentation }
}

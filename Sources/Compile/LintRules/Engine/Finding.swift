import Diagnostics

/// Bytes of a file.
public struct SourceRange: Sendable, Hashable {
    /// The file as messages name it, which `LintContext.text(of:)` knows.
    public var file: String
    public var bytes: Range<Int>

    public init(file: String, bytes: Range<Int>) {
        self.file = file
        self.bytes = bytes
    }
}

/// A mistake in a file.
public struct Finding: Sendable {
    /// The identifier of the rule that found it.
    public var rule: String
    public var severity: Severity
    public var range: SourceRange
    /// One line, without a full stop. Never a password.
    public var message: String
    public var notes: [Note]
    /// What would be right.
    public var help: String?
    public var fix: Fix?

    /// Another place that has a part in it.
    public struct Note: Sendable {
        public var range: SourceRange?
        public var message: String

        public init(_ message: String, at range: SourceRange? = nil) {
            self.range = range
            self.message = message
        }
    }

    /// A change after which the finding is gone and everything else means what it did.
    public struct Fix: Sendable {
        public var edits: [TextEdit]
        public init(_ edits: [TextEdit]) { self.edits = edits }
    }
}

/// A piece of a file and the bytes that take its place.
public struct TextEdit: Sendable, Equatable {
    public var range: SourceRange
    public var replacement: [UInt8]

    public init(_ range: SourceRange, with text: String) {
        self.range = range
        replacement = Array(text.utf8)
    }
}

/// Collects what one rule finds.
public struct Findings {
    let documentation: RuleDocumentation
    public private(set) var all: [Finding] = []
    /// What was found, by its place.
    private var known: [Place: Int] = [:]

    private struct Place: Hashable {
        var range: SourceRange
        var message: String
    }

    init(of documentation: RuleDocumentation) { self.documentation = documentation }

    /// Adds a finding.
    ///
    /// - Parameters:
    ///   - range: where the caret stands; without one nothing is added, for nobody wrote what is wrong. What was found
    ///     there already, in the same words, is not found again, but the worse severity counts.
    ///   - severity: only where it differs from that of the rule.
    public mutating func add(
        at range: SourceRange?, _ message: String, severity: Severity? = nil, notes: [Finding.Note] = [],
        help: String? = nil, fix: Finding.Fix? = nil
    ) {
        guard let range else { return }
        let place = Place(range: range, message: message)
        if let index = known[place] {
            all[index].severity = max(all[index].severity, severity ?? documentation.severity)
            return
        }
        known[place] = all.count
        all.append(
            Finding(
                rule: documentation.identifier, severity: severity ?? documentation.severity, range: range,
                message: message, notes: notes, help: help, fix: fix))
    }
}

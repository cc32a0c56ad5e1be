/// How much a finding hurts.
public enum Severity: String, Sendable, Comparable {
    case note, warning, error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// A place in a text file. Lines count from 1, columns from 1 in bytes.
public struct SourcePosition: Sendable, Hashable, Comparable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// Something to tell an administrator about a source file: what is wrong, where, and what would be right.
public struct Diagnostic: Sendable, Hashable {
    public var severity: Severity
    /// The file as the user named it; a table that stands in a parameter is named by its text.
    public var file: String
    public var position: SourcePosition?
    public var message: String
    /// What would be right, when it can be known.
    public var help: String?

    public init(
        _ severity: Severity, file: String, position: SourcePosition? = nil, _ message: String,
        help: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.position = position
        self.message = message
        self.help = help
    }

    /// The same, but no error.
    public var asWarning: Diagnostic {
        var warning = self
        warning.severity = min(severity, .warning)
        return warning
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: severity: message`, the form that editors and CI systems read, then `; help`.
    public var description: String {
        var text = file
        if let position { text += ":\(position.line):\(position.column)" }
        text += ": \(severity.rawValue): \(message)"
        if let help { text += "; \(help)" }
        return text
    }
}

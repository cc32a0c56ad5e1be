import ByteScanning
import Diagnostics

/// What there is to say of one logical line of a pattern table.
struct PatternReport {
    private let file: String
    private let line: LogicalLine
    private(set) var diagnostics: [Diagnostic] = []

    init(file: String, line: LogicalLine) {
        self.file = file
        self.line = line
    }

    /// The statement is dropped because of what stands at `offset` in the line's text.
    mutating func error(at offset: Int, _ message: String, help: String? = nil) {
        append(.error, offset, message, help)
    }

    /// The statement is kept in spite of what stands at `offset` in the line's text.
    mutating func warning(at offset: Int, _ message: String, help: String? = nil) {
        append(.warning, offset, message, help)
    }

    /// Adds to the last error that it was an `if` that is dropped.
    mutating func explainDroppedBlock() {
        guard let last = diagnostics.indices.last else { return }
        diagnostics[last].help = PatternStatement.droppedBlockHelp
    }

    private mutating func append(_ severity: Severity, _ offset: Int, _ message: String, _ help: String?) {
        let place = line.position(ofTextOffset: offset)
        let position = SourcePosition(line: place.line, column: place.column)
        diagnostics.append(Diagnostic(severity, file: file, position: position, message, help: help))
    }
}

extension PatternStatement {
    /// What an administrator has to know of an `if` that is skipped.
    public static let droppedBlockHelp = "without this \"if\", the rules up to its \"endif\" see every key"
}

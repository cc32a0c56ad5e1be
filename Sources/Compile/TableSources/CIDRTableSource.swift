import ByteScanning
import Diagnostics

/// A `cidr` table as its rules say it (cidr_table(5)): what Postfix would keep of it, and what it would warn
/// about.
///
/// A line that Postfix skips is an error and has no rule here; blocks are balanced.
public struct CIDRTableSource: Sendable {
    /// A rule and the line that it begins on, counted from 1.
    public struct Row: Sendable {
        public var line: Int
        public var rule: CIDRRule
    }

    public private(set) var rows: [Row] = []
    /// The results of the rules, one after the other in the order of the rules.
    public private(set) var texts: [UInt8] = []
    /// In the order in which Postfix reports the same: by line, then the blocks without an end, innermost
    /// first.
    public private(set) var diagnostics: [Diagnostic] = []

    private let file: String
    private let transform: ValueTransform?
    /// Where the blocks that are open begin.
    private var openBlocks: [SourcePosition] = []

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - file: its name in diagnostics.
    ///   - transform: what each result becomes.
    public init(parsing source: Span<UInt8>, file: String, transform: ValueTransform? = nil) {
        self.file = file
        self.transform = transform
        // A guess of what a row takes, so that a large table is not moved many times while it grows.
        rows.reserveCapacity(source.count / 24)
        texts.reserveCapacity(source.count / 2)
        var reader = LogicalLineReader()
        while let line = reader.next(in: source) {
            if line.pieces.count == 1 {
                read(source.extracting(line.pieces[0].range), of: line)
            } else {
                read(line.text(in: source).span, of: line)
            }
        }
        closeBlocks()
    }

    private mutating func read(_ text: Span<UInt8>, of line: LogicalLine) {
        do throws(CIDRSyntaxError) {
            let statement = try CIDRStatement(parsing: text)
            try add(statement, from: text, of: line)
        } catch {
            let (number, column) = line.position(ofTextOffset: error.offset)
            diagnostics.append(
                Diagnostic(
                    .error, file: file, position: SourcePosition(line: number, column: column),
                    "\(error.message): the line is skipped", help: error.help))
        }
    }

    private mutating func add(
        _ statement: CIDRStatement, from text: Span<UInt8>, of line: LogicalLine
    ) throws(CIDRSyntaxError) {
        switch statement {
        case .rule(let condition, let result):
            let start = texts.count
            if let transform {
                switch transform(text.extracting(result)) {
                case .success(let stored): texts.append(contentsOf: stored)
                case .failure(let dropped): throw CIDRSyntaxError(at: result.lowerBound, dropped.message)
                }
            } else {
                texts.append(contentsOf: text.extracting(result))
            }
            rows.append(Row(line: line.firstLine, rule: .answer(condition, text: start..<texts.count)))
        case .ifMatch(let condition):
            openBlocks.append(SourcePosition(line: line.firstLine, column: 1))
            rows.append(Row(line: line.firstLine, rule: .beginBlock(condition)))
        case .endif:
            guard openBlocks.popLast() != nil else {
                throw CIDRSyntaxError(at: 0, "endif without an if before it")
            }
            rows.append(Row(line: line.firstLine, rule: .endBlock))
        }
    }

    /// Blocks without an end go on to the end of the table.
    private mutating func closeBlocks() {
        while let position = openBlocks.popLast() {
            rows.append(Row(line: position.line, rule: .endBlock))
            diagnostics.append(
                Diagnostic(
                    .warning, file: file, position: position,
                    "if without an endif: the block goes on to the end of the table"))
        }
    }
}

import ByteScanning
import CompiledTables
import Diagnostics
import PatternMatching
import TableFormat
import TableSources

/// Compiles a pcre or regexp table.
///
/// As in Postfix, a line that cannot be understood, a pattern that does not compile and a result that names a
/// group the pattern does not have cost the rule and nothing else. A table always comes out.
public struct PatternCompiler {
    /// What compiling a table yields.
    public struct Output: Sendable {
        /// The bytes that `PatternTable` opens.
        public var image: [UInt8]
        /// In the order of the lines; an error where a line was dropped, a warning where it was kept.
        public var diagnostics: [Diagnostic]
    }

    private let kind: PatternImage.Kind
    private let file: String
    private var builder: PatternImage.Builder
    private var literals: PatternCompilerLiterals
    private var diagnostics: [Diagnostic] = []

    private init(kind: PatternImage.Kind, file: String) {
        self.kind = kind
        self.file = file
        builder = PatternImage.Builder(kind: kind)
        literals = PatternCompilerLiterals(kind: kind)
    }

    /// - Parameters:
    ///   - file: The name of the table for diagnostics.
    ///   - transform: What each result becomes.
    /// - Throws: `TooLarge` for a table that does not fit into an image.
    public static func compile(
        _ source: Span<UInt8>, kind: PatternImage.Kind, file: String, transform: ValueTransform? = nil
    ) throws(PatternImage.Builder.TooLarge) -> Output {
        var compiler = PatternCompiler(kind: kind, file: file)
        var reader = PatternSourceReader(kind: kind, file: file, transform: transform)
        while let statement = reader.next(in: source, diagnostics: &compiler.diagnostics) {
            compiler.add(statement)
        }
        compiler.reportOpenBlocks()
        let automaton = LiteralAutomatonBuilder(compiler.literals.entries)
        let image = try compiler.builder.image(literalRules: automaton.owners, automaton: automaton.tables)
        return Output(image: image, diagnostics: compiler.diagnostics)
    }

    private mutating func add(_ statement: PatternStatement) {
        switch statement.action {
        case .rule(let pattern, let second, let result):
            guard isSound(pattern, second, result, statement.line) else { return }
            literals.add(pattern, rule: builder.ruleCount)
            builder.addRule(
                line: statement.line.firstLine, .init(pattern.text, pattern.flags),
                second: second.map { .init($0.text, $0.flags) }, template: result.template)
        case .openBlock(let pattern):
            let help = PatternStatement.droppedBlockHelp
            guard groupCount(of: pattern, statement.line, help: help) != nil else { return }
            literals.add(pattern, rule: builder.ruleCount)
            builder.openBlock(line: statement.line.firstLine, .init(pattern.text, pattern.flags))
        case .closeBlock(let extraText):
            if !builder.closeBlock() {
                report(.error, statement.line, 0, "\"endif\" without an \"if\" is ignored")
            } else if let extraText {
                report(.warning, statement.line, extraText, "text after \"endif\" is ignored")
            }
        }
    }

    /// Whether both patterns compile and the result names none but the first one's groups. What is wrong is
    /// reported.
    private mutating func isSound(
        _ pattern: PatternExpression, _ second: PatternExpression?, _ result: PatternResult,
        _ line: LogicalLine
    ) -> Bool {
        guard let groups = groupCount(of: pattern, line) else { return false }
        let largest = result.template.largestGroup
        guard largest <= groups else {
            let count = groups == 0 ? "no groups" : groups == 1 ? "one group" : "\(groups) groups"
            report(
                .error, line, result.offsetOfLargestGroup,
                "the result names group \(largest), but the pattern has \(count); the rule is skipped")
            return false
        }
        guard let second else { return true }
        return groupCount(of: second, line) != nil
    }

    /// `nil` when the pattern does not compile, which is reported.
    private mutating func groupCount(
        of pattern: PatternExpression, _ line: LogicalLine, help: String? = nil
    ) -> Int? {
        do {
            return try PatternTableProgram(pattern.text.span, kind: kind, flags: pattern.flags).groupCount
        } catch {
            report(
                .error, line, pattern.offset + (error.offset ?? 0), "\(error.reason); the line is skipped",
                help: help)
            return nil
        }
    }

    private mutating func reportOpenBlocks() {
        for line in builder.openBlockLines.reversed() {
            let position = SourcePosition(line: line, column: 1)
            diagnostics.append(
                Diagnostic(
                    .warning, file: file, position: position, "\"if\" without an \"endif\"",
                    help: "the block ends with the table"))
        }
    }

    private mutating func report(
        _ severity: Severity, _ line: LogicalLine, _ offset: Int, _ message: String, help: String? = nil
    ) {
        let place = line.position(ofTextOffset: offset)
        let position = SourcePosition(line: place.line, column: place.column)
        diagnostics.append(Diagnostic(severity, file: file, position: position, message, help: help))
    }
}

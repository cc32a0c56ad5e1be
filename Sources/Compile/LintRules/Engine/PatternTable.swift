import Diagnostics
import PatternMatching
import TableFormat
import TableSources

/// A table of patterns and everything that names it.
struct PatternTable {
    let text: TableText
    let kind: PatternImage.Kind
    var uses: [TableUse]
    let statements: [PatternStatement]
    /// What is wrong with lines; patterns are not compiled.
    let diagnostics: [Diagnostic]

    init(_ text: TableText, _ kind: PatternImage.Kind, _ use: TableUse) {
        self.text = text
        self.kind = kind
        uses = [use]
        var reader = PatternSourceReader(kind: kind, file: text.file)
        var diagnostics: [Diagnostic] = []
        var statements: [PatternStatement] = []
        while let statement = reader.next(in: text.lines.bytes.span, diagnostics: &diagnostics) {
            statements.append(statement)
        }
        self.statements = statements
        self.diagnostics = diagnostics
    }

    static func all(_ context: LintContext) -> [PatternTable] {
        var tables: [PatternTable] = []
        var known: [String: Int] = [:]
        for use in context.tableUses {
            if let index = known[use.identity] {
                tables[index].uses.append(use)
            } else if let table = context.patternTable(of: use) {
                known[use.identity] = tables.count
                tables.append(table)
            }
        }
        return tables
    }

    /// Where a pattern stands, with its delimiters.
    func range(of pattern: PatternExpression, _ line: PatternStatement) -> SourceRange {
        range(pattern.offset - 1..<pattern.offset + pattern.text.count + 1, line)
    }

    /// Where a part of the text of a logical line stands.
    func range(_ part: Range<Int>, _ statement: PatternStatement) -> SourceRange {
        text.range(statement.line.sourceRange(part))
    }

    /// Whether its keys are lines of messages and of protocols, and not addresses, hosts or users.
    var hasTextKeys: Bool {
        uses.allSatisfy { use in
            ["_checks", "_filter", "_filter_maps", "_footer_maps"].contains { use.parameter.hasSuffix($0) }
        }
    }
}

extension PatternStatement {
    /// The patterns of a statement.
    var patterns: [PatternExpression] {
        switch action {
        case .rule(let first, let second, _): [first, second].compactMap { $0 }
        case .openBlock(let pattern): [pattern]
        case .closeBlock: []
        }
    }
}

extension PatternImage.Template {
    /// The result with asterisks in the place of groups.
    var text: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): String(decoding: text, as: UTF8.self)
            case .group: "*"
            }
        }.joined()
    }
}

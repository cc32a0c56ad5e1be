import Diagnostics
import PatternMatching
import TableFormat
import TableSources

/// A file of patterns and everything that names it.
struct PatternTable {
    let file: String
    let kind: PatternImage.Kind
    var uses: [TableUse]
    let statements: [PatternStatement]
    /// What is wrong with lines; patterns are not compiled.
    let diagnostics: [Diagnostic]

    static func all(_ context: LintContext) -> [PatternTable] {
        var tables: [PatternTable] = []
        var known: [String: Int] = [:]
        for use in context.tableUses {
            guard let table = use.table, table.type == .pcre || table.type == .regexp else { continue }
            if let index = known["\(table)"] {
                tables[index].uses.append(use)
            } else if let (file, statements, diagnostics) = context.patternStatements(of: use) {
                known["\(table)"] = tables.count
                tables.append(
                    PatternTable(
                        file: file, kind: table.type == .pcre ? .pcre : .regexp, uses: [use],
                        statements: statements, diagnostics: diagnostics))
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
        SourceRange(file: file, bytes: statement.line.sourceRange(part))
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

/// A file of networks and everything that names it.
struct AddressTable {
    let file: String
    var uses: [TableUse]
    let source: CIDRTableSource

    static func all(_ context: LintContext) -> [AddressTable] {
        var tables: [AddressTable] = []
        var known: [String: Int] = [:]
        for use in context.tableUses {
            guard use.table?.type == .cidr, let path = use.path else { continue }
            if let index = known[path] {
                tables[index].uses.append(use)
            } else if let source = context.addressTable(of: use) {
                known[path] = tables.count
                tables.append(
                    AddressTable(file: context.files.location(of: path), uses: [use], source: source))
            }
        }
        return tables
    }
}

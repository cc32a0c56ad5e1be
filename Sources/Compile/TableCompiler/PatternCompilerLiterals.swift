import PatternMatching
import TableFormat
import TableSources

/// The literals that the patterns of a table require, and which rules require them.
struct PatternCompilerLiterals {
    private let kind: PatternImage.Kind
    private(set) var entries: [LiteralAutomatonBuilder.Entry] = []

    init(kind: PatternImage.Kind) { self.kind = kind }

    /// Takes in the pattern of `rule`.
    mutating func add(_ pattern: PatternExpression, rule: Int) {
        guard let syntax = syntax(of: pattern),
            let required = RequiredLiterals(of: pattern.text, syntax: syntax)
        else { return }
        for literal in required.alternatives { entries.append(.init(literal: literal, owner: rule)) }
    }

    /// `nil` for grammars whose literals are not looked for.
    private func syntax(of pattern: PatternExpression) -> RequiredLiterals.Syntax? {
        switch (kind, pattern.flags.contains(.extended)) {
        case (.pcre, false): .perl
        case (.regexp, true): .posixExtended
        case (.pcre, true), (.regexp, false): nil
        }
    }
}

import PatternMatching
import TableFormat
import TableSources

/// The literals that the patterns of a table require, and which rules require them.
struct PatternCompilerLiterals {
    private let kind: PatternImage.Kind
    private var rulesByLiteral: [[UInt8]: [Int]] = [:]

    init(kind: PatternImage.Kind) { self.kind = kind }

    /// All literals, in no order.
    var all: [[UInt8]] { Array(rulesByLiteral.keys) }

    /// For each of `literals` the rules that require it, ascending.
    func rules(of literals: [[UInt8]]) -> [[Int]] { literals.map { rulesByLiteral[$0] ?? [] } }

    /// Takes in the pattern of `rule`; rules come in order.
    mutating func add(_ pattern: PatternExpression, rule: Int) {
        guard let syntax = syntax(of: pattern),
            let required = RequiredLiterals(of: pattern.text, syntax: syntax)
        else { return }
        for literal in required.alternatives { rulesByLiteral[literal, default: []].append(rule) }
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

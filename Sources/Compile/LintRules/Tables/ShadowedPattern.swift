import ByteScanning
import TableFormat
import TableSources

/// A pattern that an earlier one makes unreachable.
struct ShadowedPattern: Rule {
    static let documentation = RuleDocumentation(
        "table/shadowed-pattern", .warning, "A pattern that is never reached",
        what: """
            An earlier rule, in the same block or around it, matches whatever this one matches: the same pattern, one that
            matches everything, or text that is part of what this one looks for.
            """,
        why: "The rule never has an effect, so an exception that it should make is not made.",
        atRunTime: "Nothing is said; the first rule that matches answers.",
        mend: "Put the more special rule first, or take it out.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.patternTables {
            var search = EarlierPatterns(table)
            for statement in table.statements {
                guard let earlier = search.take(statement), let pattern = statement.patterns.first,
                    let first = earlier.patterns.first
                else { continue }
                findings.add(
                    at: table.range(of: pattern, statement),
                    "an earlier rule matches all that this one matches, so this one is never reached",
                    notes: [Finding.Note("the rule that answers", at: table.range(of: first, earlier))])
            }
        }
    }
}

/// The rules that a key has passed when it comes to a rule.
private struct EarlierPatterns {
    let table: PatternTable
    /// For each open block, the patterns of its rules.
    private var blocks: [Block] = [Block()]

    private struct Block {
        var shapes: [PatternShape: Int] = [:]
        var texts: [PatternKey: Int] = [:]
        var all: Int?
    }

    private struct PatternKey: Hashable {
        var text: [UInt8]
        var flags: UInt16
    }

    private var count = 0
    private var taken: [PatternStatement] = []
    /// Longer texts are not cut into all their parts.
    private static let longest = 60

    init(_ table: PatternTable) { self.table = table }

    /// Takes a statement in order.
    ///
    /// - Returns: the earlier one that makes it unreachable.
    mutating func take(_ statement: PatternStatement) -> PatternStatement? {
        switch statement.action {
        case .openBlock: blocks.append(Block())
        case .closeBlock: if blocks.count > 1 { blocks.removeLast() }
        case .rule(let pattern, let second, _):
            let shape = PatternShape(pattern, table.kind)
            let key = PatternKey(text: pattern.text, flags: pattern.flags.rawValue)
            if let earlier = find(key, shape) { return taken[earlier] }
            taken.append(statement)
            guard second == nil else { return nil }
            add(pattern, key, shape, taken.count - 1)
        }
        return nil
    }

    private mutating func add(
        _ pattern: PatternExpression, _ key: PatternKey, _ shape: PatternShape?, _ number: Int
    ) {
        let last = blocks.count - 1
        blocks[last].texts[key] = number
        if let shape { blocks[last].shapes[shape] = number }
        if PatternShape.matchesAll(pattern, table.kind) { blocks[last].all = number }
    }

    private func find(_ key: PatternKey, _ shape: PatternShape?) -> Int? {
        for block in blocks {
            if let number = block.all ?? block.texts[key] { return number }
            if let shape, let number = covering(shape, block) { return number }
        }
        return nil
    }

    /// A rule whose text is part of a text that is looked for.
    private func covering(_ shape: PatternShape, _ block: Block) -> Int? {
        let text = shape.text
        guard !block.shapes.isEmpty, text.count <= Self.longest else { return block.shapes[shape] }
        for start in text.indices {
            for end in start + 1...text.count {
                let atStart = start == 0 && shape.isAnchoredAtStart
                let atEnd = end == text.count && shape.isAnchoredAtEnd
                for (first, last) in [(false, false), (true, false), (false, true), (true, true)]
                where (atStart || !first) && (atEnd || !last) {
                    let part = PatternShape(
                        isAnchoredAtStart: first, isAnchoredAtEnd: last, text: text[start..<end])
                    if let number = block.shapes[part] { return number }
                }
            }
        }
        return nil
    }
}

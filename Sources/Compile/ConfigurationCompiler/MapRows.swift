import ByteScanning
import TableSources

/// The rows of a map source with their lines, for explanations.
enum MapRows {
    struct Row {
        /// As the index has it.
        var key: [UInt8]
        var value: [UInt8]
        var line: Int
    }

    /// Calls `body` with each row, in the order of the source, until it returns false.
    static func forEach(in source: Span<UInt8>, _ recipe: IndexRecipe, _ body: (Row) -> Bool) {
        var lines = LogicalLineReader()
        while let line = lines.next(in: source) {
            guard let row = row(line, line.text(in: source), recipe) else { continue }
            guard body(row) else { return }
        }
    }

    private static func row(_ line: LogicalLine, _ text: [UInt8], _ recipe: IndexRecipe) -> Row? {
        switch recipe.grammar {
        case .map:
            guard case .row(let row, _) = MapLine.parse(text.span, checksUTF8: recipe.policy.checksUTF8)
            else {
                return nil
            }
            return Row(
                key: recipe.policy.fold(text.span.extracting(row.key)), value: text.span.bytes(row.value),
                line: line.firstLine)
        case .aliases:
            guard case .entry(let entry) = AliasLine.parse(text.span, checksUTF8: recipe.policy.checksUTF8)
            else { return nil }
            return Row(
                key: AliasLine.quoted(recipe.policy.fold(entry.name.span)), value: entry.value,
                line: line.firstLine)
        }
    }

    /// Calls `body` with each rule of a `cidr`, `pcre` or `regexp` source that gives an answer.
    static func forEachRule(in source: Span<UInt8>, _ body: (Row) -> Void) {
        var lines = LogicalLineReader()
        while let line = lines.next(in: source) {
            let text = line.text(in: source)
            let keyEnd = text.firstIndex(where: ASCII.isSpace) ?? text.count
            let key = Array(text[..<keyEnd])
            let word = String(decoding: key, as: UTF8.self).lowercased()
            guard word != "if", word != "endif", !word.hasPrefix("if/"), !word.hasPrefix("if!") else {
                continue
            }
            let value = text[keyEnd...].drop(while: ASCII.isSpace)
            body(Row(key: key, value: Array(value), line: line.firstLine))
        }
    }
}

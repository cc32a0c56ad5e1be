import ByteScanning
import TableFormat

/// A result of a table, and where it stands.
struct TableResult {
    var text: String
    var range: SourceRange
}

extension LintContext {
    /// The results of a table that stands in a file, each different one once, groups as asterisks; results that are
    /// passwords are left out.
    func results(of use: TableUse) -> [TableResult] {
        guard !use.isSecret, let table = use.table else { return [] }
        switch table.type {
        case .pcre, .regexp: return patternResults(table)
        case .cidr: return addressResults(use)
        case .static:
            return use.range.map { [TableResult(text: table.name, range: $0)] } ?? []
        default: return mapResults(use)
        }
    }

    private func mapResults(_ use: TableUse) -> [TableResult] {
        guard let source = mapSource(of: use) else { return [] }
        // A large table has few different results, or they are addresses, which nobody looks at here.
        var seen: Set<ArraySlice<UInt8>> = []
        return source.rows.compactMap { row in
            let value = source.valueSlice(row)
            guard seen.insert(value).inserted else { return nil }
            return TableResult(
                text: String(decoding: value, as: UTF8.self), range: source.range(ofValue: row))
        }
    }

    private func patternResults(_ table: TableReference) -> [TableResult] {
        let file = files.location(of: table.name)
        guard let patterns = patternTables.first(where: { $0.file == file }) else { return [] }
        return patterns.statements.compactMap { statement in
            guard case .rule(let first, let second, let result) = statement.action,
                let text = self.text(of: file)
            else { return nil }
            let whole = statement.line.sourceRange(0..<(statement.line.pieces.first?.range.count ?? 0))
            let last = second ?? first
            let end = statement.line.sourceRange(last.offset..<last.offset + last.text.count).upperBound
            // After the delimiter and the flags.
            let rest = min(end + 1, whole.upperBound)..<whole.upperBound
            let start = rest.first { ASCII.isSpace(text.bytes[$0]) } ?? whole.lowerBound
            return TableResult(
                text: result.template.text,
                range: SourceRange(
                    file: file, bytes: text.bytes.span.trimming(start..<max(start, whole.upperBound))))
        }
    }

    private func addressResults(_ use: TableUse) -> [TableResult] {
        guard let path = use.path,
            let table = addressTables.first(where: { $0.file == files.location(of: path) }),
            let lines = text(of: table.file)
        else { return [] }
        return table.source.rows.compactMap { row in
            guard case .answer(_, let text) = row.rule else { return nil }
            let line = lines.range(ofLine: row.line)
            let key = line.first { ASCII.isSpace(lines.bytes[$0]) } ?? line.lowerBound
            return TableResult(
                text: String(decoding: table.source.texts[text], as: UTF8.self),
                range: SourceRange(
                    file: table.file, bytes: lines.bytes.span.trimming(key..<line.upperBound)))
        }
    }
}

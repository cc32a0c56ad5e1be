import ByteScanning
import TableFormat
import TableSources

/// A result of a table.
struct TableResult {
    let text: String
    private let locate: () -> SourceRange

    init(text: String, range: @escaping @autoclosure () -> SourceRange) {
        self.text = text
        locate = range
    }

    /// Where it stands; found out when it is asked, because a large table has few results that are worth a word.
    var range: SourceRange { locate() }
}

extension LintContext {
    /// The results of a table that can be read here, each different one once, groups as asterisks; results that are
    /// passwords, or keys of another table, are left out.
    func results(of use: TableUse) -> [TableResult] {
        guard !use.isSecret, !use.isIntermediate, let table = use.table else { return [] }
        switch table.type {
        case .pcre, .regexp: return patternResults(use)
        case .cidr: return addressResults(use)
        case .static: return staticResults(table, use)
        case .randmap: return randomResults(use)
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

    private func staticResults(_ table: TableReference, _ use: TableUse) -> [TableResult] {
        let value = table.staticValue
        guard let text = nameText(of: use), let value else {
            return use.range.flatMap { range in value.map { [TableResult(text: $0, range: range)] } } ?? []
        }
        let bytes = text.lines.bytes.span
        let place = bytes.trimming(1..<bytes.count - 1)
        return [TableResult(text: value, range: text.range(place))]
    }

    private func randomResults(_ use: TableUse) -> [TableResult] {
        guard let text = nameText(of: use) else { return [] }
        do throws(BraceFault) {
            return try BraceList.items(of: text.lines.bytes.span).map {
                TableResult(
                    text: String(decoding: text.lines.bytes[$0], as: UTF8.self), range: text.range($0))
            }
        } catch {
            return []
        }
    }

    private func patternResults(_ use: TableUse) -> [TableResult] {
        guard let table = patternTable(of: use) else { return [] }
        return table.statements.compactMap { statement in
            guard case .rule(let first, let second, let result) = statement.action else { return nil }
            let whole = statement.line.sourceRange(0..<(statement.line.pieces.first?.range.count ?? 0))
            let last = second ?? first
            let end = statement.line.sourceRange(last.offset..<last.offset + last.text.count).upperBound
            let bytes = table.text.lines.bytes
            // After the delimiter and the flags.
            let rest = min(end + 1, whole.upperBound)..<whole.upperBound
            let start = rest.first { ASCII.isSpace(bytes[$0]) } ?? whole.lowerBound
            let place = bytes.span.trimming(start..<max(start, whole.upperBound))
            return TableResult(text: result.template.text, range: table.text.range(place))
        }
    }

    private func addressResults(_ use: TableUse) -> [TableResult] {
        guard let table = addressTable(of: use) else { return [] }
        let lines = table.text.lines
        return table.source.rows.compactMap { row in
            guard case .answer(_, let text) = row.rule else { return nil }
            func place() -> SourceRange {
                let line = lines.range(ofLine: row.line)
                let key = line.first { ASCII.isSpace(lines.bytes[$0]) } ?? line.lowerBound
                return table.text.range(lines.bytes.span.trimming(key..<line.upperBound))
            }
            return TableResult(
                text: String(decoding: table.source.texts[text], as: UTF8.self), range: place())
        }
    }
}

extension TableReference {
    /// The answer of a `static` table, without the braces that may stand around it; `nil` when they are wrong.
    var staticValue: String? {
        let bytes = Array(name.utf8)
        guard InlineRules.isInline(bytes.span) else { return name }
        do throws(BraceFault) {
            let content = try BraceList.content(of: 0..<bytes.count, in: bytes.span)
            return String(decoding: bytes[content], as: UTF8.self)
        } catch {
            return nil
        }
    }
}

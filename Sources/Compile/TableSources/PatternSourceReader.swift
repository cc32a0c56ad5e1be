import ByteScanning
import Diagnostics
import TableFormat

/// Reads the statements of a pcre or regexp table in order. What it cannot read it reports and passes over,
/// as Postfix does.
public struct PatternSourceReader: Sendable {
    private let kind: PatternImage.Kind
    private let file: String
    private let transform: ValueTransform?
    private var lines = LogicalLineReader()

    /// - Parameters:
    ///   - file: The name of the table for diagnostics.
    ///   - transform: What each result becomes before its groups are looked for.
    public init(kind: PatternImage.Kind, file: String, transform: ValueTransform? = nil) {
        self.transform = transform
        self.kind = kind
        self.file = file
    }

    /// The next statement, `nil` at the end.
    public mutating func next(in source: Span<UInt8>, diagnostics: inout [Diagnostic]) -> PatternStatement? {
        while let line = lines.next(in: source) {
            let text = Self.statementText(line.text(in: source))
            guard let first = text.first else { continue }
            var report = PatternReport(file: file, line: line)
            let action =
                ASCII.isSpace(first)
                ? Self.strayContinuation(&report) : readAction(text, beginningWith: first, &report)
            diagnostics.append(contentsOf: report.diagnostics)
            if let action { return PatternStatement(action: action, line: line) }
        }
        return nil
    }

    /// A line ends at a NUL; white space at its end is no part of it, unless there is nothing else.
    private static func statementText(_ line: [UInt8]) -> [UInt8] {
        let text = line.prefix { $0 != 0 }
        guard let last = text.lastIndex(where: { !ASCII.isSpace($0) }) else { return Array(text.prefix(1)) }
        return Array(text[...last])
    }

    private static func strayContinuation(_ report: inout PatternReport) -> PatternStatement.Action? {
        report.error(at: 0, "a line that begins with white space continues no line; it is skipped")
        return nil
    }

    private func readAction(
        _ text: [UInt8], beginningWith first: UInt8, _ report: inout PatternReport
    ) -> PatternStatement.Action? {
        guard ASCII.isAlphanumeric(first) else { return readRule(text, &report) }
        let word = String(decoding: text.prefix { ASCII.isAlphanumeric($0) }, as: UTF8.self)
        switch word.lowercased() {
        case "if": return readBlock(text, &report)
        case "endif":
            let end = word.utf8.count
            return .closeBlock(
                extraText: text.count == end ? nil : text.span.trimming(end..<text.count).lowerBound)
        default:
            report.error(at: 0, "neither a rule nor \"if\" nor \"endif\"; the line is skipped")
            return nil
        }
    }

    private func readBlock(_ text: [UInt8], _ report: inout PatternReport) -> PatternStatement.Action? {
        var reader = PatternExpressionReader(kind: kind, text: text, offset: 2)
        guard let pattern = reader.read(&report) else {
            report.explainDroppedBlock()
            return nil
        }
        reader.skipSpace()
        if reader.offset < text.count {
            report.warning(
                at: reader.offset, "text after the pattern of \"if\" is ignored",
                help: "do not put white space before rules between \"if\" and \"endif\"")
        }
        return .openBlock(pattern)
    }

    private func readRule(_ text: [UInt8], _ report: inout PatternReport) -> PatternStatement.Action? {
        var reader = PatternExpressionReader(kind: kind, text: text, offset: 0)
        guard let pattern = reader.read(&report) else { return nil }
        var second: PatternExpression?
        if kind == .regexp, reader.offset < text.count, text[reader.offset] == UInt8(ascii: "!") {
            second = reader.read(&report)
            if second == nil { return nil }
        }
        reader.skipSpace()
        if reader.offset == text.count {
            report.warning(at: reader.offset, "the rule has no result; it answers with empty text")
        }
        var text = text
        if let transform, reader.offset < text.count {
            switch transform(text.span.extracting(reader.offset..<text.count)) {
            case .success(let stored): text = Array(text[..<reader.offset]) + stored
            case .failure(let dropped):
                report.error(at: reader.offset, "\(dropped.message); the rule is skipped")
                return nil
            }
        }
        var results = PatternResultReader(
            text: text, offset: reader.offset, allowsGroups: !pattern.flags.contains(.negated))
        guard let result = results.read(&report) else { return nil }
        return .rule(pattern, second: second, result)
    }
}

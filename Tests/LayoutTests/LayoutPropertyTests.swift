import ByteScanning
import ConfigurationLayout
import ConfigurationSyntax
import Diagnostics
import TableSources
import Testing

/// Random files, before and after.
@Suite struct LayoutPropertyTests {
    /// Random numbers from a seed that is the number of the case.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 31
        }
    }

    private static let cases = 3000

    /// Lines of pieces that mean something to at least one of the readers, and of some that mean nothing.
    private func file(_ pieces: [String], _ numbers: inout Numbers) -> [UInt8] {
        var text = ""
        for _ in 0..<Int.random(in: 0...12, using: &numbers) {
            for _ in 0..<Int.random(in: 0...5, using: &numbers) {
                text += pieces.randomElement(using: &numbers) ?? ""
            }
            text += ["\n", "\r\n", "\n", "\n ", "\n\n", " \n\t"].randomElement(using: &numbers) ?? ""
        }
        return Array(text.utf8)
    }

    @Test func `main cf has the same settings`() throws {
        let pieces = [
            "a", "=", " = ", " ", "\t", "mydestination", "mynetworks=", "smtpd_banner = ", "b,c", "$a", "# x",
            "{ a  b", "}", "\\", "\"", "ä", ", ",
        ]
        for number in 0..<Self.cases {
            var numbers = Numbers(state: UInt64(number))
            let before = SourceFile(path: "main.cf", bytes: file(pieces, &numbers))
            let after = SourceFile(path: "main.cf", bytes: MainLayout.text(of: before))
            try #require(
                settings(before) == settings(after),
                "case \(number): \(String(decoding: before.bytes, as: UTF8.self))")
            try #require(MainLayout.text(of: after) == after.bytes, "case \(number)")
        }
    }

    /// Names and values in order; of lists their words.
    private func settings(_ source: SourceFile) -> [[[UInt8]]] {
        MainSyntax(source).entries.map { entry in
            switch entry.content {
            case .malformed: return [entry.text.bytes]
            case .setting(let name, let value):
                guard ["mydestination", "mynetworks"].contains(name.string) else {
                    return [name.bytes, value.bytes]
                }
                let span = value.bytes.span
                let words = WordScanner.words(
                    0..<span.count, in: span, separator: WordScanner.isListSeparator)
                return [name.bytes] + words.map { span.bytes($0) }
            }
        }
    }

    @Test func `master cf has the same words`() throws {
        let pieces = [
            "smtp", " inet ", " n ", " - ", "-", " smtpd", " -o a=b", " -o { a = b  c }", "\t", "# x", "{",
            "}",
            "a unix - - n - - smtp", " \"x", "ä",
        ]
        for number in 0..<Self.cases {
            var numbers = Numbers(state: UInt64(number))
            let before = SourceFile(path: "master.cf", bytes: file(pieces, &numbers))
            let after = SourceFile(path: "master.cf", bytes: MasterLayout.text(of: before))
            let words = MasterSyntax(before).entries.map { $0.words.map(\.bytes) }
            try #require(words == MasterSyntax(after).entries.map { $0.words.map(\.bytes) }, "case \(number)")
            try #require(MasterLayout.text(of: after) == after.bytes, "case \(number)")
        }
    }

    @Test func `a map has the same rows, whatever it is read as`() throws {
        let pieces = [
            "a", "a@b.example", " ", "\t", "  x", ":", "\"a b\"", "\"", "# x", "/a b/ OK", "!/a/",
            "1.2.3.0/24", ",",
            "\\", "if", "endif", "ä", "|cmd", "b c",
        ]
        for number in 0..<Self.cases {
            var numbers = Numbers(state: UInt64(number))
            let before = file(pieces, &numbers)
            let after = MapLayout.text(of: SourceFile(path: "map", bytes: before), grammar: .rows)
            let comment = Comment(rawValue: "case \(number): \(String(decoding: before, as: UTF8.self))")
            try #require(rows(before) == rows(after), comment)
            try #require(aliases(before) == aliases(after), comment)
            try #require(networks(before) == networks(after), comment)
            try #require(statements(before) == statements(after), comment)
        }
    }

    private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var reader = LogicalLineReader()
        var lines: [[UInt8]] = []
        while let line = reader.next(in: bytes.span) { lines.append(line.text(in: bytes.span)) }
        return lines
    }

    private func rows(_ bytes: [UInt8]) -> [[[UInt8]]] {
        lines(bytes).compactMap { text in
            guard case .row(let row, _) = MapLine.parse(text.span, checksUTF8: false) else { return nil }
            return [text.span.bytes(row.key), text.span.bytes(row.value)]
        }
    }

    private func aliases(_ bytes: [UInt8]) -> [[[UInt8]]] {
        lines(bytes).compactMap { text in
            guard case .entry(let entry) = AliasLine.parse(text.span, checksUTF8: false) else { return nil }
            return [entry.name, entry.value]
        }
    }

    private func networks(_ bytes: [UInt8]) -> [CIDRRule] {
        CIDRTableSource(parsing: bytes.span, file: "map").rows.map(\.rule)
    }

    private func statements(_ bytes: [UInt8]) -> [String] {
        var reader = PatternSourceReader(kind: .pcre, file: "map")
        var diagnostics: [Diagnostic] = []
        var statements: [String] = []
        while let statement = reader.next(in: bytes.span, diagnostics: &diagnostics) {
            switch statement.action {
            case .rule(let pattern, _, let result):
                statements.append("\(pattern.text) \(pattern.flags) \(result.template)")
            case .openBlock(let pattern): statements.append("if \(pattern.text) \(pattern.flags)")
            case .closeBlock: statements.append("endif")
            }
        }
        return statements
    }
}

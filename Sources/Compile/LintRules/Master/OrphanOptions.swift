import ByteScanning
import ConfigurationSyntax

/// Options that belong to a service whose first line is commented out: they go to the service before it.
struct OrphanOptions: Rule {
    static let documentation = RuleDocumentation(
        "master/orphan-options", .warning, "Options below a service that is commented out",
        what: """
            The first line of a service is a comment, the lines with its options are not. A comment does not end a
            line that goes on, so the options are those of the service above.
            """,
        why: """
            The service above gets options that were never meant for it: port 25 with the TLS wrapper or the
            restrictions of submission.
            """,
        atRunTime: "Nothing is said. The options work for the service above.",
        mend: "Comment out the options, too, or the first line not.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        guard let master = context.directory.master,
            let text = context.text(of: master.source.path)
        else { return }
        for entry in master.entries {
            guard let line = entry.words.first?.line else { continue }
            for (piece, next) in zip(line.pieces, line.pieces.dropFirst()) where next.line > piece.line + 1 {
                let header = (piece.line + 1..<next.line).last { Self.isHeader(text.text(ofLine: $0)) }
                guard let header, let owner = entry.words.first else { continue }
                let range = SourceRange(file: master.source.path, bytes: trimmed(next.range, text))
                findings.add(
                    at: range,
                    "this belongs to the service \"\(owner.string)\", not to the one in the comment above",
                    notes: [
                        Finding.Note(
                            "the comment", at: context.range(file: master.source.path, line: header)),
                        Finding.Note("the service", at: context.range(inMaster: owner)),
                    ], help: "comment this out, too")
            }
        }
    }

    private func trimmed(_ range: Range<Int>, _ text: TextLines) -> Range<Int> {
        text.bytes.span.trimming(range)
    }

    /// Whether a comment has the columns of a service.
    private static func isHeader(_ line: [UInt8]) -> Bool {
        let text = String(decoding: line.drop { $0 == ASCII.numberSign || ASCII.isSpace($0) }, as: UTF8.self)
        let words = text.split { $0.isWhitespace }
        let types: Set<Substring> = ["inet", "unix", "fifo", "pass", "unix-dgram"]
        return line.first == ASCII.numberSign && words.count >= 8 && types.contains(words[1])
            && words[2...4].allSatisfy { ["y", "n", "-"].contains($0) }
    }
}

import ByteScanning
import ConfigurationSyntax

/// Match lists that have files: `/file/name` stands for what the file has, and `!/file/name` for the contrary of each of
/// its members (postconf(5), `mynetworks`).
extension LintContext {
    /// The members of a list, those of its files in their place. A file that cannot be read stays a member.
    func members(_ words: [ExpandedWord]) -> [ExpandedWord] { members(words, depth: 0) }

    private static let maximumDepth = 20

    private func members(_ words: [ExpandedWord], depth: Int) -> [ExpandedWord] {
        guard words.contains(where: { $0.listFile != nil }) else { return words }
        return words.flatMap { word -> [ExpandedWord] in
            guard depth < Self.maximumDepth, let path = word.listFile, let text = readText(path) else {
                return [word]
            }
            return members(self.words(of: text, files.location(of: path), word), depth: depth + 1)
        }
    }

    private func words(of text: TextLines, _ file: String, _ list: ExpandedWord) -> [ExpandedWord] {
        var words: [ExpandedWord] = []
        let isNegated = list.isNegated
        var reader = LogicalLineReader()
        while let line = reader.next(in: text.bytes.span) {
            let content = line.text(in: text.bytes.span)
            let parts = WordScanner.words(
                0..<content.count, in: content.span, separator: WordScanner.isListSeparator)
            for part in parts {
                var word = list
                word.text = (isNegated ? "!" : "") + String(decoding: content[part], as: UTF8.self)
                word.range = SourceRange(file: file, bytes: line.sourceRange(part))
                word.via += list.range.map { [$0] } ?? []
                words.append(word)
            }
        }
        return words
    }

    /// Whether something stands in main.cf or master.cf, and not in a file that they name.
    func isInConfiguration(_ range: SourceRange) -> Bool {
        range.file == directory.main.source.path || range.file == directory.master?.source.path
    }
}

extension ExpandedWord {
    /// Whether an odd number of `!` stands before it.
    var isNegated: Bool { text.prefix { $0 == "!" }.count % 2 == 1 }

    /// The file that it is as a member of a match list.
    var listFile: String? {
        let name = text.drop { $0 == "!" }
        return name.hasPrefix("/") ? String(name) : nil
    }
}

import ByteScanning
import Diagnostics

/// The `# postroom: allow rule` comments of a file: each is for the next line that is no comment, with what continues it
/// where that is the first line of an entry.
struct Allowances {
    private var allowed: [(words: [String], lines: ClosedRange<Int>)] = []

    private static let mark = "postroom: allow "

    init(_ text: TextLines) {
        var pending: [String] = []
        for line in 1...max(1, text.count) {
            let bytes = text.text(ofLine: line)
            guard let first = bytes.first(where: { !ASCII.isSpace($0) }) else { continue }
            if first == ASCII.numberSign {
                pending += Self.words(of: String(decoding: bytes, as: UTF8.self))
            } else if !pending.isEmpty {
                allowed.append((pending, line...Self.endOfEntry(text, from: line)))
                pending = []
            }
        }
    }

    func allows(_ documentation: RuleDocumentation, line: Int) -> Bool {
        allowed.contains { $0.lines.contains(line) && $0.words.contains(where: documentation.isNamed) }
    }

    private static func words(of comment: String) -> [String] {
        let text = comment.drop { $0 == "#" || $0 == " " || $0 == "\t" }
        guard text.hasPrefix(mark) else { return [] }
        return text.dropFirst(mark.count).split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    /// A line that begins with white space stands for itself; another one has the lines that continue it.
    private static func endOfEntry(_ text: TextLines, from first: Int) -> Int {
        guard let byte = text.text(ofLine: first).first, !ASCII.isSpace(byte) else { return first }
        var end = first
        while end < text.count {
            let next = text.text(ofLine: end + 1)
            guard let byte = next.first else { break }
            guard ASCII.isSpace(byte) || byte == ASCII.numberSign else { break }
            end += 1
        }
        return end
    }
}

import ByteScanning
import Diagnostics

/// The syntax of main.cf (postconf(5)): every byte of the file is in one item, in order.
public struct MainSyntax: Sendable {
    public let source: SourceFile
    public let items: [Item]

    public enum Item: Sendable {
        /// Comments and blank lines between entries.
        case trivia(Range<Int>)
        case entry(Entry)
    }

    /// `name = value`, with its continuation lines and the comments between them.
    public struct Entry: Sendable {
        /// Bytes of the file, the last newline included.
        public let range: Range<Int>
        public let content: Content
        /// What a person sees of the line.
        public let text: LineText
    }

    public enum Content: Sendable {
        case setting(name: LineText, value: LineText)
        case malformed(Fault, at: SourcePosition)
    }

    /// Why a line is no setting.
    public enum Fault: Sendable, Equatable {
        case missingName, missingEquals
        /// White space where nothing stands before it that the line could continue.
        case strayLine

        public var message: String {
            switch self {
            case .missingName: "missing attribute name"
            case .missingEquals: "missing '=' after attribute name"
            case .strayLine: "logical line must not start with whitespace"
            }
        }
    }

    public init(_ source: SourceFile) {
        self.source = source
        items = Lines(source).items.map { item in
            switch item {
            case .trivia(let range): .trivia(range)
            case .line(let line, let range):
                .entry(Self.entry(line, range, Lines.text(of: line, in: source).span))
            }
        }
    }

    /// The entries in order, malformed ones too.
    public var entries: [Entry] {
        items.compactMap { item in
            if case .entry(let entry) = item { entry } else { nil }
        }
    }

    private static func entry(_ line: LogicalLine, _ range: Range<Int>, _ text: Span<UInt8>) -> Entry {
        let trimmed = text.trimming(0..<text.count)
        let whole = LineText(line, 0..<text.count, in: text)
        if trimmed.lowerBound > 0 {
            return Entry(
                range: range, content: .malformed(.strayLine, at: whole.position()), text: whole)
        }
        var nameEnd = trimmed.lowerBound
        while nameEnd < trimmed.upperBound, !ASCII.isSpace(text[nameEnd]), text[nameEnd] != ASCII.equals {
            nameEnd += 1
        }
        func malformed(_ fault: Fault, _ offset: Int) -> Entry {
            let content = Content.malformed(fault, at: whole.position(offset - trimmed.lowerBound))
            return Entry(range: range, content: content, text: whole)
        }
        guard nameEnd > trimmed.lowerBound else { return malformed(.missingName, nameEnd) }
        var equals = nameEnd
        while equals < trimmed.upperBound, ASCII.isSpace(text[equals]) { equals += 1 }
        guard equals < trimmed.upperBound, text[equals] == ASCII.equals else {
            return malformed(.missingEquals, nameEnd)
        }
        let name = LineText(line, trimmed.lowerBound..<nameEnd, in: text)
        let value = LineText(line, text.trimming(equals + 1..<trimmed.upperBound), in: text)
        return Entry(range: range, content: .setting(name: name, value: value), text: whole)
    }
}

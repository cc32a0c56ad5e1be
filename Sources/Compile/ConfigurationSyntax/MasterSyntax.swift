import ByteScanning
import Diagnostics

/// The syntax of master.cf (master(5)): every byte of the file is in one item, in order.
public struct MasterSyntax: Sendable {
    public let source: SourceFile
    public let items: [Item]

    public enum Item: Sendable {
        /// Comments and blank lines between entries.
        case trivia(Range<Int>)
        case entry(Entry)
        /// A line that begins with white space where nothing stands before it that it could continue.
        case strayLine(Range<Int>, LineText)
    }

    /// A service with its arguments.
    public struct Entry: Sendable {
        /// Bytes of the file, the last newline included.
        public let range: Range<Int>
        /// The words of the line: eight columns, then arguments. Braces keep what they enclose together.
        public let words: [LineText]
        /// What a person sees of the line.
        public let text: LineText

        /// Columns before the arguments.
        public static let columnCount = 8

        /// Whether it has all columns.
        public var isComplete: Bool { words.count >= Self.columnCount }
    }

    public init(_ source: SourceFile) {
        self.source = source
        items = Lines(source).items.map { item in
            switch item {
            case .trivia(let range): .trivia(range)
            case .line(let line, let range):
                Self.item(line, range, Lines.text(of: line, in: source))
            }
        }
    }

    public var entries: [Entry] {
        items.compactMap { item in
            if case .entry(let entry) = item { entry } else { nil }
        }
    }

    private static func item(_ line: LogicalLine, _ range: Range<Int>, _ text: [UInt8]) -> Item {
        let bytes = text.span
        let whole = LineText(line, 0..<bytes.count, in: bytes)
        if let first = text.first, ASCII.isSpace(first) { return .strayLine(range, whole) }
        return .entry(Entry(range: range, words: words(line, bytes), text: whole))
    }

    private static func words(_ line: LogicalLine, _ text: Span<UInt8>) -> [LineText] {
        WordScanner.words(0..<text.count, in: text, separator: WordScanner.isBlank).map {
            LineText(line, $0, in: text)
        }
    }
}

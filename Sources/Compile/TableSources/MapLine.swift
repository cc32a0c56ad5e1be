import ByteScanning
import Diagnostics

/// A row of a map source: `key whitespace value` (postmap(1), "INPUT FILE FORMAT").
public struct MapLine: Sendable, Equatable {
    /// Where the key and the value are in the text of the logical line. Quotes belong to the key.
    public var key: Range<Int>
    public var value: Range<Int>

    /// What a logical line turns out to be.
    public enum Outcome: Sendable, Equatable {
        case row(MapLine, warning: Fault?)
        /// The line is left out.
        case dropped(Fault)
    }

    /// What is wrong with a line, and at which byte of its text.
    public struct Fault: Sendable, Equatable {
        public var severity: Severity
        public var offset: Int
        public var message: String
        public var help: String?
    }

    /// Parses the joined text of a logical line. A NUL byte ends the text, as it does for Postfix.
    ///
    /// - Parameter checksUTF8: whether text that is not UTF-8 is refused (`smtputf8_enable = yes` without `-u`).
    public static func parse(_ text: Span<UInt8>, checksUTF8: Bool) -> Outcome {
        if let fault = faultOfText(text, checksUTF8: checksUTF8) { return .dropped(fault) }
        let end = text.indices.first { text[$0] == ASCII.nul } ?? text.count
        guard let keyEnd = endOfKey(text, end) else {
            return .dropped(
                Fault(
                    severity: .error, offset: text.indices.first { text[$0] == ASCII.doubleQuote } ?? 0,
                    message: "a quoted key has no closing '\"'; the entry is left out"))
        }
        let value = text.trimming(min(keyEnd + 1, end)..<end)
        guard keyEnd > 0, !value.isEmpty else {
            let name = printable(text.bytes(0..<keyEnd))
            return .dropped(
                Fault(
                    severity: .error, offset: 0,
                    message: "the key \"\(name)\" has no value; the entry is left out",
                    help: end < text.count ? "a NUL byte ends the line" : "expected: key whitespace value"))
        }
        var warning: Fault?
        if text[keyEnd - 1] == ASCII.colon {
            warning = Fault(
                severity: .warning, offset: keyEnd - 1, message: "the entry is in \"key: value\" form",
                help: "use postalias for an alias file")
        }
        return .row(MapLine(key: 0..<keyEnd, value: value), warning: warning)
    }

    /// What makes a logical line useless whatever its grammar is.
    static func faultOfText(_ text: Span<UInt8>, checksUTF8: Bool) -> Fault? {
        guard text.count > 0 else { return Fault(severity: .error, offset: 0, message: "no key") }
        if ASCII.isSpace(text[0]) {
            return Fault(
                severity: .error, offset: 0,
                message: "the first line of an entry begins with white space",
                help: "remove the white space, or put the line after the entry that it continues")
        }
        let end = text.indices.first { text[$0] == ASCII.nul } ?? text.count
        // Postfix looks at what follows a NUL byte unless there is nothing but ASCII before it.
        if checksUTF8, end == 0 || !text.extracting(0..<end).isASCII, !isValidUTF8(text) {
            return Fault(
                severity: .error, offset: 0, message: "the entry is not valid UTF-8; it is left out",
                help: "convert the file to UTF-8, or use -u")
        }
        return nil
    }

    /// The first white space outside quotes; `nil` when a quote is left open. A backslash takes the next byte along.
    private static func endOfKey(_ text: Span<UInt8>, _ end: Int) -> Int? {
        var isQuoted = false
        var index = 0
        while index < end {
            let byte = text[index]
            if byte == ASCII.backslash {
                index += 1
            } else if byte == ASCII.doubleQuote {
                isQuoted.toggle()
            } else if !isQuoted, ASCII.isSpace(byte) {
                break
            }
            index += 1
        }
        return isQuoted ? nil : min(index, end)
    }
}

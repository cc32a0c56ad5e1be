import ByteScanning

/// Cuts a text into words. What braces enclose is not cut.
public enum WordScanner {
    /// - Parameters:
    ///   - range: the part of `text` to cut.
    ///   - separator: which bytes stand between words.
    public static func words(
        _ range: Range<Int>, in text: Span<UInt8>, separator: (UInt8) -> Bool
    ) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard !separator(text[index]) else {
                index += 1
                continue
            }
            let start = index
            var depth = 0
            while index < range.upperBound {
                let byte = text[index]
                if byte == ASCII.openBrace { depth += 1 }
                if byte == ASCII.closeBrace { depth -= 1 }
                if depth <= 0, separator(byte) { break }
                index += 1
            }
            words.append(start..<index)
        }
        return words
    }

    /// Space, tab and the ends of lines: what stands between words of master.cf and of printed values.
    public static func isBlank(_ byte: UInt8) -> Bool {
        byte == ASCII.space || byte == ASCII.tab || byte == ASCII.newline || byte == ASCII.carriageReturn
    }

    /// Commas and white space, as lists in main.cf have them.
    public static func isListSeparator(_ byte: UInt8) -> Bool {
        byte == ASCII.comma || ASCII.isSpace(byte)
    }
}

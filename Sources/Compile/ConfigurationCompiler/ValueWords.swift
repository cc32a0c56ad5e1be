import ByteScanning
import ConfigurationSyntax

extension ValueText {
    /// The words of a list: what stands between commas and white space; braces keep together what they enclose.
    var words: [Range<Int>] {
        WordScanner.words(0..<bytes.count, in: bytes.span, separator: WordScanner.isListSeparator)
    }

    func string(_ word: Range<Int>) -> String { String(decoding: bytes.span.bytes(word), as: UTF8.self) }

    /// The first word of a part of the value; the part itself when it has none.
    func firstWord(_ range: Range<Int>) -> Range<Int> {
        WordScanner.words(range, in: bytes.span, separator: WordScanner.isListSeparator).first ?? range
    }

    /// What a word in braces encloses, without white space at its ends; the word itself when it has none.
    func withoutBraces(_ word: Range<Int>) -> Range<Int> {
        guard word.count >= 2, bytes[word.lowerBound] == ASCII.openBrace,
            bytes[word.upperBound - 1] == ASCII.closeBrace
        else { return word }
        return bytes.span.trimming(word.lowerBound + 1..<word.upperBound - 1)
    }
}

import ByteScanning

/// A list of texts in a generation: each one's length in four bytes, the lowest first, then its UTF-8.
public enum EncodedWords {
    public static func encode(_ words: some Sequence<String>) -> [UInt8] {
        var bytes: [UInt8] = []
        for word in words {
            for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: word.utf8.count >> (8 * shift))) }
            bytes += word.utf8
        }
        return bytes
    }

    /// - Returns: `nil` when the bytes are no such list.
    public static func decode(_ bytes: Span<UInt8>) -> [String]? {
        var words: [String] = []
        var offset = 0
        while offset < bytes.count {
            guard let range = word(at: offset, in: bytes) else { return nil }
            words.append(String(decoding: bytes.bytes(range), as: UTF8.self))
            offset = range.upperBound
        }
        return words
    }

    /// Whether the bytes are such a list.
    public static func isValid(_ bytes: Span<UInt8>) -> Bool {
        var offset = 0
        while offset < bytes.count {
            guard let range = word(at: offset, in: bytes) else { return false }
            offset = range.upperBound
        }
        return true
    }

    private static func word(at offset: Int, in bytes: Span<UInt8>) -> Range<Int>? {
        guard bytes.count - offset >= 4 else { return nil }
        var count = 0
        for index in 0..<4 { count |= Int(bytes[offset + index]) << (8 * index) }
        guard count <= bytes.count - offset - 4 else { return nil }
        let range = offset + 4..<offset + 4 + count
        return isValidUTF8(bytes.extracting(range)) ? range : nil
    }
}

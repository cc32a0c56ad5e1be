/// Small operations on byte strings that the standard library spells only for `String`.
extension Span<UInt8> {
    /// The bytes in `range`, copied.
    public func bytes(_ range: Range<Int>) -> [UInt8] {
        let part = extracting(range)
        return [UInt8](capacity: part.count) { output in
            for index in part.indices { output.append(part[index]) }
        }
    }

    /// All bytes, copied.
    public var bytes: [UInt8] { bytes(0..<count) }

    /// Whether both spans hold the same bytes.
    public func hasSameBytes(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in indices where self[index] != other[index] { return false }
        return true
    }

    /// Whether the bytes from `offset` on begin with `prefix`.
    public func hasPrefix(_ prefix: StaticString, at offset: Int = 0) -> Bool {
        let length = prefix.utf8CodeUnitCount
        guard offset >= 0, count - offset >= length else { return false }
        for index in 0..<length where unsafe self[offset + index] != prefix.utf8Start[index] { return false }
        return true
    }

    /// `range` without white space at either end.
    public func trimming(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, ASCII.isSpace(self[lower]) { lower += 1 }
        while upper > lower, ASCII.isSpace(self[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    /// Whether every byte is below 128.
    public var isASCII: Bool {
        var all: UInt8 = 0
        for index in indices { all |= self[index] }
        return all < 0x80
    }
}

/// Bytes as text for people: what is not UTF-8 becomes U+FFFD, control characters become `?`, and a long text
/// is cut after `limit` characters, as log lines and diagnostics need it.
public func printable(_ bytes: [UInt8], limit: Int = 100) -> String {
    var text = ""
    for (index, character) in String(decoding: bytes, as: UTF8.self).unicodeScalars.enumerated() {
        if index == limit { return text + "..." }
        let isControl = character.value < 0x20 || character.value == 0x7F
        text.unicodeScalars.append(isControl ? "?" : character)
    }
    return text
}

import ByteScanning

/// One byte of a bracket expression, or of a class such as `\d`: one that stands well in an address where there is one.
enum PatternBrackets {
    private static let preferred =
        Array("xa1bcdefghijklmnopqrstuvwyz023456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-._+".utf8)
        + (33...126).filter { $0 != ASCII.at } + [ASCII.at, ASCII.space]

    /// - Parameter start: the place after the opening bracket.
    static func sample(in pattern: [UInt8], from start: Int, isPerl: Bool) -> (byte: UInt8, end: Int)? {
        var index = start
        let isNegated = index < pattern.count && pattern[index] == UInt8(ascii: "^")
        if isNegated { index += 1 }
        var members: [ClosedRange<UInt8>] = []
        var isFirst = true
        while index < pattern.count, isFirst || pattern[index] != UInt8(ascii: "]") {
            isFirst = false
            guard let part = member(pattern, &index, isPerl) else { return nil }
            members += part
        }
        guard index < pattern.count else { return nil }
        let byte = preferred.first { byte in members.contains { $0.contains(byte) } != isNegated }
        return byte.map { ($0, index + 1) }
    }

    /// - Parameter letter: what follows the backslash.
    static func sample(ofClass letter: UInt8) -> UInt8? {
        guard let ranges = ranges(ofClass: letter) else { return nil }
        return preferred.first { byte in ranges.contains { $0.contains(byte) } }
    }

    private static func member(
        _ pattern: [UInt8], _ index: inout Int, _ isPerl: Bool
    ) -> [ClosedRange<UInt8>]? {
        if pattern.span.hasPrefix("[:", at: index) {
            guard let end = pattern[index...].firstIndex(of: UInt8(ascii: "]")), end > index + 3 else {
                return nil
            }
            let name = String(decoding: pattern[(index + 2)..<(end - 1)], as: UTF8.self)
            index = end + 1
            return named[name]
        }
        if pattern.span.hasPrefix("[.", at: index) || pattern.span.hasPrefix("[=", at: index) { return nil }
        var low = pattern[index]
        index += 1
        if isPerl, low == ASCII.backslash {
            guard index < pattern.count else { return nil }
            low = pattern[index]
            index += 1
            if ASCII.isAlphanumeric(low) { return ranges(ofClass: low) }
        }
        guard index + 1 < pattern.count, pattern[index] == ASCII.hyphen,
            pattern[index + 1] != UInt8(ascii: "]")
        else { return [low...low] }
        var high = pattern[index + 1]
        index += 2
        if isPerl, high == ASCII.backslash, index < pattern.count {
            high = pattern[index]
            index += 1
        }
        return low <= high ? [low...high] : nil
    }

    private static let digits: [ClosedRange<UInt8>] = [0x30...0x39]
    private static let letters: [ClosedRange<UInt8>] = [0x41...0x5A, 0x61...0x7A]
    private static let marks: [ClosedRange<UInt8>] = [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
    private static let named: [String: [ClosedRange<UInt8>]] = [
        "alnum": digits + letters, "alpha": letters, "digit": digits, "lower": [0x61...0x7A],
        "upper": [0x41...0x5A], "xdigit": digits + [0x41...0x46, 0x61...0x66], "punct": marks,
        "graph": [0x21...0x7E], "print": [0x20...0x7E], "space": [0x20...0x20], "blank": [0x20...0x20],
        "word": digits + letters + [0x5F...0x5F],
    ]

    private static func ranges(ofClass letter: UInt8) -> [ClosedRange<UInt8>]? {
        switch letter {
        case UInt8(ascii: "d"): digits
        case UInt8(ascii: "w"): named["word"]
        case UInt8(ascii: "s"), UInt8(ascii: "h"): [0x20...0x20]
        case UInt8(ascii: "S"), UInt8(ascii: "D"), UInt8(ascii: "N"): letters
        case UInt8(ascii: "W"): [0x2D...0x2E]
        default: nil
        }
    }
}

/// Base64 with padding and without line breaks (RFC 4648 section 4).
public enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    public static func encode(_ bytes: Span<UInt8>) -> [UInt8] {
        var encoded: [UInt8] = []
        encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let present = min(3, bytes.count - index)
            var group: UInt32 = 0
            for position in 0..<3 {
                group = group << 8 | (position < present ? UInt32(bytes[index + position]) : 0)
            }
            for position in 0..<4 {
                let digit = alphabet[Int(group >> UInt32(18 - 6 * position)) & 63]
                encoded.append(position <= present ? digit : ASCII.equals)
            }
            index += 3
        }
        return encoded
    }

    /// `nil` when the text is not base64: a wrong length, a character outside the alphabet, padding before the end.
    public static func decode(_ text: Span<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count / 4 * 3)
        for start in stride(from: 0, to: text.count, by: 4) {
            let padding = start + 4 == text.count ? paddingLength(text) : 0
            var group: UInt32 = 0
            for position in 0..<4 {
                guard let digit = position < 4 - padding ? value(of: text[start + position]) : 0 else {
                    return nil
                }
                group = group << 6 | digit
            }
            for position in 0..<(3 - padding) {
                decoded.append(UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * position)))
            }
        }
        return decoded
    }

    private static func paddingLength(_ text: Span<UInt8>) -> Int {
        guard text[text.count - 1] == ASCII.equals else { return 0 }
        return text[text.count - 2] == ASCII.equals ? 2 : 1
    }

    private static func value(of digit: UInt8) -> UInt32? {
        switch digit {
        case 0x41...0x5A: UInt32(digit - 0x41)
        case 0x61...0x7A: UInt32(digit - 0x61) + 26
        case 0x30...0x39: UInt32(digit - 0x30) + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}

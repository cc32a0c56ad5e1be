import ByteScanning

/// A row as `-j` prints it: one object with one member, `{"key": "value"}` (RFC 8259).
public enum JSONRow {
    public static func text(key: [UInt8], value: [UInt8]) -> [UInt8] {
        Array("{\"".utf8) + escaped(key) + Array("\": \"".utf8) + escaped(value) + Array("\"}".utf8)
    }

    /// Quotes, backslashes and control characters are escaped; what is not UTF-8 becomes U+FFFD.
    static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        let hexadecimal = Array("0123456789abcdef".utf8)
        var result: [UInt8] = []
        for byte in String(decoding: bytes, as: UTF8.self).utf8 {
            switch byte {
            case ASCII.doubleQuote, ASCII.backslash: result += [ASCII.backslash, byte]
            case ASCII.newline: result += Array("\\n".utf8)
            case ASCII.tab: result += Array("\\t".utf8)
            case ASCII.carriageReturn: result += Array("\\r".utf8)
            case 0..<0x20:
                result += Array("\\u00".utf8) + [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            default: result.append(byte)
            }
        }
        return result
    }
}

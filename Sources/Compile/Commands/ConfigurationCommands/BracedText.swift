import ByteScanning

/// A text that begins with a brace.
struct BracedText {
    /// What the brace encloses, without white space at the ends.
    let inside: [UInt8]
    /// What is wrong with the text, in Postfix's words; `nil` when nothing is.
    let complaint: [UInt8]?

    init(_ text: [UInt8]) {
        var depth = 0
        let end = text.indices.first { index in
            if text[index] == ASCII.openBrace { depth += 1 }
            if text[index] == ASCII.closeBrace { depth -= 1 }
            return depth == 0
        }
        let bytes = text.span
        inside = bytes.bytes(bytes.trimming(1..<(end ?? bytes.count)))
        let message =
            end == nil ? "missing '}'" : end != text.count - 1 ? "syntax error after '}'" : nil
        complaint = message.map { Array("\($0) in \"".utf8) + text + Array("\"".utf8) }
    }
}

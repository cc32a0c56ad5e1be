import ByteScanning
import CommandSupport
import ConfigurationSyntax

/// How a name and its value are printed (postconf(1), `-f -h -H -j`).
struct ValueLayout {
    private let hidesName: Bool
    private let hidesValue: Bool
    private let folds: Bool
    private let isJSON: Bool

    /// Columns of a folded line, and those that its continuation is indented by.
    static let lineLength = 80
    static let indentation = 4

    init(_ options: PostconfOptions) {
        hidesName = options.has(.hidesNames)
        hidesValue = options.has(.hidesValues)
        folds = options.has(.fold)
        isJSON = options.has(.json)
    }

    func append(_ name: [UInt8], _ value: [UInt8], to output: inout OutputBuffer) {
        if isJSON {
            output.append(JSONRow.text(key: name, value: value).span)
        } else if hidesValue {
            output.append(name.span)
        } else {
            appendWords(hidesName ? value : name + Array(" = ".utf8) + value, to: &output)
        }
        output.append(ASCII.newline)
    }

    /// The words of a text with one blank between them, folded if that is asked for.
    private func appendWords(_ text: [UInt8], to output: inout OutputBuffer) {
        let bytes = text.span
        var column = 0
        var start = 0
        while true {
            while start < bytes.count, WordScanner.isBlank(bytes[start]) { start += 1 }
            guard start < bytes.count else { return }
            var end = start
            while end < bytes.count, !WordScanner.isBlank(bytes[end]) { end += 1 }
            if column > 0 {
                if folds, column + 1 + end - start > Self.lineLength {
                    output.appendContinuation()
                    column = Self.indentation
                } else {
                    output.append(ASCII.space)
                    column += 1
                }
            }
            output.append(bytes.extracting(start..<end))
            column += end - start
            start = end
        }
    }
}

extension OutputBuffer {
    /// The end of a line that goes on, indented, on the next.
    mutating func appendContinuation() {
        append(ASCII.newline)
        for _ in 0..<ValueLayout.indentation { append(ASCII.space) }
    }

    mutating func append(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }
}

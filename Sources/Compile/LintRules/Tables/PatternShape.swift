import ByteScanning
import TableFormat
import TableSources

/// What a pattern certainly is: plain text with or without anchors, or everything.
struct PatternShape: Hashable {
    var isAnchoredAtStart: Bool
    var isAnchoredAtEnd: Bool
    /// In lower case.
    var text: [UInt8]

    private static let special = Set("^$.[]|()?*+{}\\".utf8)

    /// `nil` for a pattern that has more than literal text between optional anchors.
    init?(_ pattern: PatternExpression, _ kind: PatternImage.Kind) {
        guard Self.hasUsualFlags(pattern, kind) else { return nil }
        var rest = pattern.text[...]
        isAnchoredAtStart = rest.first == UInt8(ascii: "^")
        if isAnchoredAtStart { rest.removeFirst() }
        isAnchoredAtEnd = false
        text = []
        while let byte = rest.popFirst() {
            if byte == ASCII.backslash {
                guard let next = rest.popFirst(), !ASCII.isAlphanumeric(next), next < 0x80,
                    next != UInt8(ascii: "<"), next != UInt8(ascii: ">"), next != UInt8(ascii: "`"),
                    next != UInt8(ascii: "'")
                else { return nil }
                text.append(next)
            } else if byte == ASCII.dollar, rest.isEmpty {
                isAnchoredAtEnd = true
            } else {
                guard !Self.special.contains(byte) else { return nil }
                text.append(ASCII.lowercased(byte))
            }
        }
    }

    init(isAnchoredAtStart: Bool, isAnchoredAtEnd: Bool, text: some Sequence<UInt8>) {
        self.isAnchoredAtStart = isAnchoredAtStart
        self.isAnchoredAtEnd = isAnchoredAtEnd
        self.text = Array(text)
    }

    /// Letters' case does not count, a line is not a line of its own, and the rule is not turned over.
    static func hasUsualFlags(_ pattern: PatternExpression, _ kind: PatternImage.Kind) -> Bool {
        switch kind {
        case .pcre: pattern.flags == [.caseless, .dotMatchesNewline]
        case .regexp: pattern.flags == [.caseless, .extended]
        }
    }

    /// Whether the pattern matches whatever there is.
    static func matchesAll(_ pattern: PatternExpression, _ kind: PatternImage.Kind) -> Bool {
        guard hasUsualFlags(pattern, kind) else { return false }
        var text = pattern.text[...]
        if text.first == UInt8(ascii: "^") { text.removeFirst() }
        if text.last == ASCII.dollar {
            text.removeLast()
            if text.isEmpty { return pattern.text.count == 1 }
        }
        if text.first == ASCII.openParenthesis, text.last == ASCII.closeParenthesis {
            text = text.dropFirst().dropLast()
        }
        let word = String(decoding: text, as: UTF8.self)
        // A single dot matches every key but an empty one, and there are none.
        return word.isEmpty || word == ".*" || word == ".+" || word == "." && pattern.text.count == 1
    }
}

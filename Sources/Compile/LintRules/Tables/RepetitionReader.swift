import ByteScanning

/// Looks in a Perl-compatible pattern for a repeated group that can match one text in many ways, because it is nothing
/// but a repetition itself. Only what is certain is found.
struct RepetitionReader {
    private let text: [UInt8]
    private let isExtended: Bool
    private var index = 0
    private var found: Range<Int>?

    init(_ text: [UInt8], isExtended: Bool) {
        self.text = text
        self.isExtended = isExtended
    }

    /// A part of a sequence with what repeats it.
    private struct Element {
        /// Whether it may match nothing.
        var isOptional: Bool
        /// Whether it is repeated without limit, and gives back what it took.
        var isUnbounded: Bool
    }

    /// The group and what repeats it.
    mutating func ambiguousRepetition() -> Range<Int>? {
        // Patterns with verbs or comments of white space are left alone.
        guard !isExtended, !text.starts(with: Array("(*".utf8)) else { return nil }
        while index < text.count, found == nil {
            _ = readAlternatives(depth: 0)
            index += 1
        }
        return found
    }

    /// Reads up to the closing bracket or the end.
    ///
    /// - Returns: whether an alternative is one unbounded repetition and nothing else that has to be there.
    private mutating func readAlternatives(depth: Int) -> Bool {
        var isAmbiguous = false
        var elements: [Element] = []
        while index < text.count, text[index] != ASCII.closeParenthesis, depth < 50 {
            if text[index] == UInt8(ascii: "|") {
                isAmbiguous = isAmbiguous || Self.isRepetition(elements)
                elements = []
                index += 1
            } else {
                elements.append(readElement(depth: depth))
            }
        }
        return isAmbiguous || Self.isRepetition(elements)
    }

    private static func isRepetition(_ elements: [Element]) -> Bool {
        elements.indices.contains { index in
            elements[index].isUnbounded
                && elements.indices.allSatisfy { $0 == index || elements[$0].isOptional }
        }
    }

    private mutating func readElement(depth: Int) -> Element {
        let start = index
        var isAmbiguousGroup = false
        var isAssertion = false
        switch text[index] {
        case ASCII.openParenthesis:
            index += 1
            let kind = readGroupStart()
            isAssertion = kind == .assertion
            isAmbiguousGroup = readAlternatives(depth: depth + 1) && kind == .plain
            index += 1
        case UInt8(ascii: "["): skipClass()
        case ASCII.backslash: index += 2
        case UInt8(ascii: "^"), ASCII.dollar:
            isAssertion = true
            index += 1
        default: index += 1
        }
        var element = readRepetition()
        if isAmbiguousGroup, element.isUnbounded, hasMore, found == nil {
            found = start..<min(index, text.count)
        }
        if isAssertion { element.isOptional = true }
        return element
    }

    /// Whether something follows that may fail to match.
    private var hasMore: Bool {
        let rest = text[min(index, text.count)...].drop { $0 == ASCII.closeParenthesis }
        return !rest.isEmpty && !rest.starts(with: Array(".*".utf8))
    }

    private enum GroupKind { case plain, atomic, assertion }

    private mutating func readGroupStart() -> GroupKind {
        guard index + 1 < text.count, text[index] == UInt8(ascii: "?") else { return .plain }
        index += 1
        let rest = String(decoding: text[index...].prefix(2), as: UTF8.self)
        if rest.hasPrefix(":") {
            index += 1
            return .plain
        }
        if rest.hasPrefix(">") { return .atomic }
        if rest.hasPrefix("=") || rest.hasPrefix("!") || rest == "<=" || rest == "<!" { return .assertion }
        // Names, flags and conditions: not understood, so nothing is said of them.
        return .atomic
    }

    private mutating func readRepetition() -> Element {
        var element = Element(isOptional: false, isUnbounded: false)
        guard index < text.count else { return element }
        switch text[index] {
        case UInt8(ascii: "*"): element = Element(isOptional: true, isUnbounded: true)
        case UInt8(ascii: "+"): element = Element(isOptional: false, isUnbounded: true)
        case UInt8(ascii: "?"): element = Element(isOptional: true, isUnbounded: false)
        case ASCII.openBrace:
            guard let close = text[index...].firstIndex(of: ASCII.closeBrace) else { return element }
            let body = text[index + 1..<close]
            guard let first = body.first, ASCII.isDigit(first) else { return element }
            element = Element(
                isOptional: first == UInt8(ascii: "0"), isUnbounded: body.last == ASCII.comma)
            index = close
        default: return element
        }
        index += 1
        guard index < text.count else { return element }
        if text[index] == UInt8(ascii: "?") { index += 1 }
        if index < text.count, text[index] == UInt8(ascii: "+") {
            element.isUnbounded = false
            index += 1
        }
        return element
    }

    private mutating func skipClass() {
        index += 1
        if index < text.count, text[index] == UInt8(ascii: "^") { index += 1 }
        if index < text.count, text[index] == UInt8(ascii: "]") { index += 1 }
        while index < text.count, text[index] != UInt8(ascii: "]") {
            index += text[index] == ASCII.backslash ? 2 : 1
        }
        index += 1
    }
}

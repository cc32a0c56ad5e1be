import ByteScanning

/// Reads a pattern for the literals it requires. Any construct that is not known here ends the reading with
/// `nil`.
struct LiteralReader {
    /// What is known of the texts that a part of the pattern matches.
    private struct Knowledge {
        /// The one text that it matches, case aside.
        var exact: [UInt8]?
        /// Texts of which at least one occurs in what it matches.
        var required: [[UInt8]]?
    }

    private enum Atom {
        case byte(UInt8)
        /// Some text that is not known.
        case unknown
        /// Matches the empty text at some places.
        case assertion
        case group(Knowledge)
    }

    private enum Repetition {
        case once, optional, repeated
    }

    private static let deepest = 50

    private let pattern: [UInt8]
    private let syntax: RequiredLiterals.Syntax
    private var offset = 0
    private var depth = 0

    init(_ pattern: [UInt8], syntax: RequiredLiterals.Syntax) {
        self.pattern = pattern
        self.syntax = syntax
    }

    /// Reads the whole pattern.
    mutating func requiredLiterals() -> [[UInt8]]? {
        guard let knowledge = readAlternatives(), offset == pattern.count else { return nil }
        return knowledge.required
    }

    private var next: UInt8? { offset < pattern.count ? pattern[offset] : nil }

    /// Goes past `byte` if it is next.
    private mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    /// Goes past `text` if it is next.
    private mutating func skipText(_ text: StaticString) -> Bool {
        guard pattern.span.hasPrefix(text, at: offset) else { return false }
        offset += text.utf8CodeUnitCount
        return true
    }

    // MARK: Structure

    private mutating func readAlternatives() -> Knowledge? {
        guard var all = readBranch() else { return nil }
        while skip(UInt8(ascii: "|")) {
            guard let branch = readBranch() else { return nil }
            all.exact = nil
            if let one = all.required, let other = branch.required,
                one.count + other.count <= RequiredLiterals.mostAlternatives
            {
                all.required = one + other
            } else {
                all.required = nil
            }
        }
        return all
    }

    private mutating func readBranch() -> Knowledge? {
        var literals = LiteralRuns()
        while let byte = next, byte != UInt8(ascii: "|"), byte != ASCII.closeParenthesis {
            guard let atom = readAtom(), let repetition = readRepetition() else { return nil }
            switch (atom, repetition) {
            case (.assertion, .once): break
            case (.assertion, _): return nil
            case (.byte(let byte), .once): literals.extend(by: byte)
            case (.byte(let byte), .repeated): literals.repeatByte(byte)
            case (.group(let group), .once): literals.extend(by: group.exact, orRequire: group.required)
            case (.group(let group), .repeated):
                literals.extend(
                    by: nil, orRequire: group.exact.map { $0.isEmpty ? nil : [$0] } ?? group.required)
            case (.unknown, _), (.byte, .optional), (.group, .optional): literals.interrupt()
            }
        }
        let (exact, required) = literals.finish()
        return Knowledge(exact: exact, required: required)
    }

    private mutating func readAtom() -> Atom? {
        guard let byte = next else { return nil }
        offset += 1
        switch byte {
        case UInt8(ascii: "^"), ASCII.dollar: return .assertion
        case ASCII.dot: return .unknown
        case UInt8(ascii: "["): return readBrackets()
        case ASCII.openParenthesis: return readGroup()
        case ASCII.backslash: return readEscape()
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), ASCII.openBrace, ASCII.closeBrace:
            return nil
        default: return byte < ASCII.space ? nil : .byte(byte)
        }
    }

    private mutating func readGroup() -> Atom? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest, next != UInt8(ascii: "*") else { return nil }
        var isAssertion = false
        if next == UInt8(ascii: "?") {
            guard syntax == .perl else { return nil }
            isAssertion = skipText("?=") || skipText("?!") || skipText("?<=") || skipText("?<!")
            guard isAssertion || skipText("?:") else { return nil }
        }
        guard let inner = readAlternatives(), skip(ASCII.closeParenthesis) else { return nil }
        return isAssertion ? .assertion : .group(inner)
    }

    // MARK: Elements

    private mutating func readEscape() -> Atom? {
        guard let byte = next else { return nil }
        offset += 1
        if byte > ASCII.space, byte < 0x7F, !ASCII.isAlphanumeric(byte) {
            // The GNU library gives some punctuation a meaning of its own.
            if syntax == .posixExtended, byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
                return .assertion
            }
            if syntax == .posixExtended, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "'") {
                return .assertion
            }
            return .byte(byte)
        }
        let isPerl = syntax == .perl
        switch byte {
        case UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "s"), UInt8(ascii: "S"): return .unknown
        case UInt8(ascii: "b"), UInt8(ascii: "B"): return .assertion
        case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "v"),
            UInt8(ascii: "V"), UInt8(ascii: "R"), UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "r"):
            return isPerl ? .unknown : nil
        case UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"): return isPerl ? .assertion : nil
        default: return nil
        }
    }

    /// The rest of a bracket expression. One that holds a single plain byte is that byte, as in `[.]`.
    private mutating func readBrackets() -> Atom? {
        let start = offset
        guard let end = syntax == .perl ? endOfPerlClass() : endOfPOSIXClass() else { return nil }
        offset = end
        let member = pattern[start]
        let isPlain = ![UInt8(ascii: "^"), UInt8(ascii: "["), ASCII.backslash].contains(member)
        return end == start + 2 && isPlain && member > ASCII.space ? .byte(member) : .unknown
    }

    private func endOfPOSIXClass() -> Int? {
        let end = endOfBracketExpression(in: pattern.span, from: offset)
        return end >= offset + 2 && end <= pattern.count && pattern[end - 1] == UInt8(ascii: "]") ? end : nil
    }

    private func endOfPerlClass() -> Int? {
        var index = offset
        if index < pattern.count, pattern[index] == UInt8(ascii: "^") { index += 1 }
        if index < pattern.count, pattern[index] == UInt8(ascii: "]") { index += 1 }
        while index < pattern.count {
            switch pattern[index] {
            case UInt8(ascii: "]"): return index + 1
            case ASCII.backslash:
                guard index + 1 < pattern.count else { return nil }
                // These change how the bytes after them are read.
                let quoting = [UInt8(ascii: "Q"), UInt8(ascii: "E"), UInt8(ascii: "c")]
                if quoting.contains(pattern[index + 1]) { return nil }
                index += 2
            case UInt8(ascii: "["):
                guard let end = endOfClassName(from: index + 1) else { return nil }
                index = end
            default: index += 1
            }
        }
        return nil
    }

    /// The offset after what follows a `[` inside brackets: a name such as `:alpha:]`, or nothing.
    private func endOfClassName(from start: Int) -> Int? {
        guard start < pattern.count, [ASCII.colon, ASCII.dot, ASCII.equals].contains(pattern[start]) else {
            return start
        }
        guard pattern[start] == ASCII.colon else { return nil }
        var index = start + 1
        if index < pattern.count, pattern[index] == UInt8(ascii: "^") { index += 1 }
        while index < pattern.count, ASCII.isLetter(pattern[index]) { index += 1 }
        return pattern.span.hasPrefix(":]", at: index) ? index + 2 : nil
    }

    // MARK: Repetition

    private mutating func readRepetition() -> Repetition? {
        guard var repetition = readQuantifier() else { return nil }
        if syntax == .perl {
            if repetition != .once, next == UInt8(ascii: "?") || next == UInt8(ascii: "+") { offset += 1 }
            return repetition
        }
        // In POSIX syntax the next quantifier repeats the repetition.
        var another = repetition
        while another != .once {
            guard let read = readQuantifier() else { return nil }
            another = read
            if another == .optional { repetition = .optional }
        }
        return repetition
    }

    private mutating func readQuantifier() -> Repetition? {
        if skip(UInt8(ascii: "*")) || skip(UInt8(ascii: "?")) { return .optional }
        if skip(UInt8(ascii: "+")) { return .repeated }
        guard skip(ASCII.openBrace) else { return .once }
        // Only the forms that every version reads in the same way.
        guard let least = readNumber() else { return nil }
        if skip(ASCII.comma) { _ = readNumber() }
        guard skip(ASCII.closeBrace) else { return nil }
        return least == 0 ? .optional : .repeated
    }

    private mutating func readNumber() -> Int? {
        let start = offset
        var number = 0
        while let byte = next, ASCII.isDigit(byte) {
            number = min(number * 10 + Int(byte - 0x30), 100_000)
            offset += 1
        }
        return offset == start ? nil : number
    }
}

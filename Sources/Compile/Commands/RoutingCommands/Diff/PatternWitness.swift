import ByteScanning

/// Texts that a pattern may match, made from its syntax. They are guesses: whoever wants to be sure asks the compiled
/// pattern. What is not understood gives none.
struct PatternWitness {
    enum Syntax {
        /// pcre_table(5)
        case perl
        /// regexp_table(5)
        case extended
        /// regexp_table(5) with the flag `x`
        case basic
    }

    /// How many ways through alternatives are tried.
    private static let choices = 8
    private static let deepest = 50
    /// A text that is longer is no address.
    private static let longest = 300

    private let pattern: [UInt8]
    private let syntax: Syntax
    /// Of alternatives, which is taken.
    private let choice: Int
    private var offset = 0
    private var depth = 0
    private var groups: [[UInt8]] = []

    /// Different texts for different alternatives; the first of each first.
    static func texts(of pattern: [UInt8], _ syntax: Syntax) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        for choice in 0..<choices {
            var reader = PatternWitness(pattern, syntax, choice)
            guard let text = reader.alternatives(), reader.offset == pattern.count else { return [] }
            if !texts.contains(text) { texts.append(text) }
        }
        return texts
    }

    private init(_ pattern: [UInt8], _ syntax: Syntax, _ choice: Int) {
        self.pattern = pattern
        self.syntax = syntax
        self.choice = choice
    }

    private var next: UInt8? { offset < pattern.count ? pattern[offset] : nil }

    private mutating func skip(_ text: StaticString) -> Bool {
        guard pattern.span.hasPrefix(text, at: offset) else { return false }
        offset += text.utf8CodeUnitCount
        return true
    }

    /// Goes past an operator, which is written with a backslash in basic syntax.
    private mutating func skipOperator(_ bare: StaticString, _ escaped: StaticString) -> Bool {
        skip(syntax == .basic ? escaped : bare)
    }

    private mutating func alternatives() -> [UInt8]? {
        guard let first = branch() else { return nil }
        var branches = [first]
        while skipOperator("|", "\\|") {
            guard let branch = branch() else { return nil }
            branches.append(branch)
        }
        return branches[choice % branches.count]
    }

    private var isAtEndOfBranch: Bool {
        if syntax == .basic {
            return pattern.span.hasPrefix("\\|", at: offset) || pattern.span.hasPrefix("\\)", at: offset)
        }
        return next == UInt8(ascii: "|") || next == ASCII.closeParenthesis
    }

    private mutating func branch() -> [UInt8]? {
        var text: [UInt8] = []
        while next != nil, !isAtEndOfBranch {
            guard let atom = atom(), let count = repetition() else { return nil }
            for _ in 0..<count { text += atom }
            guard text.count <= Self.longest else { return nil }
        }
        return text
    }

    /// How often the last atom comes: once where it may.
    private mutating func repetition() -> Int? {
        var count = 1
        if skip("*") || skipOperator("+", "\\+") {
        } else if skipOperator("?", "\\?") {
            count = 0
        } else if skipOperator("{", "\\{") {
            guard let least = number() else { return nil }
            if skip(","), number() != 0, least == 0 { count = 1 } else { count = least }
            guard skipOperator("}", "\\}") else { return nil }
        }
        // Lazy and possessive repetitions match the same.
        if syntax == .perl, offset > 0, "*+?}".utf8.contains(pattern[offset - 1]) {
            _ = skip("?") || skip("+")
        }
        return count <= Self.longest ? count : nil
    }

    private mutating func number() -> Int? {
        var number: Int?
        while let byte = next, ASCII.isDigit(byte) {
            number = min((number ?? 0) * 10 + Int(byte - 0x30), 100_000)
            offset += 1
        }
        return number
    }

    private mutating func atom() -> [UInt8]? {
        if skipOperator("(", "\\(") { return group() }
        guard let byte = next else { return nil }
        offset += 1
        switch byte {
        case UInt8(ascii: "^"), ASCII.dollar: return []
        // Alone it often stands for a dot.
        case ASCII.dot:
            return next.map { "*+?{\\".utf8.contains($0) } == true ? [UInt8(ascii: "x")] : [ASCII.dot]
        case UInt8(ascii: "["):
            guard let found = PatternBrackets.sample(in: pattern, from: offset, isPerl: syntax == .perl)
            else {
                return nil
            }
            offset = found.end
            return [found.byte]
        case ASCII.backslash: return escape()
        default: return byte < ASCII.space ? nil : [byte]
        }
    }

    private mutating func escape() -> [UInt8]? {
        guard let byte = next else { return nil }
        offset += 1
        if byte >= UInt8(ascii: "1"), byte <= UInt8(ascii: "9") {
            let number = Int(byte - 0x31)
            return groups.indices.contains(number) ? groups[number] : nil
        }
        if byte == UInt8(ascii: "b") || byte == UInt8(ascii: "B") { return [] }
        guard ASCII.isAlphanumeric(byte) else { return "<>`'".utf8.contains(byte) ? [] : [byte] }
        if syntax == .perl, "AzZG".utf8.contains(byte) { return [] }
        return PatternBrackets.sample(ofClass: byte).map { [$0] }
    }

    /// What follows an opening parenthesis.
    private mutating func group() -> [UInt8]? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { return nil }
        var (isAssertion, isNumbered) = (false, true)
        if syntax == .perl, skip("?") {
            isNumbered = false
            if skip("=") || skip("!") || skip("<=") || skip("<!") {
                isAssertion = true
            } else if skip("<") || skip("P<") || skip("'") {
                while let byte = next, ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") { offset += 1 }
                guard skip(">") || skip("'") else { return nil }
                isNumbered = true
            } else if !skip(">") {
                while let byte = next, "imsJU-".utf8.contains(byte) { offset += 1 }
                if skip(")") { return [] }
                guard skip(":") else { return nil }
            }
        }
        let number = groups.count
        if isNumbered { groups.append([]) }
        guard let text = alternatives(), skipOperator(")", "\\)") else { return nil }
        if isNumbered { groups[number] = text }
        return isAssertion ? [] : text
    }
}

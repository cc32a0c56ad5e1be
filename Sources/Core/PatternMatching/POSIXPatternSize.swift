import ByteScanning

/// What a POSIX pattern would cost the C library, which copies what is repeated (`x{1000}` is a thousand `x`,
/// and `x+` is two), keeps for each choice the choices that can be reached from it, and recurses over groups
/// and choices, all without a limit of its own.
struct POSIXPatternSize {
    /// The deepest that groups may be nested.
    static let deepest = 250
    /// The most elements a pattern may have after its repetitions are written out.
    static let mostElements = 30_000
    /// The most that choices times choices and groups may come to: about 100 MB and a tenth of a second.
    static let mostPaths = 4_000_000

    /// What a part of the pattern comes to.
    private struct Cost {
        private static let most = 1_000_000
        var elements = 0
        var choices = 0
        var groups = 0

        static func + (one: Cost, other: Cost) -> Cost {
            Cost(
                elements: min(one.elements + other.elements, most),
                choices: min(one.choices + other.choices, most),
                groups: min(one.groups + other.groups, most))
        }

        static func * (one: Cost, times: Int) -> Cost {
            Cost(
                elements: min(one.elements * times, most), choices: min(one.choices * times, most),
                groups: min(one.groups * times, most))
        }
    }

    private static let element = Cost(elements: 1)
    private static let choice = Cost(choices: 1)

    private var isTooDeep = false
    /// What the groups that are open held before they opened.
    private var outer: [Cost] = []
    private var current = Cost()
    /// What a repetition that follows would copy.
    private var last = Cost()

    init(of pattern: Span<UInt8>, isExtended: Bool) {
        var index = 0
        while index < pattern.count {
            let byte = pattern[index]
            index += 1
            let isEscaped = byte == ASCII.backslash && index < pattern.count
            let meaning = isEscaped ? pattern[index] : byte
            if isEscaped { index += 1 }
            if !isEscaped, byte == UInt8(ascii: "[") {
                index = endOfBracketExpression(in: pattern, from: index)
                add(Self.element)
            } else if !isEscaped, byte == UInt8(ascii: "*") {
                repeatLast(0)
            } else if isEscaped == isExtended {
                add(Self.element)
            } else {
                index = count(meaning, in: pattern, next: index)
            }
        }
    }

    /// Whether the C library may see the pattern.
    var isAcceptable: Bool {
        let total = outer.reduce(current, +)
        return !isTooDeep && total.elements <= Self.mostElements
            && total.choices * (total.choices + 2 * total.groups) <= Self.mostPaths
    }

    /// Takes in one byte that may be an operator, and returns where the next one begins; `next` is the offset
    /// of the byte after it.
    private mutating func count(_ byte: UInt8, in pattern: Span<UInt8>, next: Int) -> Int {
        switch byte {
        case ASCII.openParenthesis:
            outer.append(current)
            isTooDeep = isTooDeep || outer.count > Self.deepest
            (current, last) = (Cost(), Cost())
        case ASCII.closeParenthesis:
            last = current + Cost(elements: 1, groups: 1)
            current = (outer.popLast() ?? Cost()) + last
        case ASCII.openBrace:
            let interval = Self.interval(in: pattern, from: next)
            repeatLast(interval.times)
            return interval.end
        case UInt8(ascii: "+"): repeatLast(1)
        case UInt8(ascii: "?"): repeatLast(0)
        case UInt8(ascii: "|"): add(Self.choice)
        default: add(Self.element)
        }
        return next
    }

    private mutating func add(_ cost: Cost) {
        last = cost
        current = current + cost
    }

    /// Adds `times` copies of what came last, each of which may be left out.
    private mutating func repeatLast(_ times: Int) {
        let added = (last + Self.choice) * times + Self.choice
        current = current + added
        last = last + added
    }

    /// The largest number in an interval that begins at `start`, at most 32768, and where the interval ends.
    private static func interval(in pattern: Span<UInt8>, from start: Int) -> (times: Int, end: Int) {
        var largest = 0
        var number = 0
        var index = start
        while index < pattern.count, ASCII.isDigit(pattern[index]) || pattern[index] == ASCII.comma {
            number = pattern[index] == ASCII.comma ? 0 : min(number * 10 + Int(pattern[index] - 0x30), 32_768)
            largest = max(largest, number)
            index += 1
        }
        if index < pattern.count, pattern[index] == ASCII.backslash { index += 1 }
        if index < pattern.count, pattern[index] == ASCII.closeBrace { index += 1 }
        return (largest, index)
    }
}

/// The offset after the bracket expression of a POSIX pattern whose `[` stands right before `start`; the end
/// of the pattern when it is not closed. A backslash means itself between brackets.
func endOfBracketExpression(in pattern: Span<UInt8>, from start: Int) -> Int {
    var index = start
    if index < pattern.count, pattern[index] == UInt8(ascii: "^") { index += 1 }
    if index < pattern.count, pattern[index] == UInt8(ascii: "]") { index += 1 }
    while index < pattern.count {
        let byte = pattern[index]
        index += 1
        if byte == UInt8(ascii: "]") { return index }
        guard byte == UInt8(ascii: "["), index < pattern.count else { continue }
        let kind = pattern[index]
        guard kind == ASCII.colon || kind == ASCII.dot || kind == ASCII.equals else { continue }
        index += 1
        while index + 1 < pattern.count, pattern[index] != kind || pattern[index + 1] != UInt8(ascii: "]") {
            index += 1
        }
        index += 2
    }
    return pattern.count
}

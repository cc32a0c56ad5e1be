import ByteScanning

/// What a POSIX pattern would cost the C library, which copies what is repeated (`x{1000}` is a thousand `x`, and
/// `x+` is two) and recurses over groups and alternatives without any limit of its own.
struct POSIXPatternSize {
    /// The deepest that groups may be nested.
    static let deepest = 250
    /// The most elements a pattern may have after its repetitions are written out.
    static let largest = 30_000

    private var isTooDeep = false
    /// What the groups that are open held before they opened.
    private var outer: [Int] = []
    private var current = 0
    /// The size of what a repetition that follows would copy.
    private var last = 0

    /// Whether the C library may see the pattern.
    var isAcceptable: Bool { !isTooDeep && outer.reduce(current) { Self.bounded($0 + $1) } <= Self.largest }

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
                add(1)
            } else if isEscaped == isExtended {
                add(1)
            } else {
                count(meaning, in: pattern, at: index)
            }
        }
    }

    /// Takes in one byte that may be an operator; `next` is the offset of the one after it.
    private mutating func count(_ byte: UInt8, in pattern: Span<UInt8>, at next: Int) {
        switch byte {
        case ASCII.openParenthesis:
            outer.append(current)
            isTooDeep = isTooDeep || outer.count > Self.deepest
            (current, last) = (0, 0)
        case ASCII.closeParenthesis:
            last = Self.bounded(current + 1)
            current = Self.bounded((outer.popLast() ?? 0) + last)
        case ASCII.openBrace:
            repeatLast(Self.repetitions(in: pattern, from: next))
        case UInt8(ascii: "+"):
            repeatLast(1)
        default:
            add(1)
        }
    }

    private mutating func add(_ size: Int) {
        last = size
        current = Self.bounded(current + size)
    }

    /// Adds `times` copies of what came last.
    private mutating func repeatLast(_ times: Int) {
        let copies = Self.bounded(last * times)
        current = Self.bounded(current + copies)
        last = Self.bounded(last + copies)
    }

    /// The largest number in an interval that begins at `start`, at most 32768.
    private static func repetitions(in pattern: Span<UInt8>, from start: Int) -> Int {
        var largest = 0
        var number = 0
        var index = start
        while index < pattern.count, ASCII.isDigit(pattern[index]) || pattern[index] == ASCII.comma {
            number = pattern[index] == ASCII.comma ? 0 : min(number * 10 + Int(pattern[index] - 0x30), 32_768)
            largest = max(largest, number)
            index += 1
        }
        return largest
    }

    /// Keeps sums and products far from overflow.
    private static func bounded(_ value: Int) -> Int { min(value, largest + 1) }
}

/// The offset after the bracket expression of a POSIX pattern whose `[` stands right before `start`; the end of
/// the pattern when it is not closed. A backslash means itself between brackets.
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

/// The parts that have been read, and the text that has not become one.
struct MacroParts {
    private var parts: [MacroText.Part] = []
    private var ranges: [Range<Int>] = []
    private var literal: [UInt8] = []
    private var literalRange = 0..<0

    mutating func append(_ byte: UInt8, at offset: Int) {
        if literal.isEmpty { literalRange = offset..<offset }
        literal.append(byte)
        literalRange = literalRange.lowerBound..<offset + 1
    }

    mutating func append(_ part: MacroText.Part, _ range: Range<Int>) {
        flush()
        parts.append(part)
        ranges.append(range)
    }

    private mutating func flush() {
        guard !literal.isEmpty else { return }
        parts.append(.text(literal))
        ranges.append(literalRange)
        literal = []
    }

    var finished: MacroText {
        var copy = self
        copy.flush()
        return MacroText(parts: copy.parts, ranges: copy.ranges)
    }
}

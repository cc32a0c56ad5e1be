extension PatternImage {
    /// What a record of 32 bytes says of a rule.
    ///
    ///      0  the line of the source that the rule begins on, from 1
    ///      4  16 bits: flags of the rule and its pattern; 16 bits: flags of the second pattern
    ///      8  one more than the number of the `if` whose block the rule is in, or 0
    ///     12  the number of the first rule after the block, for an `if`; of the next rule, for others
    ///     16  where the pattern is in the text; the second pattern and the result follow it
    ///     20  the length of the pattern
    ///     24  the length of the second pattern
    ///     28  the length of the encoded result
    public struct Rule: Sendable {
        public let line: Int
        public let flags: Flags
        public let secondFlags: Flags
        /// The `if` whose block the rule is in.
        public let parent: Int?
        /// The first rule that is not skipped when this one is an `if` that does not hold.
        public let end: Int
        /// Where in the image the pattern is.
        public let pattern: Range<Int>
        public let secondPattern: Range<Int>
        /// Where in the image the encoded result is.
        public let template: Range<Int>

        @inline(__always)
        init(record bytes: Span<UInt8>, at offset: Int, text: Int) {
            line = Int(bytes.patternWord(at: offset))
            let allFlags = bytes.patternWord(at: offset + 4)
            flags = Flags(rawValue: UInt16(truncatingIfNeeded: allFlags))
            secondFlags = Flags(rawValue: UInt16(truncatingIfNeeded: allFlags >> 16))
            let parentAndOne = Int(bytes.patternWord(at: offset + 8))
            parent = parentAndOne == 0 ? nil : parentAndOne - 1
            end = Int(bytes.patternWord(at: offset + 12))
            let start = text + Int(bytes.patternWord(at: offset + 16))
            pattern = start..<start + Int(bytes.patternWord(at: offset + 20))
            secondPattern = pattern.upperBound..<pattern.upperBound + Int(bytes.patternWord(at: offset + 24))
            let templateLength = Int(bytes.patternWord(at: offset + 28))
            template = secondPattern.upperBound..<secondPattern.upperBound + templateLength
        }
    }
}

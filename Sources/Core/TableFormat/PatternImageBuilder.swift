import ByteScanning

extension PatternImage {
    /// Collects the rules of a table in order and writes its image.
    public struct Builder: Sendable {
        /// A table that does not fit: offsets in an image have 32 bits.
        public struct TooLarge: Error, Sendable, Equatable, CustomStringConvertible {
            public init() {}

            public var description: String { "the table is too large to compile" }
        }

        /// One pattern with the flags that go with it.
        public struct Pattern: Sendable, Equatable {
            public var text: [UInt8]
            public var flags: Flags

            public init(_ text: [UInt8], _ flags: Flags) {
                self.text = text
                self.flags = flags
            }
        }

        private struct Record {
            var line: Int
            var flags: UInt32
            var parent: Int
            var end: Int
            var offset: Int
            var lengths: (pattern: Int, second: Int, template: Int)
        }

        private let kind: Kind
        private var records: [Record] = []
        private var text: [UInt8] = []
        private var openBlocks: [Int] = []

        public init(kind: Kind) { self.kind = kind }

        /// How many rules there are, blocks included.
        public var ruleCount: Int { records.count }

        /// The lines of the blocks that are open, outermost first.
        public var openBlockLines: [Int] { openBlocks.map { records[$0].line } }

        /// Adds a rule. With a `second` pattern, both have to agree.
        public mutating func addRule(line: Int, _ pattern: Pattern, second: Pattern?, template: Template) {
            var flags = pattern.flags
            if second != nil { flags.insert(.hasSecond) }
            if template.largestGroup > 0 { flags.insert(.usesGroups) }
            append(line: line, Pattern(pattern.text, flags), second, template)
        }

        /// Adds the `if` of a block, which goes on until `closeBlock`.
        public mutating func openBlock(line: Int, _ pattern: Pattern) {
            append(line: line, Pattern(pattern.text, pattern.flags.union(.block)), nil, Template())
            openBlocks.append(records.count - 1)
        }

        /// Ends the innermost block; `false` when there is none.
        public mutating func closeBlock() -> Bool {
            guard let block = openBlocks.popLast() else { return false }
            records[block].end = records.count
            return true
        }

        private mutating func append(line: Int, _ pattern: Pattern, _ second: Pattern?, _ template: Template)
        {
            let offset = text.count
            text.append(contentsOf: pattern.text)
            text.append(contentsOf: second?.text ?? [])
            let templateStart = text.count
            template.encode(to: &text)
            records.append(
                Record(
                    line: line,
                    flags: UInt32(pattern.flags.rawValue) | UInt32(second?.flags.rawValue ?? 0) << 16,
                    parent: openBlocks.last.map { $0 + 1 } ?? 0, end: records.count + 1, offset: offset,
                    lengths: (pattern.text.count, second?.text.count ?? 0, text.count - templateStart)))
        }

        /// The image. Blocks that are still open end with the table.
        ///
        /// - Parameters:
        ///   - literalRules: The rules that each literal names, ascending; they get `hasLiterals`.
        ///   - automaton: The tables that find the literals.
        public func image(literalRules: [[Int]], automaton: [UInt8]) throws(TooLarge) -> [UInt8] {
            var finished = records
            for block in openBlocks { finished[block].end = records.count }
            for rules in literalRules {
                for rule in rules { finished[rule].flags |= UInt32(Flags.hasLiterals.rawValue) }
            }
            let entries = literalRules.reduce(0) { $0 + $1.count }
            let numbers = literalRules.count + 1 + entries
            let size =
                PatternImage.headerSize + PatternImage.recordSize * finished.count + 4 * numbers
                + automaton.count
                + text.count
            guard size <= Int(UInt32.max) else { throw TooLarge() }
            var image: [UInt8] = []
            image.reserveCapacity(size)
            appendHeader(
                to: &image, [size, finished.count, literalRules.count, entries, automaton.count, text.count])
            for record in finished { append(record, to: &image) }
            var start = 0
            for rules in literalRules {
                image.appendPatternWord(UInt32(truncatingIfNeeded: start))
                start += rules.count
            }
            image.appendPatternWord(UInt32(truncatingIfNeeded: start))
            for rules in literalRules {
                for rule in rules { image.appendPatternWord(UInt32(truncatingIfNeeded: rule)) }
            }
            image.append(contentsOf: automaton)
            image.append(contentsOf: text)
            return PatternImage.sealed(image)
        }

        private func appendHeader(to image: inout [UInt8], _ counts: [Int]) {
            image.append(contentsOf: String(describing: PatternImage.magic).utf8)
            image.appendPatternWord(PatternImage.version)
            image.appendPatternWord(kind.rawValue)
            image.appendPatternWord(0)
            image.appendPatternWord(0)
            for count in counts { image.appendPatternWord(UInt32(truncatingIfNeeded: count)) }
        }

        private func append(_ record: Record, to image: inout [UInt8]) {
            image.appendPatternWord(UInt32(truncatingIfNeeded: record.line))
            image.appendPatternWord(record.flags)
            for number in [
                record.parent, record.end, record.offset, record.lengths.pattern, record.lengths.second,
                record.lengths.template,
            ] {
                image.appendPatternWord(UInt32(truncatingIfNeeded: number))
            }
        }
    }

    /// The image with the checksum that its bytes have.
    public static func sealed(_ image: [UInt8]) -> [UInt8] {
        guard image.count >= headerSize else { return image }
        var sealed = image
        let checksum = image.span.patternChecksum
        for index in 0..<8 { sealed[16 + index] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * index)) }
        return sealed
    }
}

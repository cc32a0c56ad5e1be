import ByteScanning

/// A compiled `pcre` or `regexp` table: one run of bytes that holds its rules in order, their patterns and
/// results, and the tables that tell which rules a text can match at all.
///
/// Numbers are unsigned, 32 bits unless said otherwise, least significant byte first, at any alignment.
///
///     header, 48 bytes
///      0  8 bytes  "PoRmPATT"
///      8           format version, 1
///     12           kind: 1 pcre, 2 regexp
///     16  64 bits  checksum of all bytes from 24 on
///     24           size of the image in bytes
///     28           R, the number of rules
///     32           L, the number of literals
///     36           N, the number of entries in the literals' lists of rules
///     40           A, the size of the literal automaton
///     44           P, the size of the text
///     48           R records of 32 bytes, see `Rule`
///     48 + 32R     L + 1 numbers, ascending from 0 to N: where each literal's list begins
///     ... 4(L+1)   N numbers of rules, ascending within a list
///     ... 4N       A bytes: the automaton, see `LiteralAutomaton` in PatternMatching
///     ... A        P bytes: patterns and encoded results
///
/// A value of this type is what the header says, after everything was checked; the bytes stay where they are.
public struct PatternImage: Sendable, Equatable {
    public static let version: UInt32 = 1
    static let magic: StaticString = "PoRmPATT"
    static let headerSize = 48
    static let recordSize = 32

    public let kind: Kind
    public let ruleCount: Int
    public let literalCount: Int
    /// Where the automaton's tables are.
    public let automaton: Range<Int>
    /// The largest group that a result fills in.
    public private(set) var largestGroup = 0

    private let listStarts: Int
    private let lists: Int
    private let text: Int

    /// Checks that `bytes` are an image, whole and unchanged, and that nothing in it points where it must
    /// not. The automaton is left to its own reader.
    public init(validating bytes: Span<UInt8>) throws(PatternImageError) {
        guard bytes.hasPrefix(Self.magic), bytes.count >= 12 else { throw .foreign }
        let version = bytes.patternWord(at: 8)
        guard version == Self.version else { throw .version(version) }
        guard bytes.count >= Self.headerSize, Int(bytes.patternWord(at: 24)) == bytes.count,
            bytes.patternChecksum == bytes.patternLongWord(at: 16)
        else { throw .damaged }
        guard let kind = Kind(rawValue: bytes.patternWord(at: 12)) else { throw .malformed("unknown kind") }
        self.kind = kind
        ruleCount = Int(bytes.patternWord(at: 28))
        literalCount = Int(bytes.patternWord(at: 32))
        listStarts = Self.headerSize + Self.recordSize * ruleCount
        lists = listStarts + 4 * (literalCount + 1)
        let automatonStart = lists + 4 * Int(bytes.patternWord(at: 36))
        automaton = automatonStart..<automatonStart + Int(bytes.patternWord(at: 40))
        text = automaton.upperBound
        guard text + Int(bytes.patternWord(at: 44)) == bytes.count else {
            throw .malformed("sizes do not add up")
        }
        try validateRules(bytes)
        try validateLists(bytes)
    }

    /// The rule at `index`, which is less than `ruleCount`.
    @inline(__always)
    public func rule(at index: Int, in bytes: Span<UInt8>) -> Rule {
        Rule(record: bytes, at: Self.headerSize + Self.recordSize * index, text: text)
    }

    /// Calls `body` with each rule that `literal` names.
    @inline(__always)
    public func forEachRule(ofLiteral literal: Int, in bytes: Span<UInt8>, _ body: (Int) -> Void) {
        let start = Int(bytes.patternWord(at: listStarts + 4 * literal))
        let end = Int(bytes.patternWord(at: listStarts + 4 * literal + 4))
        for entry in start..<end { body(Int(bytes.patternWord(at: lists + 4 * entry))) }
    }

    private mutating func validateRules(_ bytes: Span<UInt8>) throws(PatternImageError) {
        for index in 0..<ruleCount {
            let rule = rule(at: index, in: bytes)
            guard rule.template.upperBound <= bytes.count, rule.flags.isSubset(of: .known),
                rule.secondFlags.isSubset(of: .known)
            else { throw .malformed("rule \(index) points outside") }
            let group = try Template.validate(bytes.extracting(rule.template))
            guard
                group == 0
                    || rule.flags.isDisjoint(with: [.negated, .block]) && rule.flags.contains(.usesGroups)
            else { throw .malformed("rule \(index) has groups without a match") }
            largestGroup = max(largestGroup, group)
            guard rule.end > index, rule.end <= ruleCount else {
                throw .malformed("rule \(index) has no end")
            }
            guard let parent = rule.parent else { continue }
            guard parent < index else { throw .malformed("rule \(index) is in no block") }
            let block = self.rule(at: parent, in: bytes)
            guard block.flags.contains(.block), index < block.end, rule.end <= block.end else {
                throw .malformed("rule \(index) is in no block")
            }
        }
    }

    private func validateLists(_ bytes: Span<UInt8>) throws(PatternImageError) {
        let entries = (automaton.lowerBound - lists) / 4
        var previous = 0
        for literal in 0...literalCount {
            let start = Int(bytes.patternWord(at: listStarts + 4 * literal))
            guard start >= previous, start <= entries else {
                throw .malformed("literal \(literal) has no list")
            }
            previous = start
        }
        guard bytes.patternWord(at: listStarts) == 0, previous == entries else {
            throw .malformed("entries that are in no list")
        }
        for entry in 0..<entries where Int(bytes.patternWord(at: lists + 4 * entry)) >= ruleCount {
            throw .malformed("a literal names no rule")
        }
    }
}

import ByteScanning
import PatternMatching
import Synchronization
import TableFormat

/// A `pcre` or `regexp` table: the answer is that of the first rule, in the order of the source, that the key
/// matches (pcre_table(5), regexp_table(5)).
///
/// A key goes once through the automaton of the table's literals; only the rules whose literals occur in it,
/// and those that have none, are tried. Patterns are compiled when they are first tried.
public final class PatternTable: LookupTable {
    /// How the rules that may match are found. The answer does not depend on it.
    public enum Search: Sendable {
        /// Through the automaton.
        case prefiltered
        /// All rules are tried in order.
        case linear
    }

    /// What a lookup found.
    public struct Match: Sendable, Equatable {
        /// The line of the source on which the rule begins that answered, from 1.
        public var line: Int
        public var value: [UInt8]

        public init(line: Int, value: [UInt8]) {
            self.line = line
            self.value = value
        }
    }

    public let name: String
    public let matching = KeyMatching.wholeKey

    let image: PatternImage
    let automaton: LiteralAutomaton
    let programs: PatternTablePrograms
    /// A bit for each rule that is to be tried whatever literals the key has: not the `if`s, which are tried
    /// when a rule of their block is.
    let alwaysTried: [UInt64]
    let search: Search
    /// Whether rules with parts of the key in their result are as good as not there.
    let refusesSubstitution: Bool
    let warn: @Sendable (String) -> Void
    private let storage: ImageStorage
    private let scratches: Mutex<[PatternTableScratch]> = Mutex([])

    /// - Parameters:
    ///   - name: The table as the configuration names it, `type:name`.
    ///   - warn: Takes what an administrator should know of a lookup that was answered all the same: a
    ///     pattern that could not be decided, whose rule was skipped. Called in the thread of the lookup.
    /// - Throws: `PatternImageError` when `storage` does not hold the whole image of such a table.
    public init(
        name: String, storage: ImageStorage, search: Search = .prefiltered, refusesSubstitution: Bool = false,
        warn: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(PatternImageError) {
        self.name = name
        self.storage = storage
        self.search = search
        self.refusesSubstitution = refusesSubstitution
        self.warn = warn
        let opened = try storage.withBytes { (bytes) throws(PatternImageError) -> Opened in
            try Opened(bytes, search)
        }
        image = opened.image
        automaton = opened.automaton
        alwaysTried = opened.alwaysTried
        programs = PatternTablePrograms(kind: image.kind, ruleCount: image.ruleCount)
    }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        try match(key)?.value
    }

    /// The value for `key` and the line that gave it; `nil` when no rule answers.
    ///
    /// - Throws: `LookupFailure` when a pattern that compiled when the table was made does not compile now.
    public func match(_ key: Span<UInt8>) throws(LookupFailure) -> Match? {
        let scratch =
            scratches.withLock { $0.popLast() }
            ?? PatternTableScratch(
                rules: image.ruleCount, literals: image.literalCount, groups: image.largestGroup)
        defer { scratches.withLock { $0.append(scratch) } }
        return try storage.withBytes { (bytes) throws(LookupFailure) -> Match? in
            scratch.reset()
            if search == .prefiltered { findCandidates(for: key, bytes, scratch) }
            var lookup = PatternTableLookup(table: self, scratch: scratch)
            return try lookup.firstMatch(of: key, in: bytes)
        }
    }

    private func findCandidates(for key: Span<UInt8>, _ bytes: Span<UInt8>, _ scratch: PatternTableScratch) {
        automaton.find(
            in: key, tables: bytes.extracting(image.automaton), seen: &scratch.seen, found: &scratch.found)
        for literal in scratch.found {
            image.forEachRule(ofLiteral: literal, in: bytes) { rule in
                scratch.candidates[rule >> 6] |= 1 << UInt64(rule & 63)
            }
        }
    }
}

/// What opening an image yields.
private struct Opened {
    var image: PatternImage
    var automaton: LiteralAutomaton
    var alwaysTried: [UInt64]

    init(_ bytes: Span<UInt8>, _ search: PatternTable.Search) throws(PatternImageError) {
        let image = try PatternImage(validating: bytes)
        do {
            automaton = try LiteralAutomaton(validating: bytes.extracting(image.automaton))
        } catch {
            throw .malformed("its literals are no automaton")
        }
        guard automaton.literalCount == image.literalCount else {
            throw .malformed("literals without a list")
        }
        alwaysTried = Array(repeating: 0, count: image.ruleCount / 64 + 1)
        for index in 0..<image.ruleCount {
            let flags = image.rule(at: index, in: bytes).flags
            guard !flags.contains(.block) else { continue }
            if search == .linear || flags.contains(.negated) || !flags.contains(.hasLiterals) {
                alwaysTried[index >> 6] |= 1 << UInt64(index & 63)
            }
        }
        self.image = image
    }
}

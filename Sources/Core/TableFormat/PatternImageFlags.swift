extension PatternImage {
    /// Which library runs the patterns of a table.
    public enum Kind: UInt32, Sendable, CaseIterable {
        case pcre = 1
        case regexp = 2

        /// The table type's name.
        public var name: String {
            switch self {
            case .pcre: TableType.pcre.rawValue
            case .regexp: TableType.regexp.rawValue
            }
        }
    }

    /// How a pattern is compiled and what a match means, as bits of a rule's record.
    public struct Flags: OptionSet, Sendable, Hashable {
        public let rawValue: UInt16

        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// `i`: letters' case does not count.
        public static let caseless = Flags(rawValue: 1 << 0)
        /// `m`: lines of the text have a beginning and an end. For `regexp`, a newline also matches nothing
        /// else.
        public static let multiline = Flags(rawValue: 1 << 1)
        /// `s`, `pcre` only: a dot matches a newline too.
        public static let dotMatchesNewline = Flags(rawValue: 1 << 2)
        /// `x`: for `pcre`, white space in the pattern is layout; for `regexp`, extended regular expressions.
        public static let extended = Flags(rawValue: 1 << 3)
        /// `A`, `pcre` only.
        public static let anchored = Flags(rawValue: 1 << 4)
        /// `E`, `pcre` only.
        public static let dollarEndOnly = Flags(rawValue: 1 << 5)
        /// `U`, `pcre` only.
        public static let ungreedy = Flags(rawValue: 1 << 6)
        /// `!`: the rule wants the pattern not to match.
        public static let negated = Flags(rawValue: 1 << 7)
        /// The rule is the `if` of a block and has no result. On the first pattern only.
        public static let block = Flags(rawValue: 1 << 8)
        /// One of the literals that name this rule occurs in all that the pattern matches. On the first
        /// pattern only.
        public static let hasLiterals = Flags(rawValue: 1 << 9)
        /// A second pattern has to agree (`/one/!/two/`). On the first pattern only.
        public static let hasSecond = Flags(rawValue: 1 << 10)

        /// The result fills in groups. On the first pattern only.
        public static let usesGroups = Flags(rawValue: 1 << 11)

        static let known = Flags(rawValue: (1 << 12) - 1)
    }
}

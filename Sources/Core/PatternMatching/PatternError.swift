/// A regular expression that does not compile.
public struct PatternError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Where in the pattern the library stopped, in bytes from its beginning; `nil` when it does not say.
    public var offset: Int?
    /// The library's own words.
    public var reason: String

    public init(offset: Int? = nil, reason: String) {
        self.offset = offset
        self.reason = reason
    }

    public var description: String { reason }
}

/// A match that could not be decided, for example because it took too many steps.
public struct MatchError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The library's own words.
    public var reason: String
    /// Whether one of the limits stopped it that keep a match from taking for ever.
    public var isLimit: Bool

    public init(reason: String, isLimit: Bool = false) {
        self.reason = reason
        self.isLimit = isLimit
    }

    public var description: String { reason }
}

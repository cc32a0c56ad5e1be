/// A word of a list after names were replaced, and where it was written.
public struct ExpandedWord: Sendable {
    public var text: String
    /// The innermost place where an administrator wrote it; `nil` when it comes from a default.
    public var range: SourceRange?
    /// The parameter whose value has the word as it stands there: `mynetworks` for what `$mynetworks` brought.
    public var parameter: String
    /// The places of the `$name` that brought it, outermost first.
    public var via: [SourceRange]

    /// The range, or the nearest place that led to the word.
    public var nearestRange: SourceRange? { range ?? via.last }

    /// Notes that lead from the parameter of the list to the word.
    public var notes: [Finding.Note] { via.map { Finding.Note("it comes from here", at: $0) } }
}

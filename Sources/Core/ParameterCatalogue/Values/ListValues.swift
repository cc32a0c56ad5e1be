/// A value that is a list of words.
public protocol WordListValue: SimpleParameterValue {
    var words: [String] { get }
    init(words: [String])
}

extension WordListValue {
    public var encoded: [UInt8] { EncodedWords.encode(words) }

    public init?(encoded: Span<UInt8>) {
        guard let words = EncodedWords.decode(encoded) else { return nil }
        self.init(words: words)
    }
}

/// Words in their order.
public struct WordList: WordListValue {
    public static var parameterType: ParameterType { .list }
    public let words: [String]
    public init(words: [String]) { self.words = words }
}

/// Words of which each is there or not.
public struct KeywordSet: WordListValue {
    public static var parameterType: ParameterType { .keywordSet }
    public let words: [String]
    public init(words: [String]) { self.words = words }

    public func contains(_ word: String) -> Bool { words.contains(word) }
}

/// A list of which the first pattern that matches decides; the digest of its compiled form, or nothing for a list that
/// matches nothing.
public struct MatchList: TextParameterValue {
    public static var parameterType: ParameterType { .matchList }
    public let text: String
    public init(text: String) { self.text = text }
}

/// One step of a list of access restrictions, checked by the compiler.
public struct Restriction: Sendable, Equatable {
    /// A name of `RestrictionCatalogue`, or of a restriction class.
    public var name: String
    /// What follows the name, without the braces around it; `nil` for a restriction that takes none.
    public var argument: String?
    /// Whether a refusal is only logged (`warn_if_reject`).
    public var isWarningOnly: Bool

    public init(name: String, argument: String? = nil, isWarningOnly: Bool = false) {
        self.name = name
        self.argument = argument
        self.isWarningOnly = isWarningOnly
    }
}

/// A program of access restrictions: the first one that decides ends it (postconf(5), `smtpd_relay_restrictions`).
public struct RestrictionList: SimpleParameterValue {
    public static var parameterType: ParameterType { .restrictionList }
    public let restrictions: [Restriction]

    public init(_ restrictions: [Restriction]) { self.restrictions = restrictions }

    /// Three words a restriction: the name, `w` or nothing, and the argument after `=`, or nothing.
    public var encoded: [UInt8] {
        EncodedWords.encode(
            restrictions.flatMap {
                [$0.name, $0.isWarningOnly ? "w" : "", $0.argument.map { "=" + $0 } ?? ""]
            })
    }

    public init?(encoded: Span<UInt8>) {
        guard let words = EncodedWords.decode(encoded), words.count % 3 == 0 else { return nil }
        restrictions = stride(from: 0, to: words.count, by: 3).map { first in
            let argument = words[first + 2]
            return Restriction(
                name: words[first], argument: argument.isEmpty ? nil : String(argument.dropFirst()),
                isWarningOnly: words[first + 1] == "w")
        }
    }
}

/// One step of a list of access restrictions, checked by the compiler.
public struct Restriction: Sendable, Equatable {
    /// A name of `RestrictionCatalogue`, or of a restriction class.
    public var name: String
    /// What follows the name, without the braces around it; `nil` for a restriction that takes none.
    public var argument: String?
    /// The table that the argument names.
    public var table: TableID?
    /// Whether a refusal is only logged (`warn_if_reject`).
    public var isWarningOnly: Bool

    public init(
        name: String, argument: String? = nil, table: TableID? = nil, isWarningOnly: Bool = false
    ) {
        self.name = name
        self.argument = argument
        self.table = table
        self.isWarningOnly = isWarningOnly
    }
}

/// A program of access restrictions: the first one that decides ends it (postconf(5), `smtpd_relay_restrictions`).
public struct RestrictionList: SimpleParameterValue {
    public static var parameterType: ParameterType { .restrictionList }
    public let restrictions: [Restriction]

    public init(_ restrictions: [Restriction]) { self.restrictions = restrictions }

    /// Four words a restriction: the name, `w` or nothing, the argument after `=` or nothing, the number of its table
    /// or nothing.
    public var encoded: [UInt8] {
        EncodedWords.encode(
            restrictions.flatMap { restriction in
                [
                    restriction.name, restriction.isWarningOnly ? "w" : "",
                    restriction.argument.map { "=" + $0 } ?? "",
                    restriction.table.map { String($0.number) } ?? "",
                ]
            })
    }

    public init?(encoded: Span<UInt8>) {
        guard let words = EncodedWords.decode(encoded), words.count % 4 == 0 else { return nil }
        restrictions = stride(from: 0, to: words.count, by: 4).map { first in
            let argument = words[first + 2]
            return Restriction(
                name: words[first], argument: argument.isEmpty ? nil : String(argument.dropFirst()),
                table: Int(words[first + 3]).flatMap(TableID.init(number:)),
                isWarningOnly: words[first + 1] == "w")
        }
    }
}

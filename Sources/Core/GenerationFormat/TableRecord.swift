import ParameterCatalogue

/// How a generation answers a table that the configuration names.
public struct TableRecord: Sendable, Equatable {
    /// The table as the configuration names it, `type:name`.
    public var reference: String
    public var answer: Answer

    public enum Answer: Sendable, Equatable {
        /// By the index with this digest. The recipe says how it is made from its source.
        case index(digest: String, recipe: String)
        /// By the compiled rules with this digest.
        case rules(digest: String)
        /// Always with this value.
        case value(String)
        /// With one of these values.
        case random([String])
        case environment
        /// From the accounts of the system; `passwd.byname` or `group.byname`.
        case accounts(String)
        case failure
        case union([TableID])
        case pipe([TableID])
        case debug(TableID)
        /// By another table, which `proxy:` stands before.
        case alias(TableID)
        /// Not at all; a lookup fails for this reason.
        case unavailable(reason: String)
    }

    public init(reference: String, answer: Answer) {
        self.reference = reference
        self.answer = answer
    }

    /// The reference, a word for the kind of answer, and what belongs to it.
    public var encoded: [UInt8] {
        let (kind, words): (String, [String]) =
            switch answer {
            case .index(let digest, let recipe): ("index", [digest, recipe])
            case .rules(let digest): ("rules", [digest])
            case .value(let value): ("value", [value])
            case .random(let values): ("random", values)
            case .environment: ("environment", [])
            case .accounts(let name): ("accounts", [name])
            case .failure: ("failure", [])
            case .union(let members): ("union", members.map { String($0.number) })
            case .pipe(let members): ("pipe", members.map { String($0.number) })
            case .debug(let member): ("debug", [String(member.number)])
            case .alias(let member): ("alias", [String(member.number)])
            case .unavailable(let reason): ("unavailable", [reason])
            }
        return EncodedWords.encode([reference, kind] + words)
    }

    public init?(encoded: Span<UInt8>) {
        guard let words = EncodedWords.decode(encoded), words.count >= 2 else { return nil }
        let rest = Array(words[2...])
        let members = rest.compactMap { Int($0).flatMap(TableID.init(number:)) }
        let hasMembers = members.count == rest.count
        switch (words[1], rest.first) {
        case ("index", let digest?) where rest.count == 2:
            answer = .index(digest: digest, recipe: rest[1])
        case ("rules", let digest?): answer = .rules(digest: digest)
        case ("value", let value?): answer = .value(value)
        case ("random", _): answer = .random(rest)
        case ("environment", _): answer = .environment
        case ("accounts", let name?): answer = .accounts(name)
        case ("failure", _): answer = .failure
        case ("union", _) where hasMembers: answer = .union(members)
        case ("pipe", _) where hasMembers: answer = .pipe(members)
        case ("debug", _) where hasMembers && members.count == 1: answer = .debug(members[0])
        case ("alias", _) where hasMembers && members.count == 1: answer = .alias(members[0])
        case ("unavailable", let reason?): answer = .unavailable(reason: reason)
        default: return nil
        }
        reference = words[0]
    }
}

import NetworkAddress

/// The clients that `mynetworks` names, for one service.
struct TrustedClients {
    struct Member {
        var pattern: NetworkMember
        var word: ExpandedWord
        /// Where it stands, in the list or in a file that the list names.
        var range: SourceRange?
    }

    enum Answer {
        /// Where it is written, and whether nothing before it can refuse the client.
        case member(Member, SourceRange?, isSure: Bool)
        case absent
        /// A member before the first that matches cannot be read here.
        case unknown
        /// A member is malformed, which refuses the client (451 4.3.0).
        case refused
    }

    let members: [Member]
    private let scope: ServiceScope
    private let context: LintContext

    init(_ scope: ServiceScope, _ context: LintContext) {
        self.scope = scope
        self.context = context
        members = context.members(scope.words("mynetworks")).map {
            Member(pattern: NetworkMember($0.text), word: $0, range: $0.range)
        }
    }

    /// The member that decides about a client without a name.
    func answer(_ address: IPAddress) -> Answer {
        var unknown: [Member] = []
        for member in members {
            switch member.pattern.kind {
            case .network(let network):
                if network.contains(address) { return decide(member, member.range, unknown) }
            case .hostBits, .malformed, .bareIPv6: return .refused
            case .file: unknown.append(member)
            case .name: break
            case .table(let text):
                var word = member.word
                word.text = text
                switch AccessTable(word, restriction: "permit_mynetworks", scope, context)
                    .answer(["\(address)"], address: address)
                {
                case .result(_, let range): return decide(member, range, unknown)
                case .absent: break
                case .unknown: unknown.append(member)
                }
            }
        }
        return unknown.isEmpty ? .absent : .unknown
    }

    /// A member that cannot be read lets the client in, too, or refuses it because of an error, if it is not negated.
    private func decide(_ member: Member, _ range: SourceRange?, _ unknown: [Member]) -> Answer {
        guard !unknown.contains(where: \.pattern.isNegated) else { return .unknown }
        if member.pattern.isNegated { return unknown.isEmpty ? .absent : .unknown }
        return .member(member, range, isSure: unknown.isEmpty)
    }

    /// The networks that are let in, those of `cidr` tables too, and where they are written.
    var networks: [(network: IPNetwork, range: SourceRange?, word: ExpandedWord)] {
        members.filter { !$0.pattern.isNegated }.flatMap {
            member -> [(network: IPNetwork, range: SourceRange?, word: ExpandedWord)] in
            switch member.pattern.kind {
            case .network(let network): return [(network, member.range, member.word)]
            case .table(let text):
                var word = member.word
                word.text = text
                let table = AccessTable(word, restriction: "permit_mynetworks", scope, context)
                return (table.rows { _ in true } ?? []).compactMap { row in
                    row.network.map { ($0, row.range, member.word) }
                }
            case .hostBits, .malformed, .bareIPv6, .file, .name: return []
            }
        }
    }
}

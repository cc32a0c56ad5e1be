import ByteScanning
import NetworkAddress
import ParameterCatalogue

/// The members of all lists of clients that somebody wrote: `mynetworks`, `debug_peer_list` and their kin.
struct ListedNetworks {
    var pattern: NetworkMember
    var word: ExpandedWord
    var parameter: String
    /// Whether a malformed member refuses clients of a server that is sure to run.
    var isFatal: Bool

    static func all(_ context: LintContext) -> [ListedNetworks] {
        context.scopes.flatMap { scope in
            lists(scope).flatMap { name in
                let isFatal = name == "mynetworks" && isAsked(scope, context)
                return context.members(scope.words(name)).map {
                    ListedNetworks(
                        pattern: NetworkMember($0.text), word: $0, parameter: name, isFatal: isFatal)
                }
            }
        }
    }

    /// The lists that a service reads; those of main.cf without a service.
    private static func lists(_ scope: ServiceScope) -> [String] {
        ParameterCatalogue.all.filter { definition in
            guard case .matchList = definition.type, definition.meaning.contains("address") else {
                return false
            }
            guard scope.isSet(definition.name) else { return false }
            return scope.service == nil || definition.isRead(by: scope.program)
        }.map(\.name)
    }

    /// Whether a restriction list that each client comes to has `permit_mynetworks`.
    private static func isAsked(_ scope: ServiceScope, _ context: LintContext) -> Bool {
        guard !context.hasMaster || scope.program == "smtpd" else { return false }
        switch scope.service?.kind {
        case .inet, .pass, nil: break
        case .unix, .fifo, .unixDatagram: return false
        }
        return ["smtpd_relay_restrictions", "smtpd_recipient_restrictions"].contains { list in
            context.restrictions(list, scope).first.map { $0.definition?.name == "permit_mynetworks" }
                ?? false
        }
    }

    static func bracketed(_ network: IPNetwork) -> String {
        let text = "\(network)"
        guard case .v6 = network, let slash = text.lastIndex(of: "/") else { return text }
        return "[\(text[..<slash])]\(text[slash...])"
    }
}

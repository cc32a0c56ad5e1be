import AddressRouting
import CompiledTables
import NetworkAddress

/// Whose domains addresses in headers get: ours for `local_header_rewrite_clients`, else those of
/// `remote_header_rewrite_domain`.
struct HeaderContext {
    private let system: RoutingSystem

    init(_ system: RoutingSystem) { self.system = system }

    /// - Parameter client: `nil` for mail that is submitted on this machine.
    func context(
        of client: Question.Client?, _ trace: inout WalkNotes
    ) throws(RoutingFailure) -> CompletionRules.Context {
        guard let client else { return .local }
        for restriction in system.policy.localHeaderClients.restrictions {
            switch restriction.name {
            case "permit_inet_interfaces":
                if system.routing.site.interfaceAddresses.contains(client.address) { return .local }
            case "permit_mynetworks":
                if try system.isInNetworks(client, &trace) { return .local }
            case "check_address_map":
                let address = Array("\(client.address)".utf8)
                let tables = system.policy.table(of: restriction)
                let value = try trace.quietly { (trace) throws(RoutingFailure) in
                    try tables?.value(for: address, trace: &trace)
                }
                if value != nil { return .local }
            // A client without TLS and without a login.
            default: continue
            }
        }
        return .remote
    }
}

extension RoutingSystem {
    /// Whether a client is in `mynetworks`.
    func isInNetworks(
        _ client: Question.Client, _ trace: inout WalkNotes
    ) throws(RoutingFailure) -> Bool {
        let name = Array(client.lookupName.utf8)
        var skipped: [LookupFailure]? = []
        do throws(LookupFailure) {
            let isListed = try policy.networks.matches(
                name: name.span, address: client.address, skipping: &skipped)
            for failure in skipped ?? [] {
                trace.record(
                    missingAnswer: RoutingStep(
                        .list, parameter: "mynetworks", table: failure.table,
                        key: Array("\(client.address)".utf8), result: nil, missingAnswer: failure.reason))
            }
            return isListed
        } catch {
            throw .table(error, parameter: "mynetworks")
        }
    }
}

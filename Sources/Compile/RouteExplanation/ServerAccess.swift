import AddressRouting
import MailAddress
import ParameterCatalogue

/// What access(5) tables say.
extension ServerSession {
    mutating func access(
        _ restriction: Restriction, _ trace: inout StepList
    ) throws(RoutingFailure) -> Outcome {
        guard let tables = system.policy.table(of: restriction) else { return cannotKnow(restriction) }
        let server = system.scopes.server
        let search = AccessSearch(
            system.routing.search, parentStyle: ParentDomainStyle("smtpd_access_maps", server),
            nullSenderKey: Array(server[.smtpdNullAccessLookupKey].utf8))
        let outer = subject
        defer { subject = outer }
        let found: [UInt8]?
        switch restriction.name {
        case "check_client_access":
            subject = .client
            found = try search.client(
                name: MailDomain(client.lookupName), address: client.address, in: tables, trace: &trace
            )?.action
        case "check_sender_access":
            subject = .sender
            found = try search.sender(
                ReversePath(internalForm: try resolved(sender).internalForm), in: tables, trace: &trace)?
                .value
        case "check_recipient_access":
            subject = .recipient
            guard let recipient else { return .undecided }
            found = try search.recipient(try resolved(recipient), in: tables, trace: &trace)?.value
        default: return cannotKnow(restriction)
        }
        guard let found else { return .undecided }
        return try outcome(of: AccessAction(found), restriction, &trace)
    }

    /// The address that tables are asked for.
    private func resolved(_ address: MailAddress) throws(RoutingFailure) -> MailAddress {
        address.isEmpty ? address : try resolution(of: address).recipient
    }

    private mutating func outcome(
        of action: AccessAction, _ restriction: Restriction, _ trace: inout StepList
    ) throws(RoutingFailure) -> Outcome {
        let server = system.scopes.server
        let (rejects, defers) = (server[.accessMapRejectCode], server[.accessMapDeferCode])
        switch action {
        case .permit:
            // What another host could take for its own recipient is not let through for its looks.
            if restriction.name == "check_recipient_access", let recipient,
                case .route(let route) = try resolution(of: recipient), route.isSourceRouted
            {
                return .undecided
            }
            return .permit
        case .goOn: return .undecided
        case .refuse(let code, let dsn, let text, let isTemporary):
            let number = code ?? (isTemporary ? defers : rejects)
            return .refuse(reply(number, dsn ?? "5.7.1", text.isEmpty ? "Access denied" : text))
        case .deferIfPermit(let text):
            deferIfPermitted(reply(defers, "4.7.1", text.isEmpty ? "Service unavailable" : text))
            return .undecided
        case .deferIfReject(let text):
            deferIfRefused(reply(defers, "4.7.1", text.isEmpty ? "Service unavailable" : text))
            return .undecided
        case .restrictions(let names):
            return try evaluate(
                RestrictionList(names.map { Restriction(name: $0) }), in: restriction.name, &trace)
        }
    }
}

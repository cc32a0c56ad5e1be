import AddressRouting
import MailAddress
import ParameterCatalogue

/// What access(5) tables say.
extension ServerSession {
    mutating func access(
        _ restriction: Restriction, _ trace: inout StepList
    ) throws(RoutingFailure) -> Outcome {
        let outer = subject
        defer { subject = outer }
        switch restriction.name {
        case "check_client_access": subject = .client
        case "check_sender_access": subject = .sender
        case "check_recipient_access": subject = .recipient
        default: return cannotKnow(restriction)
        }
        guard let tables = system.policy.table(of: restriction) else { return cannotKnow(restriction) }
        guard let found = try find(tables, &trace) else { return .undecided }
        return try outcome(of: AccessAction(found), restriction, &trace)
    }

    /// The row for the subject.
    private func find(_ tables: MapList, _ trace: inout StepList) throws(RoutingFailure) -> [UInt8]? {
        let server = system.scopes.server
        let search = AccessSearch(
            system.routing.search, parentStyle: ParentDomainStyle("smtpd_access_maps", server),
            nullSenderKey: Array(server[.smtpdNullAccessLookupKey].utf8))
        switch subject {
        case .helo: return nil
        case .client:
            let name = MailDomain(client.lookupName)
            return try search.client(name: name, address: client.address, in: tables, trace: &trace)?.action
        case .sender:
            let path = ReversePath(internalForm: try resolved(sender).internalForm)
            return try search.sender(path, in: tables, trace: &trace)?.value
        case .recipient:
            guard let recipient else { return nil }
            return try search.recipient(try resolved(recipient), in: tables, trace: &trace)?.value
        }
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
            guard subject == .recipient, try isSourceRouted() else { return .permit }
            return .undecided
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

    /// What another host could take for its own recipient is not let through for its looks.
    private func isSourceRouted() throws(RoutingFailure) -> Bool {
        guard let recipient, case .route(let route) = try resolution(of: recipient) else { return false }
        return route.isSourceRouted
    }
}

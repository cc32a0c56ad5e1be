import AddressRouting
import MailAddress
import ParameterCatalogue

/// What access(5) tables say.
extension ServerSession {
    mutating func access(_ restriction: Restriction, _ name: String, _ trace: inout WalkNotes) -> Outcome {
        let outer = subject
        defer { subject = outer }
        switch name {
        case "check_client_access": subject = .client
        case "check_reverse_client_hostname_access":
            guard client.name != nil else { return cannotKnow(restriction) }
            subject = .unverifiedClient
        case "check_helo_access":
            guard hasHelo else { return .undecided }
            guard helo != nil else { return cannotKnow(restriction) }
            subject = .helo
        case "check_sender_access":
            guard hasSender else { return .undecided }
            subject = .sender
        case "check_recipient_access":
            guard recipient != nil else { return .undecided }
            subject = .recipient
        default: return cannotKnow(restriction)
        }
        guard let tables = system.policy.table(of: restriction) else { return cannotKnow(restriction) }
        let found: [UInt8]?
        do throws(RoutingFailure) { found = try find(tables, &trace) } catch {
            guard case .table(_, restriction.name) = error else {
                // It is not the table that cannot tell, but what the address is resolved with.
                return .stop(lookupFailure(subjectName))
            }
            return .refuse(reply(451, "4.3.5", "Server configuration error"))
        }
        guard let found else { return .undecided }
        let outcome = outcome(of: AccessAction(found), name, &trace)
        guard outcome == .permit, !isDiscarded else { return outcome }
        return permission(&trace)
    }

    /// What a permission amounts to: a name that nobody has verified proves nothing, and a recipient that another host
    /// could take for one of its own is not let through for its looks.
    private func permission(_ trace: inout WalkNotes) -> Outcome {
        switch subject {
        case .client, .helo, .sender: .permit
        case .unverifiedClient: .stop(configurationError)
        case .recipient: isSourceRouted(&trace) ? .undecided : .permit
        }
    }

    /// The row for the subject.
    private func find(_ tables: MapList, _ trace: inout WalkNotes) throws(RoutingFailure) -> [UInt8]? {
        let server = system.scopes.server
        let search = AccessSearch(
            system.routing.search, parentStyle: ParentDomainStyle("smtpd_access_maps", server),
            nullSenderKey: Array(server[.smtpdNullAccessLookupKey].utf8))
        switch subject {
        case .helo:
            return try search.name(MailDomain(helo?.text ?? ""), in: tables, trace: &trace)?.action
        case .client, .unverifiedClient:
            let name = MailDomain(client.lookupName)
            return try search.client(name: name, address: client.address, in: tables, trace: &trace)?.action
        case .sender:
            let path = ReversePath(internalForm: try resolved(sender, &trace).internalForm)
            return try search.sender(path, in: tables, trace: &trace)?.value
        case .recipient:
            guard let recipient else { return nil }
            let address = try resolved(recipient, &trace)
            return try search.recipient(address, in: tables, trace: &trace)?.value
        }
    }

    /// The address that tables are asked for.
    private func resolved(
        _ address: MailAddress, _ trace: inout WalkNotes
    ) throws(RoutingFailure) -> MailAddress {
        address.isEmpty ? address : try resolution(of: address, &trace).recipient
    }

    private mutating func outcome(
        of action: AccessAction, _ name: String, _ trace: inout WalkNotes
    ) -> Outcome {
        let server = system.scopes.server
        let (rejects, defers) = (server[.accessMapRejectCode], server[.accessMapDeferCode])
        switch action {
        case .permit: return .permit
        case .goOn: return .undecided
        case .discard:
            // Before the mail begins, there is nothing to throw away.
            guard stage == .sender || stage == .recipient || server[.smtpdDelayReject] else {
                return .undecided
            }
            isDiscarded = true
            return .permit
        case .refuse(let code, let dsn, let text, let isTemporary):
            let number = code ?? (isTemporary ? defers : rejects)
            return .refuse(reply(number, dsn ?? "5.7.1", text.isEmpty ? "Access denied" : text))
        case .deferIfPermit(let dsn, let text):
            deferIfPermitted(reply(defers, dsn ?? "4.7.1", text.isEmpty ? "Service unavailable" : text))
            return .undecided
        case .deferIfReject(let dsn, let text):
            deferIfRefused(reply(defers, dsn ?? "4.7.1", text.isEmpty ? "Service unavailable" : text))
            return .undecided
        case .hangUp: return .refuse(RoutingReply(421, "4.7.0", "(no reply, the connection is closed)"))
        case .restrictions(let words): return evaluate(row: words, in: name, &trace)
        case .mistake: return .stop(configurationError)
        }
    }

    /// The restrictions of a row.
    private mutating func evaluate(
        row words: [String], in name: String, _ trace: inout WalkNotes
    ) -> Outcome {
        depth += 1
        defer { depth -= 1 }
        guard depth < 100 else { return .stop(configurationError) }
        for step in RowRestrictions(words, classes: Set(system.policy.classes.keys)).steps {
            switch step {
            case .nothing: continue
            case .mistake: return .stop(configurationError)
            case .restriction(let restriction):
                let outcome = evaluate(restriction, in: name, &trace)
                guard outcome == .undecided, !isSettled else { return outcome }
            }
        }
        return .undecided
    }

    private func isSourceRouted(_ trace: inout WalkNotes) -> Bool {
        guard let recipient else { return false }
        do throws(RoutingFailure) {
            guard case .route(let route) = try resolution(of: recipient, &trace) else { return false }
            return route.isSourceRouted
        } catch { return false }
    }
}

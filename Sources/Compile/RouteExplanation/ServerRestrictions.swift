import AddressRouting
import ByteScanning
import MailAddress
import ParameterCatalogue

/// What single restrictions say (postconf(5), `smtpd_recipient_restrictions`).
extension ServerSession {
    mutating func evaluate(
        _ restriction: Restriction, _ trace: inout StepList
    ) throws(RoutingFailure) -> Outcome {
        if let list = system.policy.classes[restriction.name] {
            return try evaluate(list, in: restriction.name, &trace)
        }
        if let outcome = try fixed(restriction.name) { return outcome }
        switch restriction.name {
        case "check_client_access", "check_helo_access", "check_sender_access", "check_recipient_access":
            return try access(restriction, &trace)
        case "reject_unlisted_recipient": return try unlisted(recipient, .recipient, &trace)
        case "reject_unlisted_sender":
            return try unlisted(sender.isEmpty ? nil : sender, .sender, &trace)
        case "permit_sasl_authenticated" where !system.scopes.server[.smtpdSASLAuthEnable]:
            return .undecided
        case "reject_unknown_client_hostname" where client.name != nil,
            "reject_unknown_reverse_client_hostname" where client.name != nil:
            return .undecided
        case "sleep", "reject_unauth_pipelining", "reject_multi_recipient_bounce": return .undecided
        default: return cannotKnow(restriction)
        }
    }

    /// Those that need nothing but parameters and addresses; `nil` for others.
    private mutating func fixed(_ name: String) throws(RoutingFailure) -> Outcome? {
        let server = system.scopes.server
        switch name {
        case "permit": return .permit
        case "reject": return .refuse(reply(server[.rejectCode], "5.7.1", "Access denied"))
        case "defer": return .refuse(reply(server[.deferCode], "4.3.2", "Try again later"))
        case "defer_if_permit":
            deferIfPermitted(reply(450, "4.7.0", "defer_if_permit requested"))
            return .undecided
        case "defer_if_reject":
            deferIfRefused(reply(450, "4.7.0", "defer_if_reject requested"))
            return .undecided
        case "permit_mynetworks": return try system.isInNetworks(client) ? .permit : .undecided
        case "permit_inet_interfaces":
            return system.routing.site.interfaceAddresses.contains(client.address) ? .permit : .undecided
        case "permit_auth_destination": return try isOurs() ? .permit : .undecided
        case "reject_unauth_destination": return try unauthorized(server[.relayDomainsRejectCode])
        case "defer_unauth_destination": return try unauthorized(server[.relayDomainsRejectCode] - 100)
        case "reject_non_fqdn_sender":
            guard !sender.isEmpty, !isQualified(sender) else { return .undecided }
            return .refuse(notQualified(sender, "Sender"))
        case "reject_non_fqdn_recipient":
            guard let recipient, !isQualified(recipient) else { return .undecided }
            return .refuse(notQualified(recipient, "Recipient"))
        default: return nil
        }
    }

    private func isOurs() throws(RoutingFailure) -> Bool {
        guard let recipient, case .route(let route) = try resolution(of: recipient) else { return false }
        return route.addressClass != .default && !route.isSourceRouted
    }

    private func unauthorized(_ code: Int) throws(RoutingFailure) -> Outcome {
        guard let recipient, try !isOurs() else { return .undecided }
        return .refuse(
            RoutingReply(code, "\(code / 100).7.1", "<\(Explainer.text(recipient))>: Relay access denied"))
    }

    private func isQualified(_ address: MailAddress) -> Bool {
        guard let domain = address.domain else {
            return address.localPart.equalsIgnoringCase("postmaster")
        }
        return domain.isLiteral || domain.bytes.dropLast().contains(ASCII.dot)
    }

    private func notQualified(_ address: MailAddress, _ who: String) -> RoutingReply {
        let code = system.scopes.server[.nonFqdnRejectCode]
        return RoutingReply(
            code, "\(code / 100).5.2",
            "<\(Explainer.text(address))>: \(who) address rejected: need fully-qualified address")
    }

    private func unlisted(
        _ address: MailAddress?, _ role: RecipientValidation.Role, _ trace: inout StepList
    ) throws(RoutingFailure) -> Outcome {
        guard let address, let refusal = try unlistedRefusal(address, role, &trace) else { return .undecided }
        return .refuse(refusal)
    }

    /// A refusal in the name of the list that is being walked.
    func reply(_ code: Int, _ dsn: String, _ text: String) -> RoutingReply {
        let (name, what) =
            switch subject {
            case .client: ("\(client.lookupName)[\(client.address)]", "Client host")
            case .helo: ("", "Helo command")
            case .sender: (Explainer.text(sender), "Sender address")
            case .recipient: (recipient.map(Explainer.text) ?? "", "Recipient address")
            }
        return RoutingReply(code, "\(code / 100)" + dsn.dropFirst(), "<\(name)>: \(what) rejected: \(text)")
    }
}

import AddressRouting
import ByteScanning
import MailAddress
import ParameterCatalogue

/// What single restrictions say (postconf(5), `smtpd_recipient_restrictions`).
extension ServerSession {
    mutating func evaluate(_ restriction: Restriction, _ trace: inout WalkNotes) -> Outcome {
        if let list = system.policy.classes[restriction.name] {
            return evaluate(list, in: restriction.name, &trace)
        }
        do throws(RoutingFailure) {
            if let outcome = try fixed(restriction.name, &trace) { return outcome }
        } catch { return .stop(lookupFailure(subjectName)) }
        do throws(RoutingFailure) {
            if let outcome = try aboutAddresses(restriction.name, &trace) { return outcome }
        } catch {
            let isAboutSender = restriction.name.hasSuffix("_sender_domain")
            return .stop(lookupFailure((isAboutSender ? sender : recipient).map(Self.text) ?? ""))
        }
        if let outcome = aboutName(restriction.name) ?? aboutSession(restriction.name) { return outcome }
        if restriction.table != nil {
            let isBare = restriction.name.utf8.contains(ASCII.colon)
            return access(restriction, isBare ? bareTableMeaning : restriction.name, &trace)
        }
        return cannotKnow(restriction)
    }

    /// What a table without a restriction before it means in the list that is walked.
    private var bareTableMeaning: String {
        switch stage {
        case .client: "check_client_access"
        case .helo: "check_helo_access"
        case .sender: "check_sender_access"
        case .recipient: "check_recipient_access"
        }
    }

    /// Those that need nothing but parameters.
    private mutating func fixed(
        _ name: String, _ trace: inout WalkNotes
    ) throws(RoutingFailure) -> Outcome? {
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
        case "permit_mynetworks": return try system.isInNetworks(client, &trace) ? .permit : .undecided
        case "permit_inet_interfaces":
            return system.routing.site.interfaceAddresses.contains(client.address) ? .permit : .undecided
        default: return nil
        }
    }

    private mutating func aboutAddresses(
        _ name: String, _ trace: inout WalkNotes
    ) throws(RoutingFailure) -> Outcome? {
        let server = system.scopes.server
        switch name {
        case "permit_auth_destination": return try isOurs(&trace) ? .permit : .undecided
        case "permit_mx_backup": return try isOurs(&trace) ? .permit : nil
        case "reject_unauth_destination": return try unauthorized(server[.relayDomainsRejectCode], &trace)
        case "defer_unauth_destination":
            return try unauthorized(server[.relayDomainsRejectCode] - 100, &trace)
        case "reject_non_fqdn_sender":
            guard hasSender, !sender.isEmpty, !isQualified(sender) else { return .undecided }
            return .refuse(notQualified(sender, "Sender"))
        case "reject_non_fqdn_recipient":
            guard let recipient, !isQualified(recipient) else { return .undecided }
            return .refuse(notQualified(recipient, "Recipient"))
        case "reject_unlisted_recipient": return unlisted(.recipient, &trace)
        case "reject_unlisted_sender": return hasSender ? unlisted(.sender, &trace) : .undecided
        case "reject_unknown_sender_domain": return try isFinal(sender, &trace) ? .undecided : nil
        case "reject_unknown_recipient_domain":
            guard let recipient else { return .undecided }
            return try isFinal(recipient, &trace) ? .undecided : nil
        default: return nil
        }
    }

    /// Those about the name of HELO.
    private func aboutName(_ name: String) -> Outcome? {
        guard let helo else { return nil }
        let server = system.scopes.server
        let (code, fault): (Int, HeloName.Fault?) =
            switch name {
            case "reject_invalid_helo_hostname": (server[.invalidHostnameRejectCode], helo.syntaxFault)
            case "reject_non_fqdn_helo_hostname": (server[.nonFqdnRejectCode], helo.qualificationFault)
            default: (0, nil)
            }
        guard code != 0 else { return nil }
        guard hasHelo else { return .undecided }
        guard let fault else { return .undecided }
        // What is no address is so by its syntax, whoever asks.
        let number = fault == .literal ? server[.invalidHostnameRejectCode] : code
        return .refuse(
            RoutingReply(
                number, "\(number / 100).5.2", "<\(helo.text)>: Helo command rejected: \(fault.rawValue)"))
    }

    /// Those about what a server without TLS and without authentication has not got.
    private func aboutSession(_ name: String) -> Outcome? {
        let server = system.scopes.server
        switch name {
        case "permit_sasl_authenticated", "check_sasl_access", "reject_sender_login_mismatch",
            "reject_authenticated_sender_login_mismatch", "reject_known_sender_login_mismatch",
            "reject_unauthenticated_sender_login_mismatch":
            return server[.smtpdSASLAuthEnable] ? nil : .undecided
        case "permit_tls_clientcerts", "permit_tls_all_clientcerts", "check_ccert_access":
            return isSurelyWithoutTLS ? .undecided : nil
        case "reject_plaintext_session":
            guard isSurelyWithoutTLS else { return nil }
            let code = server[.plaintextRejectCode]
            return .refuse(
                RoutingReply(code, "\(code / 100).7.1", "Session encryption is required"))
        case "reject_unknown_client_hostname", "reject_unknown_reverse_client_hostname":
            return client.name == nil ? nil : .undecided
        case "sleep", "reject_unauth_pipelining", "reject_multi_recipient_bounce": return .undecided
        default: return nil
        }
    }

    /// Whether no client can use TLS; a setting with a mistake is nothing to be sure of.
    private var isSurelyWithoutTLS: Bool {
        let server = system.scopes.server
        guard system.mistakenParameters.isDisjoint(with: RoutingParameters.ofTLS) else { return false }
        let level = server[.smtpdTLSSecurityLevel].text
        return !server[.smtpdTLSWrappermode] && !server[.smtpdUseTLS] && !server[.smtpdEnforceTLS]
            && (level.isEmpty || level == "none")
    }

    private func isOurs(_ trace: inout WalkNotes) throws(RoutingFailure) -> Bool {
        guard let recipient, case .route(let route) = try resolution(of: recipient, &trace) else {
            return false
        }
        return route.addressClass != .default && !route.isSourceRouted
    }

    /// Whether mail for the domain ends here, so that DNS is not asked for it.
    private func isFinal(
        _ address: MailAddress, _ trace: inout WalkNotes
    ) throws(RoutingFailure) -> Bool {
        guard !address.isEmpty, case .route(let route) = try resolution(of: address, &trace) else {
            return true
        }
        return switch route.addressClass {
        case .local, .virtualAlias, .virtualMailbox: true
        case .relay, .default: false
        }
    }

    private func unauthorized(
        _ code: Int, _ trace: inout WalkNotes
    ) throws(RoutingFailure) -> Outcome {
        guard let recipient, try !isOurs(&trace) else { return .undecided }
        return .refuse(
            RoutingReply(code, "\(code / 100).7.1", "<\(Self.text(recipient))>: Relay access denied"))
    }

    private func isQualified(_ address: MailAddress) -> Bool {
        guard let domain = address.domain else { return false }
        return domain.isLiteral || domain.isQualifiedHostName
    }

    private func notQualified(_ address: MailAddress, _ who: String) -> RoutingReply {
        let code = system.scopes.server[.nonFqdnRejectCode]
        return RoutingReply(
            code, "\(code / 100).5.2",
            "<\(Self.text(address))>: \(who) address rejected: need fully-qualified address")
    }
}

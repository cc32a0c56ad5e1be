import AddressRouting

/// What refusals say.
extension ServerSession {
    var configurationError: RoutingReply { RoutingReply(451, "4.3.5", "Server configuration error") }

    func lookupFailure(_ name: String) -> RoutingReply {
        RoutingReply(451, "4.3.0", "<\(name)>: Temporary lookup failure")
    }

    /// What a refusal names.
    var subjectName: String {
        switch subject {
        case .client: "\(client.lookupName)[\(client.address)]"
        case .unverifiedClient: client.lookupName
        case .helo: helo?.text ?? "..."
        case .sender: Self.text(sender)
        case .recipient: recipient.map(Self.text) ?? ""
        }
    }

    /// A refusal of what is being asked about.
    func reply(_ code: Int, _ dsn: String, _ text: String) -> RoutingReply {
        let what =
            switch subject {
            case .client: "Client host"
            case .unverifiedClient: "Unverified Client host"
            case .helo: "Helo command"
            case .sender: "Sender address"
            case .recipient: "Recipient address"
            }
        let detail =
            switch subject {
            case .client, .unverifiedClient, .helo: EnhancedStatusDetail(dsn).aboutNoAddress
            case .sender: EnhancedStatusDetail(dsn).about(.sender)
            case .recipient: EnhancedStatusDetail(dsn).about(.recipient)
            }
        return RoutingReply(code, "\(code / 100)" + detail, "<\(subjectName)>: \(what) rejected: \(text)")
    }
}

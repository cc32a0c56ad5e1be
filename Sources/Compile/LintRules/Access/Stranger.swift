import NetworkAddress

/// A client whom nobody here knows, what it says, and where it wants to send.
struct Stranger {
    var address: IPAddress
    /// Its verified name; `unknown` for none.
    var name = Self.host
    var helo = Self.host
    /// Empty for the null sender.
    var sender = Self.mailbox
    /// What makes it special, for messages: `client 172.17.0.1`.
    var description = "any client"

    /// What any other name would do for.
    static let host = "mail.stranger.example"
    /// What any other sender would do for.
    static let mailbox = "somebody@stranger.example"
    /// In no domain that is handled here.
    static let recipient = "somebody@elsewhere.example"
}

/// The keys that access tables are asked for (access(5)).
struct AccessKeys {
    /// Whether a parent domain is asked for without a dot before it.
    let hasPlainParents: Bool

    init(_ scope: ServiceScope) {
        hasPlainParents = scope.words("parent_domain_matches_subdomains").contains {
            $0.text == "smtpd_access_maps"
        }
    }

    func ofHost(_ name: String) -> [String] {
        var keys = [name]
        var rest = name[...]
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            keys.append(hasPlainParents ? String(rest) : "." + rest)
        }
        return keys
    }

    func ofAddress(_ address: IPAddress) -> [String] {
        guard case .v4 = address else { return ["\(address)"] }
        var keys = ["\(address)"]
        while let last = keys.last, let dot = last.lastIndex(of: ".") { keys.append(String(last[..<dot])) }
        return keys
    }

    func ofMailbox(_ address: String, null: String) -> [String] {
        guard let at = address.lastIndex(of: "@") else { return [null] }
        return [address] + ofHost(String(address[address.index(after: at)...])) + [String(address[...at])]
    }
}

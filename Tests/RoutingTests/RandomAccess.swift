import Foundation
import TestSupport

/// A random configuration of an SMTP server, for Postfix and for us: restrictions, access tables, tables of recipients.
/// Its tables know something about its sessions.
struct RandomAccess {
    /// Parameters of main.cf.
    private(set) var parameters: [(name: String, value: String)] = []
    /// Table files by name.
    private(set) var files: [(name: String, text: String)] = []
    /// Those of them that need an index.
    private(set) var indexed: [String] = []
    /// Who may come.
    let sessions: [SMTPClient.Session]

    private let directory: String
    private let number: Int
    private let isDelayed: Bool
    private var rowNumber = 0
    private var classes: [String] = []

    init(number: Int, directory: String, random: inout SeededRandom) {
        self.number = number
        self.directory = directory
        sessions = (0..<6).map { _ in random.session() }
        isDelayed = !random.once(in: 4)
        set("smtpd_delay_reject", isDelayed ? "yes" : "no")
        makeSite(&random)
        makeCodes(&random)
        makeRecipients(&random)
        makeRestrictions(&random)
    }

    /// A session that is made of parts of the known ones.
    func session(_ random: inout SeededRandom) -> SMTPClient.Session {
        var session = random.pick(sessions)
        if random.once(in: 2) { session.helo = random.pick(sessions).helo }
        if random.once(in: 2) { session.sender = random.pick(sessions).sender }
        if random.once(in: 3) { session.recipient = random.pick(sessions).recipient }
        return session
    }

    private mutating func set(_ name: String, _ value: String) { parameters.append((name, value)) }

    private mutating func flag(_ name: String, _ random: inout SeededRandom) {
        set(name, random.once(in: 2) ? "yes" : "no")
    }

    private mutating func makeSite(_ random: inout SeededRandom) {
        set("inet_protocols", "all")
        set("myhostname", "host.dest.example")
        set("mydomain", "dest.example")
        set("myorigin", random.pick(["host.dest.example", "dest.example", "va.example"]))
        set(
            "mynetworks",
            random.pick(["10.1.2.0/24, [2001:db8:1::]/48", "192.0.2.16/28", "static:all", ".example.net"]))
        set("mydestination", random.pick(["host.dest.example, dest.example", "dest.example", ""]))
        set("virtual_alias_domains", random.pick(["va.example", ""]))
        set("virtual_mailbox_domains", random.pick(["vm.example", ""]))
        set("relay_domains", random.pick(["rel.example", "rel.example, other.net", ""]))
        set("recipient_delimiter", random.pick(["", "+", "-", "+-"]))
        let parents = ["smtpd_access_maps", "relay_domains", "mynetworks"].filter { _ in random.once(in: 2) }
        set("parent_domain_matches_subdomains", parents.joined(separator: ", "))
        set("smtpd_null_access_lookup_key", random.pick(["<>", "<>", "nobody", "user@other.net"]))
        if random.once(in: 8) { set("soft_bounce", "yes") }
        if random.once(in: 4) { set("resolve_numeric_domain", "yes") }
        if random.once(in: 4) { set("allow_min_user", "yes") }
        if random.once(in: 4) { set("append_dot_mydomain", "yes") }
    }

    private mutating func makeCodes(_ random: inout SeededRandom) {
        for name in [
            "access_map_reject_code", "reject_code", "non_fqdn_reject_code", "invalid_hostname_reject_code",
            "unknown_local_recipient_reject_code",
            "unknown_relay_recipient_reject_code", "unknown_virtual_mailbox_reject_code",
            "unknown_virtual_alias_reject_code",
        ] where random.once(in: 4) {
            set(name, random.pick(["450", "550", "571", "504"]))
        }
        for name in ["access_map_defer_code", "defer_code", "plaintext_reject_code"]
        where random.once(in: 4) {
            set(name, random.pick(["451", "450", "471"]))
        }
        if random.once(in: 4) { set("relay_domains_reject_code", random.pick(["550", "571", "504"])) }
        flag("show_user_unknown_table_name", &random)
        flag("smtpd_reject_unlisted_recipient", &random)
        flag("smtpd_reject_unlisted_sender", &random)
    }

    private mutating func makeRecipients(_ random: inout SeededRandom) {
        for name in ["local_recipient_maps", "virtual_mailbox_maps", "relay_recipient_maps"] {
            set(name, random.once(in: 3) ? "" : mailTable(&random, values: ["x"]))
        }
        for name in [
            "virtual_alias_maps", "canonical_maps", "sender_canonical_maps", "recipient_canonical_maps",
        ] {
            set(name, random.once(in: 4) ? mailTable(&random, values: ["y@other.net"]) : "")
        }
        set("relocated_maps", random.once(in: 8) ? mailTable(&random, values: ["far@other.net"]) : "")
        let transports = [
            "error:", "error:5.1.2 gone", "retry:later", "retry:5.1.8 x", "smtp:[x]", "error:4.2.1 x",
        ]
        let recipient = random.pick(sessions).recipient
        let domain = recipient.hasSuffix("\"") ? "x" : recipient.split(separator: "@").last ?? "x"
        set(
            "transport_maps",
            random.once(in: 4) ? "inline:{{\(domain)=\(random.pick(transports))}}" : "")
        set(
            "sender_dependent_default_transport_maps",
            random.once(in: 8) ? mailTable(&random, values: ["error:5.1.1 not you", "smtp:"]) : "")
    }
}

extension RandomAccess: CustomStringConvertible {
    /// What main.cf and the tables say.
    var description: String {
        "configuration \(number): " + parameters.map { "\($0.name) = \($0.value)" }.joined(separator: "\n")
            + "\n"
            + files.map { "\($0.name): \($0.text)" }.joined(separator: "\n")
    }
}

// MARK: Restrictions

extension RandomAccess {
    private static let plain = [
        "permit_mynetworks", "permit_auth_destination", "reject_unauth_destination",
        "defer_unauth_destination", "reject_non_fqdn_sender", "reject_non_fqdn_recipient",
        "reject_non_fqdn_helo_hostname", "reject_invalid_helo_hostname",
        "reject_unlisted_recipient", "reject_unauth_pipelining", "permit_sasl_authenticated",
        "permit_tls_clientcerts", "reject_multi_recipient_bounce", "reject_sender_login_mismatch",
        "defer_if_permit", "defer_if_reject", "permit", "reject", "defer", "reject_plaintext_session",
        "Reject_Non_FQDN_Sender", "reject_invalid_hostname",
    ]
    private static let lists = ["client", "helo", "sender", "relay", "recipient"]

    fileprivate mutating func makeRestrictions(_ random: inout SeededRandom) {
        set("smtpd_restriction_classes", "class_a, class_b")
        let first = words(3, "class", &random)
        set("class_a", first.isEmpty ? "permit_mynetworks" : first)
        classes = ["class_a"]
        let second = words(3, "class", &random)
        set("class_b", second.isEmpty ? "class_a" : second)
        classes = ["class_a", "class_b"]
        let guarded = random.pick(["relay", "recipient"])
        for list in Self.lists {
            var text = words(list == guarded ? 2 : 4, list, &random)
            // Otherwise the connection is refused before it can say who it is.
            if list == "client", !isDelayed { text = "check_client_access inline:{127.0.0.1=OK}, " + text }
            if list == guarded {
                let rest = words(3, list, &random)
                text = [
                    text.contains("permit,") || text.hasSuffix("permit") ? "" : text,
                    random.pick([
                        "reject_unauth_destination", "defer_unauth_destination", "reject", "defer_if_permit",
                    ]),
                    rest,
                ].filter { !$0.isEmpty }.joined(separator: ", ")
            }
            set("smtpd_\(list)_restrictions", text)
        }
    }

    private mutating func words(_ bound: Int, _ list: String, _ random: inout SeededRandom) -> String {
        (0..<random(bound)).map { _ in restriction(list, &random) }.joined(separator: ", ")
    }

    private mutating func restriction(_ list: String, _ random: inout SeededRandom) -> String {
        let prefix = random.once(in: 8) ? "warn_if_reject " : ""
        if random.once(in: 2) {
            // In other lists, Postfix 3.7 asks it in every second session.
            let senders = ["sender", "relay", "recipient"].contains(list) ? ["reject_unlisted_sender"] : []
            return prefix + random.pick(Self.plain + classes + classes + senders)
        }
        let kind = random.pick(["client", "helo", "sender", "recipient", "reverse_client_hostname"])
        let table = accessTable(kind, &random)
        // A table alone means the restriction of the list.
        return prefix + (random.once(in: 8) ? table : "check_\(kind)_access \(table)")
    }
}

// MARK: Tables

extension RandomAccess {
    private static let actions = [
        "OK", "ok then", "RELAY", "DUNNO", "REJECT", "REJECT", "REJECT", "REJECT 4.7.9 no", "reject 5.1.9 no",
        "DEFER",
        "DEFER_IF_PERMIT", "DEFER_IF_PERMIT 4.2.2 perhaps", "DEFER_IF_REJECT",
        "DEFER_IF_REJECT 4.2.3 perhaps",
        "HOLD", "DISCARD", "FILTER smtp:x", "FILTER", "REDIRECT a@other.net", "BCC a@other.net",
        "PREPEND X: y",
        "INFO x", "WARN", "550", "550 4.7.3 text", "553 text", "421 bye", "521 5.3.2 bye",
        "250 x",
        "permit", "permit_mynetworks, reject", "reject_unauth_destination", "defer_unauth_destination permit",
        "class_a", "class_b, permit", "CLASS_A", "warn_if_reject reject_non_fqdn_sender",
        "reject_non_fqdn_sender, permit",
        "reject_unlisted_recipient", "defer_if_permit, permit",
        "check_sender_access",
        "check_sender_access texthash:/etc/x", "reject_invalid_helo_hostname, reject_non_fqdn_helo_hostname",
        "nonsense", "sleep", "reject_plaintext_session",
    ]

    private func keys(_ kind: String) -> [String] {
        switch kind {
        case "client", "reverse_client_hostname":
            sessions.flatMap { AccessKeys.name($0.name ?? "unknown") + AccessKeys.network($0.address) }
        case "helo": sessions.flatMap { AccessKeys.name($0.helo) }
        case "sender": sessions.flatMap { $0.sender.isEmpty ? ["<>", "nobody"] : AccessKeys.mail($0.sender) }
        default: sessions.flatMap { AccessKeys.mail($0.recipient) }
        }
    }

    private mutating func accessTable(_ kind: String, _ random: inout SeededRandom) -> String {
        if random.once(in: 40) { return "fail:x" }
        if random.once(in: 30) { return "static:{\(random.pick(Self.actions))}" }
        if kind == "client", random.once(in: 4) {
            let networks = [
                "192.0.2.0/24", "10.0.0.0/8", "2001:db8::/32", "0.0.0.0/0", "192.0.2.17", "2001:db8:1::/48",
            ]
            return file(
                "cidr", (0...random(2)).map { _ in "\(random.pick(networks)) \(action(&random))\n" }, &random)
        }
        if random.once(in: 6) {
            let rules = (0...random(2)).map { _ -> String in
                let key = random.pick(keys(kind))
                let text = NSRegularExpression.escapedPattern(for: key.replacing("/", with: ""))
                return "/^(.?)\(text.dropFirst(text.hasPrefix("\\") ? 2 : 1))/ \(action(&random))\n"
            }
            return file(random.pick(["pcre", "regexp"]), rules, &random)
        }
        return table(keys(kind), &random) { $0.action(&$1) }
    }

    /// REJECT names the row, so that one is not taken for another.
    private mutating func action(_ random: inout SeededRandom) -> String {
        let action = random.pick(Self.actions)
        guard action == "REJECT" else { return action }
        rowNumber += 1
        return "REJECT row \(rowNumber)"
    }

    fileprivate mutating func mailTable(_ random: inout SeededRandom, values: [String]) -> String {
        if random.once(in: 40) { return "fail:x" }
        let addresses = sessions.flatMap { [$0.recipient, $0.sender] }.filter { !$0.isEmpty }
        return table(addresses.flatMap(AccessKeys.mail), &random) { $1.pick(values) }
    }

    private mutating func table(
        _ keys: [String], _ random: inout SeededRandom,
        _ value: (inout RandomAccess, inout SeededRandom) -> String
    ) -> String {
        var known: Set<String> = []
        var lines: [String] = []
        for _ in 0...random(5) {
            let key = random.pick(keys)
            // Postfix does not open a table that has a key twice.
            guard !key.isEmpty, known.insert(key.lowercased()).inserted else { continue }
            lines.append("\(key) \(value(&self, &random))\n")
        }
        return file(random.once(in: 8) ? "lmdb" : "texthash", lines, &random)
    }

    private mutating func file(_ type: String, _ lines: [String], _ random: inout SeededRandom) -> String {
        let name = "a\(number).\(files.count)"
        files.append((name, lines.joined()))
        if type == "lmdb" { indexed.append(name) }
        return "\(type):\(directory)/tables/\(name)"
    }
}

// MARK: Sessions

extension SeededRandom {
    fileprivate mutating func session() -> SMTPClient.Session {
        let names = [
            "a.b.example.net", "b.example.net", "mx.other.org", "host", "1-2.example.net",
            "UPPER.example.net", nil,
        ]
        let addresses = [
            "192.0.2.17", "192.0.2.200", "10.1.2.3", "10.200.0.1", "2001:db8:1:2::17", "2001:db8::1",
            "2001:db8:1:2:3:4:5:6", "198.51.100.7",
        ]
        let helos = [
            "a.b.example.net", "foo", "[192.0.2.17]", "[1.2.3]", "192.0.2.17", "bad_.name", "-x.y",
            "mx.other.org.",
            "[IPv6:2001:db8::1]", "a..b", "1.2.3", "123", "Mixed.Example.NET", "2001:db8::1", "a@b",
            "host.dest.example",
        ]
        return SMTPClient.Session(
            address: pick(addresses), name: pick(names), helo: pick(helos),
            sender: once(in: 5) ? "" : mailAddress(), recipient: mailAddress())
    }

    private mutating func mailAddress() -> String {
        let users = [
            "user", "user+ext", "user-ext", "\"a b\"", "postmaster", "x%y", "known", "User", "known+a-b",
            "owner-list",
            "-min", "double-bounce", "x!y", "\"x@y\"",
        ]
        let domains = [
            "dest.example", "host.dest.example", "va.example", "vm.example", "rel.example", "x.y.rel.example",
            "other.net", "far.other.net", "single", "[192.0.2.1]", "[10.1.2.3]", "1.2.3.4", "Dest.Example",
            "other.net.",
        ]
        return once(in: 12) ? pick(users) : pick(users) + "@" + pick(domains)
    }
}

import AddressRouting
import ByteScanning
import CompiledTables
import MailAddress
import NetworkAddress
import TestSupport

/// A random configuration, as values for us and as parameters for Postfix.
struct RandomRouting {
    var configuration: RoutingConfiguration
    /// Parameters of main.cf.
    var parameters: [(name: String, value: String)] = []
    /// Table files by name.
    var files: [(name: String, text: String)] = []

    static let domains = [
        "dest", "sub.dest", "host.example.com", "example.com", "origin.example", "va", "sub.va", "vm", "rel",
        "x.rel", "y.x.rel", "other.net", "far.other.net", "UPPER.Net", "[10.1.2.3]", "hub",
    ]
    static let users = [
        "a", "user", "user+ext", "user-ext", "user_ext", "user+a-b", "owner-list", "list-request",
        "postmaster",
        "MAILER-DAEMON", "double-bounce", "a b", "a@b", "User", "x%y", "x!y", ".dot", "+ext", "postmaster+x",
        "q\"q", "b\\c", "|cmd", "info", "-min", "f\u{f6}\u{f6}",
    ]

    private let directory: String
    private let number: Int
    private var tableNumber = 0

    init(number: Int, directory: String, random: inout SeededRandom) {
        self.number = number
        self.directory = directory
        let host = MailDomain("host.example.com")
        configuration = RoutingConfiguration(
            completion: CompletionRules(options: [], origin: host, domain: MailDomain("example.com")),
            extensions: ExtensionRule(delimiters: []),
            site: LocalSite(hostName: host, origin: host), transports: TransportRules())
        set("myhostname", "host.example.com")
        set("mydomain", "example.com")
        makeCompletion(&random)
        makeDomains(&random)
        configuration.transports = makeTransports("", &random)
        makeVerification(&random)
        makeMapping(&random)
    }

    private mutating func set(_ name: String, _ value: String) { parameters.append((name, value)) }

    private mutating func flag(_ name: String, _ random: inout SeededRandom, in bound: Int = 2) -> Bool {
        let value = random.once(in: bound)
        set(name, value ? "yes" : "no")
        return value
    }

    private mutating func makeCompletion(_ random: inout SeededRandom) {
        var options: CompletionRules.Options = []
        if flag("append_at_myorigin", &random) { options.insert(.appendAtOrigin) }
        if flag("append_dot_mydomain", &random) { options.insert(.appendDotDomain) }
        if flag("swap_bangpath", &random) { options.insert(.swapBangPath) }
        if flag("allow_percent_hack", &random) { options.insert(.percentHack) }
        let origin = random.pick(["origin.example", "host.example.com", "short", "va"])
        let remote = random.pick(["", "remote.invalid", "single"])
        set("myorigin", origin)
        set("remote_header_rewrite_domain", remote)
        configuration.completion.options = options
        configuration.completion.origin = MailDomain(origin)
        configuration.completion.remoteDomain = MailDomain(remote)
        configuration.site.origin = MailDomain(origin)
        let delimiters = random.pick(["", "+", "-", "+-", "_+"])
        set("recipient_delimiter", delimiters)
        configuration.extensions.delimiters = Array(delimiters.utf8)
        configuration.extensions.keepsOwnerAndRequest = flag("owner_request_special", &random)
        configuration.resolving.looksIntoQuotes = flag("resolve_dequoted_address", &random)
        configuration.resolving.allowsNullDomain = flag("resolve_null_domain", &random)
        configuration.resolving.allowsNumericDomain = flag("resolve_numeric_domain", &random)
        configuration.resolving.allowsHyphenFirst = flag("allow_min_user", &random)
        configuration.resolving.checksUTF8 = flag("smtputf8_enable", &random)
        configuration.resolving.internationalNames =
            flag("enable_idna2003_compatibility", &random) ? .transitional : .nontransitional
        configuration.resolving.namesTableOfUnknownUser = flag("show_user_unknown_table_name", &random)
    }

    private mutating func makeDomains(_ random: inout SeededRandom) {
        configuration.site.interfaceAddresses = Set(
            ["127.0.0.1", "10.1.2.3"].compactMap { IPAddress(Array($0.utf8).span) })
        var matching: [String] = []
        let relaySubdomains = random.once(in: 2)
        if relaySubdomains { matching.append("relay_domains") }
        if random.once(in: 2) {
            matching.append("transport_maps")
            configuration.transports.parentStyle = .plain
        }
        set("parent_domain_matches_subdomains", matching.joined(separator: " "))
        configuration.site.destinations = list("mydestination", &random, of: 4)
        configuration.domains.virtualAlias = list("virtual_alias_domains", &random, of: 6)
        configuration.domains.virtualMailbox = list("virtual_mailbox_domains", &random, of: 6)
        configuration.domains.relay = list("relay_domains", &random, of: 6, subdomains: relaySubdomains)
    }

    private mutating func list(
        _ name: String, _ random: inout SeededRandom, of bound: Int, subdomains: Bool = false
    ) -> any StringMatching {
        if random.once(in: 60) {
            set(name, "fail:list")
            return FailingList()
        }
        let names = random.some(Self.domains.filter { !$0.hasPrefix("[") }, of: bound)
        set(name, names.joined(separator: ", "))
        return NameList(names, hasSubdomains: subdomains)
    }

    private mutating func makeTransports(_ prefix: String, _ random: inout SeededRandom) -> TransportRules {
        var rules = TransportRules()
        rules.prefix = prefix
        rules.parentStyle = configuration.transports.parentStyle
        rules.local = text(
            prefix + "local_transport", ["local", "local:h", "error:5.1.1 nobody here", ":x"], &random)
        rules.virtual = text(
            prefix + "virtual_transport", ["virtual", "lmtp:unix:/x", "error:", "error"], &random)
        rules.relay = text(prefix + "relay_transport", ["relay", "relay:[in]:26", "smtp"], &random)
        rules.default = text(
            prefix + "default_transport", ["smtp", "smtp:[out]", "error:5.7.1 no way", "uucp:"], &random)
        rules.relayHost = text(prefix + "relayhost", ["", "[gw.example.com]:587", "gw"], &random)
        rules.transportMaps = tables(
            prefix + "transport_maps", &random, keys: .transport,
            values: [
                "smtp:", ":", ":next", "lmtp:inner", "error:", "retry:", "error:5.1.6 gone", "name", "a:b:c",
                "smtp:[h]:25", "ERROR:",
            ])
        rules.senderRelayHostMaps = tables(
            prefix + "sender_dependent_relayhost_maps", &random, keys: .mapping,
            values: ["[s1]", "s2:25", "DUNNO", "dunno"])
        rules.senderDefaultTransportMaps = tables(
            prefix + "sender_dependent_default_transport_maps", &random, keys: .mapping,
            values: ["st:", "st2:nh", "DUNNO", "error:5.7.1 not you", ":x"])
        if prefix.isEmpty { makeNullSenderKeys(&rules, &random) }
        return rules
    }

    private mutating func makeNullSenderKeys(_ rules: inout TransportRules, _ random: inout SeededRandom) {
        let host = text("empty_address_relayhost_maps_lookup_key", ["<>", "user@vm"], &random)
        let transport = text("empty_address_default_transport_maps_lookup_key", ["<>", "user"], &random)
        rules.nullSenderRelayHostKey = MailAddress(internalForm: host)
        rules.nullSenderDefaultTransportKey = MailAddress(internalForm: transport)
        rules.relocatedMaps = tables(
            "relocated_maps", &random, keys: .mapping, values: ["new@other.net", "some where"], in: 3)
    }

    /// Half of the configurations send probes another way.
    private mutating func makeVerification(_ random: inout SeededRandom) {
        configuration.verification = configuration.transports
        guard random.once(in: 2) else { return }
        var rules = makeTransports("address_verify_", &random)
        rules.relocatedMaps = configuration.transports.relocatedMaps
        rules.nullSenderRelayHostKey = configuration.transports.nullSenderRelayHostKey
        rules.nullSenderDefaultTransportKey = configuration.transports.nullSenderDefaultTransportKey
        configuration.verification = rules
    }

    private mutating func text(
        _ name: String, _ values: [String], _ random: inout SeededRandom
    ) -> [UInt8] {
        // The strange values are rare.
        let value = random.once(in: 3) ? random.pick(values) : values[0]
        set(name, value)
        return Array(value.utf8)
    }
}

extension RandomRouting: CustomStringConvertible {
    /// What main.cf and the tables say, but for what is empty.
    var description: String {
        let settings = parameters.filter { !$0.value.isEmpty }.map { "\($0.name)=\($0.value)" }
        return "configuration \(number): \(settings); \(files.map { "\($0.name): \($0.text)" })"
    }
}

// MARK: Tables

extension RandomRouting {
    enum Keys {
        case transport, mapping
    }

    mutating func tables(
        _ parameter: String, _ random: inout SeededRandom, keys: Keys, values: [String], in bound: Int = 2
    ) -> MapList {
        guard random.once(in: bound) else {
            parameters.append((parameter, ""))
            return MapList(parameter)
        }
        var names: [String] = []
        var list: [any LookupTable] = []
        for _ in 0...random(2) {
            let (name, table) = table(keys, values, &random)
            names.append(name)
            list.append(table)
        }
        parameters.append((parameter, names.joined(separator: ", ")))
        return MapList(parameter, list)
    }

    private mutating func table(
        _ keys: Keys, _ values: [String], _ random: inout SeededRandom
    ) -> (name: String, table: any LookupTable) {
        let isUnicode = configuration.resolving.checksUTF8
        if random.once(in: 80) {
            return ("fail:test", checked(FailTable(name: "fail:test"), isUnicode: isUnicode))
        }
        tableNumber += 1
        let file = "t\(number).\(tableNumber)"
        if random.once(in: 5) {
            let rules = (0...random(3)).map { _ in
                (random.pick(["user", "a@", "*", "inf", "user@vm", "user+ext@"]), random.pick(values))
            }
            let lines = rules.map { "/^\(Self.escaped($0.0))/ \($0.1)\n" }
            files.append((file, lines.joined()))
            let name = "regexp:\(directory)/tables/\(file)"
            let table = PrefixTable(name: name, rules: rules.map { (Array($0.0.utf8), Array($0.1.utf8)) })
            return (name, checked(table, isUnicode: isUnicode))
        }
        var rows: [(String, String)] = []
        // Postfix does not open a texthash table that has a key twice.
        var known: Set<[UInt8]> = []
        for _ in 0...random(12) {
            let key = key(keys, &random)
            if known.insert(foldedCase(Array(key.utf8))).inserted { rows.append((key, random.pick(values))) }
        }
        files.append((file, rows.map { "\($0.0) \($0.1)\n" }.joined()))
        let name = "texthash:\(directory)/tables/\(file)"
        return (name, memoryTable(name, rows, isUnicode: isUnicode))
    }

    private static func escaped(_ text: String) -> String {
        text.map { "+*.".contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    /// A key as the sources of tables have it; one with a space is written in quotes.
    private func key(_ keys: Keys, _ random: inout SeededRandom) -> String {
        let plain = Self.users.filter { !$0.contains(" ") && !$0.contains("\\") && !$0.contains("\"") }
        let domain = random.pick(Self.domains)
        let user = random.once(in: 8) ? "\"a b\"" : random.pick(plain)
        switch (keys, random(6)) {
        case (.transport, 0): return "*"
        case (.transport, 1), (.transport, 2): return domain
        case (.transport, 3): return "." + domain
        case (.mapping, 0): return "@" + domain
        case (.mapping, 1): return "<>"
        case (.mapping, 2): return user
        default: return user + "@" + domain
        }
    }
}

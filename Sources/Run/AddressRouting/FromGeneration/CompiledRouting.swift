import CompiledTables
import MailAddress
import NetworkAddress
import ParameterCatalogue

extension RoutingConfiguration {
    /// What a generation says about addresses, with all its tables open.
    ///
    /// - Parameters:
    ///   - interfaces: the addresses that `inet_interfaces` and `proxy_interfaces` stand for on this machine.
    ///   - warn: takes what goes wrong in a lookup that still has an answer.
    public init(
        _ generation: Generation, _ scopes: RoutingScopes, interfaces: Set<IPAddress>,
        warn: @escaping @Sendable (String) -> Void
    ) throws(GenerationFailure) {
        let rewriting = scopes.rewriting
        let tables = TableOpening(generation, rewriting, warn: warn)
        let site = LocalSite(
            hostName: MailDomain(rewriting[.myhostname]), origin: MailDomain(rewriting[.myorigin]),
            destinations: try tables.list(.mydestination, rewriting), interfaceAddresses: interfaces)
        self.init(
            completion: CompletionRules(rewriting), extensions: ExtensionRule(scopes.cleanup), site: site,
            resolving: ResolvingRules(rewriting), domains: try DomainLists(tables, rewriting),
            transports: try TransportRules(mail: tables, rewriting),
            verification: try TransportRules(probes: tables, rewriting),
            mapping: try MappingRules(tables, scopes.cleanup),
            recipients: try RecipientTables(tables, scopes.server))
    }
}

extension CompletionRules {
    init(_ configuration: Configuration) {
        var options: Options = []
        if configuration[.appendAtMyorigin] { options.insert(.appendAtOrigin) }
        if configuration[.appendDotMydomain] { options.insert(.appendDotDomain) }
        if configuration[.swapBangpath] { options.insert(.swapBangPath) }
        if configuration[.allowPercentHack] { options.insert(.percentHack) }
        self.init(
            options: options, origin: MailDomain(configuration[.myorigin]),
            domain: MailDomain(configuration[.mydomain]),
            remoteDomain: MailDomain(configuration[.remoteHeaderRewriteDomain]))
    }
}

extension ExtensionRule {
    init(_ configuration: Configuration) {
        self.init(
            delimiters: Array(configuration[.recipientDelimiter].utf8),
            keepsOwnerAndRequest: configuration[.ownerRequestSpecial],
            doubleBounceSender: Array(configuration[.doubleBounceSender].text.utf8))
    }
}

extension ResolvingRules {
    init(_ configuration: Configuration) {
        self.init()
        looksIntoQuotes = configuration[.resolveDequotedAddress]
        allowsNullDomain = configuration[.resolveNullDomain]
        allowsNumericDomain = configuration[.resolveNumericDomain]
        allowsHyphenFirst = configuration[.allowMinUser]
        checksUTF8 = configuration[.smtputf8Enable]
        internationalNames = configuration[.enableIDNA2003Compatibility] ? .transitional : .nontransitional
        namesTableOfUnknownUser = configuration[.showUserUnknownTableName]
        prefixesRelocated = configuration[.relocatedPrefixEnable]
    }
}

extension DomainLists {
    init(_ tables: TableOpening, _ configuration: Configuration) throws(GenerationFailure) {
        self.init()
        virtualAlias = try tables.list(.virtualAliasDomains, configuration)
        virtualMailbox = try tables.list(.virtualMailboxDomains, configuration)
        relay = try tables.list(.relayDomains, configuration)
    }
}

extension TransportRules {
    init(mail tables: TableOpening, _ configuration: Configuration) throws(GenerationFailure) {
        try self.init(shared: tables, configuration)
        local = Array(configuration[.localTransport].utf8)
        virtual = Array(configuration[.virtualTransport].utf8)
        relay = Array(configuration[.relayTransport].utf8)
        self.default = Array(configuration[.defaultTransport].utf8)
        relayHost = Self.relayHost(configuration[.relayhost].words)
        transportMaps = try tables.safeMaps(.transportMaps, configuration)
        senderRelayHostMaps = try tables.safeMaps(.senderDependentRelayhostMaps, configuration)
        senderDefaultTransportMaps = try tables.safeMaps(.senderDependentDefaultTransportMaps, configuration)
    }

    init(probes tables: TableOpening, _ configuration: Configuration) throws(GenerationFailure) {
        try self.init(shared: tables, configuration)
        prefix = "address_verify_"
        local = Array(configuration[.addressVerifyLocalTransport].utf8)
        virtual = Array(configuration[.addressVerifyVirtualTransport].utf8)
        relay = Array(configuration[.addressVerifyRelayTransport].utf8)
        self.default = Array(configuration[.addressVerifyDefaultTransport].utf8)
        relayHost = Array(configuration[.addressVerifyRelayhost].utf8)
        transportMaps = try tables.safeMaps(.addressVerifyTransportMaps, configuration)
        senderRelayHostMaps = try tables.safeMaps(.addressVerifySenderDependentRelayhostMaps, configuration)
        senderDefaultTransportMaps = try tables.safeMaps(
            .addressVerifySenderDependentDefaultTransportMaps, configuration)
    }

    private init(shared tables: TableOpening, _ configuration: Configuration) throws(GenerationFailure) {
        self.init()
        relocatedMaps = try tables.maps(.relocatedMaps, configuration)
        parentStyle = ParentDomainStyle("transport_maps", configuration)
        nullSenderRelayHostKey = MailAddress(
            internalForm: Array(configuration[.emptyAddressRelayhostMapsLookupKey].utf8))
        nullSenderDefaultTransportKey = MailAddress(
            internalForm: Array(configuration[.emptyAddressDefaultTransportMapsLookupKey].utf8))
    }

    /// One text, as it is handed to delivery agents.
    private static func relayHost(_ words: [String]) -> [UInt8] { Array(words.joined(separator: ", ").utf8) }
}

extension ParentDomainStyle {
    /// Whether the lookups of a parameter, or of `smtpd_access_maps`, find parents without a dot.
    public init(_ name: String, _ configuration: Configuration) {
        let listed = configuration[.parentDomainMatchesSubdomains].words
        self = listed.contains(name) ? .plain : .dotted
    }
}

extension RecipientTables {
    init(_ tables: TableOpening, _ configuration: Configuration) throws(GenerationFailure) {
        self.init()
        local = try tables.maps(.localRecipientMaps, configuration)
        relay = try tables.maps(.relayRecipientMaps, configuration)
        virtualMailbox = try tables.maps(.virtualMailboxMaps, configuration)
        unknownLocalCode = configuration[.unknownLocalRecipientRejectCode]
        unknownRelayCode = configuration[.unknownRelayRecipientRejectCode]
        unknownVirtualMailboxCode = configuration[.unknownVirtualMailboxRejectCode]
        unknownVirtualAliasCode = configuration[.unknownVirtualAliasRejectCode]
    }
}

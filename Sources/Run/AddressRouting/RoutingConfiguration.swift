import ByteScanning
import InternationalNames
import MailAddress

/// All that rewriting and resolving need to know, as values: whoever has the configuration fills it in, from
/// a compiled generation or, in tests, by hand. The router reads nothing else and asks the system nothing.
///
/// Tables fold their keys themselves (`CheckedTable`); match lists are `StringMatching`. All of them belong
/// to one generation: a router made from the value gives consistent answers for as long as it lives.
public struct RoutingConfiguration: Sendable {
    public var completion: CompletionRules
    public var extensions: ExtensionRule
    public var site: LocalSite
    public var resolving: ResolvingRules
    public var domains: DomainLists
    /// How mail is routed.
    public var transports: TransportRules
    /// The same for address probes (`address_verify_*`).
    public var verification: TransportRules
    public var mapping: MappingRules
    public var recipients: RecipientTables

    /// - Parameter verification: `nil`: probes go the way of mail.
    public init(
        completion: CompletionRules, extensions: ExtensionRule, site: LocalSite,
        resolving: ResolvingRules = ResolvingRules(), domains: DomainLists = DomainLists(),
        transports: TransportRules, verification: TransportRules? = nil,
        mapping: MappingRules = MappingRules(), recipients: RecipientTables = RecipientTables()
    ) {
        self.completion = completion
        self.extensions = extensions
        self.site = site
        self.resolving = resolving
        self.domains = domains
        self.transports = transports
        self.verification = verification ?? transports
        self.mapping = mapping
        self.recipients = recipients
    }

    /// How tables are asked for addresses.
    public var search: AddressSearch { AddressSearch(site: site, extensions: extensions) }
}

/// How the domains of an address are found (trivial-rewrite(8)).
public struct ResolvingRules: Sendable {
    /// `resolve_dequoted_address`: routing operators count in quoted local parts too.
    public var looksIntoQuotes = true
    /// `resolve_null_domain`: `user@` is `user` here.
    public var allowsNullDomain = false
    /// `resolve_numeric_domain`: `user@1.2.3.4` is `user@[1.2.3.4]`.
    public var allowsNumericDomain = false
    /// `allow_min_user`: an address may begin with a hyphen, which programs may take for an option.
    public var allowsHyphenFirst = false
    /// `smtputf8_enable`: addresses are UTF-8.
    public var checksUTF8 = true
    /// `enable_idna2003_compatibility`: how domains with letters outside ASCII are checked.
    public var internationalNames = InternationalName.Processing.nontransitional
    /// `show_user_unknown_table_name`.
    public var namesTableOfUnknownUser = true
    /// `relocated_prefix_enable`: the value of `relocated_maps` follows `5.1.6 User has moved to`.
    public var prefixesRelocated = true

    public init() {}
}

/// The domains of each class but the local one, which `LocalSite` has.
public struct DomainLists: Sendable {
    /// `virtual_alias_domains`.
    public var virtualAlias: any StringMatching = EmptyList()
    /// `virtual_mailbox_domains`.
    public var virtualMailbox: any StringMatching = EmptyList()
    /// `relay_domains`, parents included.
    public var relay: any StringMatching = EmptyList()

    public init() {}
}

/// Transports and nexthops: parameters of the form `transport:nexthop`, and the tables that override them.
public struct TransportRules: Sendable {
    /// The prefix of the parameters' names: `address_verify_` for probes.
    public var prefix = ""
    public var local = Array("local:$myhostname".utf8)
    public var virtual = Array("virtual".utf8)
    public var relay = Array("relay".utf8)
    public var `default` = Array("smtp".utf8)
    /// `relayhost`; empty: none.
    public var relayHost: [UInt8] = []
    public var transportMaps = MapList("transport_maps")
    /// `transport_maps` in `parent_domain_matches_subdomains`, or not.
    public var parentStyle = ParentDomainStyle.dotted
    public var senderRelayHostMaps = MapList("sender_dependent_relayhost_maps")
    public var senderDefaultTransportMaps = MapList("sender_dependent_default_transport_maps")
    /// `relocated_maps`.
    public var relocatedMaps = MapList("relocated_maps")
    /// `empty_address_relayhost_maps_lookup_key`.
    public var nullSenderRelayHostKey = MailAddress(internalForm: Array("<>".utf8))
    /// `empty_address_default_transport_maps_lookup_key`.
    public var nullSenderDefaultTransportKey = MailAddress(internalForm: Array("<>".utf8))

    public init() {}
}

/// The tables of recipients that exist, and what unknown ones are answered with (smtpd(8)).
public struct RecipientTables: Sendable {
    /// `local_recipient_maps`; an empty list accepts everybody, in all three.
    public var local = MapList("local_recipient_maps")
    /// `relay_recipient_maps`.
    public var relay = MapList("relay_recipient_maps")
    /// `virtual_mailbox_maps`.
    public var virtualMailbox = MapList("virtual_mailbox_maps")
    /// `unknown_local_recipient_reject_code` and kin.
    public var unknownLocalCode = 550
    public var unknownRelayCode = 550
    public var unknownVirtualMailboxCode = 550
    public var unknownVirtualAliasCode = 550

    public init() {}
}

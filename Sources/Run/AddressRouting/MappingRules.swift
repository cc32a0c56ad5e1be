import MailAddress

/// Places where an address stands, as `canonical_classes` and kin name them.
public struct AddressPlaces: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let envelopeSender = AddressPlaces(rawValue: 1)
    public static let envelopeRecipient = AddressPlaces(rawValue: 2)
    /// From, Reply-To, Sender and kin.
    public static let headerSender = AddressPlaces(rawValue: 4)
    /// To, Cc, Bcc and kin.
    public static let headerRecipient = AddressPlaces(rawValue: 8)

    public static let senders: AddressPlaces = [.envelopeSender, .headerSender]
    public static let recipients: AddressPlaces = [.envelopeRecipient, .headerRecipient]
    public static let all: AddressPlaces = [.senders, .recipients]
}

/// Tables whose results get the extension that the key did not have (`propagate_unmatched_extensions`).
public struct ExtensionPropagation: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let canonical = ExtensionPropagation(rawValue: 1)
    public static let virtual = ExtensionPropagation(rawValue: 2)
    public static let alias = ExtensionPropagation(rawValue: 4)
    public static let forward = ExtensionPropagation(rawValue: 8)
    public static let include = ExtensionPropagation(rawValue: 16)
    public static let generic = ExtensionPropagation(rawValue: 32)
}

/// What cleanup(8), smtp(8) and local(8) do to addresses.
public struct MappingRules: Sendable {
    public var canonicalMaps = MapList("canonical_maps")
    public var senderCanonicalMaps = MapList("sender_canonical_maps")
    public var recipientCanonicalMaps = MapList("recipient_canonical_maps")
    /// `canonical_classes`.
    public var canonicalPlaces = AddressPlaces.all
    /// `sender_canonical_classes`.
    public var senderCanonicalPlaces = AddressPlaces.senders
    /// `recipient_canonical_classes`.
    public var recipientCanonicalPlaces = AddressPlaces.recipients

    /// `masquerade_domains`, in their order; one that begins with `!` stays as it is.
    public var masqueradeDomains: [MasqueradeDomain] = []
    /// `masquerade_exceptions`: local parts that keep their domain.
    public var masqueradeExceptions: any StringMatching = EmptyList()
    /// `masquerade_classes`.
    public var masqueradePlaces: AddressPlaces = [.envelopeSender, .headerSender, .headerRecipient]

    public var virtualAliasMaps = MapList("virtual_alias_maps")
    /// `virtual_alias_expansion_limit`, `virtual_alias_recursion_limit`: addresses.
    public var expansionLimit = 1000
    public var recursionLimit = 1000
    /// `virtual_alias_address_length_limit`: bytes.
    public var addressLengthLimit = 1000

    /// `smtp_generic_maps`.
    public var genericMaps = MapList("smtp_generic_maps")
    /// `alias_maps`.
    public var aliasMaps = MapList("alias_maps")
    public var propagation: ExtensionPropagation = [.canonical, .virtual]

    /// `always_bcc`; `nil`: none.
    public var alwaysBcc: MailAddress?
    public var senderBccMaps = MapList("sender_bcc_maps")
    public var recipientBccMaps = MapList("recipient_bcc_maps")
    /// `empty_address_recipient`: who gets mail for the null address.
    public var nullRecipient = MailAddress(internalForm: Array("MAILER-DAEMON".utf8))

    public init() {}
}

/// One word of `masquerade_domains`.
public struct MasqueradeDomain: Sendable, Hashable {
    public var domain: MailDomain
    /// Whether the hosts of the domain are stripped; `!domain` says no, `!!domain` yes.
    public var strips: Bool

    public init(domain: MailDomain, strips: Bool) {
        self.domain = domain
        self.strips = strips
    }

    /// A word of the list, with its `!`; `nil` when nothing follows.
    public init?(word: [UInt8]) {
        let marks = word.prefix { $0 == UInt8(ascii: "!") }.count
        guard marks < word.count else { return nil }
        self.init(domain: MailDomain(Array(word[marks...])), strips: marks % 2 == 0)
    }
}

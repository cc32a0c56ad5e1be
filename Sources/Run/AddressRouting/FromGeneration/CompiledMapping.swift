import CompiledTables
import MailAddress
import ParameterCatalogue

extension MappingRules {
    init(_ tables: TableOpening, _ configuration: Configuration) throws(GenerationFailure) {
        self.init()
        try setCanonical(tables, configuration)
        try setMasquerading(tables, configuration)
        virtualAliasMaps = try tables.maps(.virtualAliasMaps, configuration)
        expansionLimit = configuration[.virtualAliasExpansionLimit]
        recursionLimit = configuration[.virtualAliasRecursionLimit]
        addressLengthLimit = configuration[.virtualAliasAddressLengthLimit].bytes
        genericMaps = try tables.maps(.smtpGenericMaps, configuration)
        aliasMaps = try tables.safeMaps(.aliasMaps, configuration)
        propagation = ExtensionPropagation(configuration[.propagateUnmatchedExtensions])
        let copy = configuration[.alwaysBcc].text
        alwaysBcc = copy.isEmpty ? nil : MailAddress(internalForm: Array(copy.utf8))
        senderBccMaps = try tables.maps(.senderBccMaps, configuration)
        recipientBccMaps = try tables.maps(.recipientBccMaps, configuration)
        nullRecipient = MailAddress(externalForm: Array(configuration[.emptyAddressRecipient].text.utf8))
    }

    private mutating func setCanonical(
        _ tables: TableOpening, _ configuration: Configuration
    ) throws(GenerationFailure) {
        canonicalMaps = try tables.maps(.canonicalMaps, configuration)
        senderCanonicalMaps = try tables.maps(.senderCanonicalMaps, configuration)
        recipientCanonicalMaps = try tables.maps(.recipientCanonicalMaps, configuration)
        canonicalPlaces = AddressPlaces(configuration[.canonicalClasses])
        senderCanonicalPlaces = AddressPlaces(configuration[.senderCanonicalClasses])
        recipientCanonicalPlaces = AddressPlaces(configuration[.recipientCanonicalClasses])
    }

    private mutating func setMasquerading(
        _ tables: TableOpening, _ configuration: Configuration
    ) throws(GenerationFailure) {
        masqueradeDomains = configuration[.masqueradeDomains].words.compactMap {
            MasqueradeDomain(word: Array($0.utf8))
        }
        masqueradeExceptions = try tables.list(.masqueradeExceptions, configuration)
        masqueradePlaces = AddressPlaces(configuration[.masqueradeClasses])
    }
}

extension AddressPlaces {
    /// The places that the words of `canonical_classes` and kin name.
    init(_ words: KeywordSet) {
        let places: [(String, AddressPlaces)] = [
            ("envelope_sender", .envelopeSender), ("envelope_recipient", .envelopeRecipient),
            ("header_sender", .headerSender), ("header_recipient", .headerRecipient),
        ]
        self = places.reduce(into: []) { if words.contains($1.0) { $0.insert($1.1) } }
    }
}

extension ExtensionPropagation {
    /// The tables that the words of `propagate_unmatched_extensions` name.
    init(_ words: KeywordSet) {
        let tables: [(String, ExtensionPropagation)] = [
            ("canonical", .canonical), ("virtual", .virtual), ("alias", .alias), ("forward", .forward),
            ("include", .include), ("generic", .generic),
        ]
        self = tables.reduce(into: []) { if words.contains($1.0) { $0.insert($1.1) } }
    }
}

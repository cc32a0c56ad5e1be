import AddressRouting
import ByteScanning
import MailAddress
import TestSupport

/// Random tables that change addresses.
extension RandomRouting {
    private static let addresses = [
        "user@dest", "user", "@other.net", "@va", "a@vm", "info@vm, user+x@rel", "\"a b\"@dest", "x!y",
        "a%vm",
        "Foo <info@vm>", "list-request", "user@va user@vm", "grp: a, b@va;, c", "a@b@dest", "(c) user@dest",
        "owner-list@sub.va", "User@VM", "user+ext@dest", ".dot@rel", "<@x:a@hub>", ":include:/x",
    ]

    mutating func makeMapping(_ random: inout SeededRandom) {
        var rules = MappingRules()
        rules.canonicalMaps = mappingTables("canonical_maps", &random)
        rules.senderCanonicalMaps = mappingTables("sender_canonical_maps", &random)
        rules.recipientCanonicalMaps = mappingTables("recipient_canonical_maps", &random)
        rules.virtualAliasMaps = mappingTables("virtual_alias_maps", &random, in: 1)
        rules.canonicalPlaces = places("canonical_classes", .all, &random)
        rules.senderCanonicalPlaces = places("sender_canonical_classes", .senders, &random)
        rules.recipientCanonicalPlaces = places("recipient_canonical_classes", .recipients, &random)
        makeMasquerading(&rules, &random)
        makeCopies(&rules, &random)
        makeLimits(&rules, &random)
        rules.propagation = []
        var propagating: [String] = []
        for (name, value) in [("canonical", ExtensionPropagation.canonical), ("virtual", .virtual)]
        where random.once(in: 2) {
            rules.propagation.insert(value)
            propagating.append(name)
        }
        parameters.append(("propagate_unmatched_extensions", propagating.joined(separator: ", ")))
        configuration.mapping = rules
    }

    private mutating func mappingTables(
        _ name: String, _ random: inout SeededRandom, in bound: Int = 3
    ) -> TableList {
        tables(name, &random, keys: .mapping, values: Self.addresses, in: bound)
    }

    private mutating func places(
        _ name: String, _ all: AddressPlaces, _ random: inout SeededRandom
    ) -> AddressPlaces {
        let names: [(String, AddressPlaces)] = [
            ("envelope_sender", .envelopeSender), ("envelope_recipient", .envelopeRecipient),
            ("header_sender", .headerSender), ("header_recipient", .headerRecipient),
        ]
        let chosen = names.filter { all.contains($0.1) && !random.once(in: 4) }
        // An empty list of classes is refused.
        guard !chosen.isEmpty else { return places(name, all, &random) }
        parameters.append((name, chosen.map(\.0).joined(separator: ", ")))
        return chosen.reduce(into: []) { $0.insert($1.1) }
    }

    private mutating func makeMasquerading(_ rules: inout MappingRules, _ random: inout SeededRandom) {
        let words = random.some(
            ["dest", "!x.rel", "rel", "other.net", "!!sub.va", "va", "!example.com", "com"], of: 4)
        rules.masqueradeDomains = words.compactMap { MasqueradeDomain(word: Array($0.utf8)) }
        parameters.append(("masquerade_domains", words.joined(separator: " ")))
        let exceptions = random.some(["user", "a", "info", "User"], of: 4)
        rules.masqueradeExceptions = NameList(exceptions)
        parameters.append(("masquerade_exceptions", exceptions.joined(separator: " ")))
        rules.masqueradePlaces = places("masquerade_classes", .all, &random)
    }

    private mutating func makeCopies(_ rules: inout MappingRules, _ random: inout SeededRandom) {
        if random.once(in: 4) {
            parameters.append(("always_bcc", "archive+all@dest"))
            rules.alwaysBcc = MailAddress(externalForm: Array("archive+all@dest".utf8))
        }
        let values = ["copy@other.net", "copy", "user+ext@va", "\"a b\"@vm"]
        rules.senderBccMaps = tables("sender_bcc_maps", &random, keys: .mapping, values: values, in: 4)
        rules.recipientBccMaps = tables("recipient_bcc_maps", &random, keys: .mapping, values: values, in: 4)
        let nobody = random.pick(["MAILER-DAEMON", "nobody@dest"])
        parameters.append(("empty_address_recipient", nobody))
        rules.nullRecipient = MailAddress(externalForm: Array(nobody.utf8))
    }

    private mutating func makeLimits(_ rules: inout MappingRules, _ random: inout SeededRandom) {
        rules.expansionLimit = random.pick([3, 5, 1000])
        rules.recursionLimit = random.pick([1, 2, 3, 1000])
        rules.addressLengthLimit = random.pick([15, 1000])
        parameters.append(("virtual_alias_expansion_limit", "\(rules.expansionLimit)"))
        parameters.append(("virtual_alias_recursion_limit", "\(rules.recursionLimit)"))
        parameters.append(("virtual_alias_address_length_limit", "\(rules.addressLengthLimit)"))
    }
}

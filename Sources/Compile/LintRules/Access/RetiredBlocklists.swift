/// DNS lists that nobody runs any more, as of July 2026.
struct RetiredBlocklist {
    /// The zone, and what is below it.
    var zone: String
    /// Since when: year, or year and month.
    var since: String
    /// Whether it was seen to list every address after its end.
    var listsEverything = false

    static let all = [
        RetiredBlocklist(zone: "relays.osirusoft.com", since: "2003-08", listsEverything: true),
        RetiredBlocklist(zone: "relays.monkeys.com", since: "2003-09"),
        RetiredBlocklist(zone: "blackholes.easynet.nl", since: "2003-12"),
        RetiredBlocklist(zone: "opm.blitzed.org", since: "2006-05"),
        RetiredBlocklist(zone: "relays.ordb.org", since: "2006-12", listsEverything: true),
        RetiredBlocklist(zone: "dsbl.org", since: "2008-05"),
        RetiredBlocklist(zone: "rfc-ignorant.org", since: "2012-11"),
        RetiredBlocklist(zone: "njabl.org", since: "2013-03"),
        RetiredBlocklist(zone: "ahbl.org", since: "2015-01", listsEverything: true),
        RetiredBlocklist(zone: "dul.ru", since: "2015-05", listsEverything: true),
        RetiredBlocklist(zone: "virbl.dnsbl.bit.nl", since: "2017-01"),
        RetiredBlocklist(zone: "virbl.bit.nl", since: "2017-01"),
        RetiredBlocklist(zone: "spamcannibal.org", since: "2018-05", listsEverything: true),
        RetiredBlocklist(zone: "megarbl.net", since: "2019-11", listsEverything: true),
        RetiredBlocklist(zone: "emailbasura.org", since: "2019", listsEverything: true),
        RetiredBlocklist(zone: "dnsbl.inps.de", since: "2020-05"),
        RetiredBlocklist(zone: "abuseat.org", since: "2021"),
        RetiredBlocklist(zone: "sorbs.net", since: "2024-06"),
        RetiredBlocklist(zone: "ubl.unsubscore.com", since: "2024"),
        RetiredBlocklist(zone: "dnsbl.manitu.net", since: "2025-01"),
        RetiredBlocklist(zone: "dnsbl.madavi.de", since: "2025"),
        RetiredBlocklist(zone: "db.wpbl.info", since: "2025"),
    ]

    static func of(_ domain: String) -> RetiredBlocklist? {
        let domain = domain.lowercased()
        return all.first { domain == $0.zone || domain.hasSuffix("." + $0.zone) }
    }
}

/// A DNS list that a configuration asks, with the filter for its answers.
struct BlocklistUse {
    var domain: String
    var hasFilter: Bool
    var word: ExpandedWord
    /// The restriction, or the parameter.
    var purpose: String

    /// Those of all restriction lists and of postscreen.
    static func all(_ context: LintContext) -> [BlocklistUse] {
        var uses: [BlocklistUse] = []
        for list in RestrictionList.allWithClasses(context) {
            for step in list.steps {
                guard let definition = step.definition, case .domain = definition.argument,
                    let argument = step.argument
                else { continue }
                uses.append(BlocklistUse(argument, definition.name))
            }
        }
        for scope in context.hasMaster ? context.services(running: "postscreen") : [] {
            for word in scope.words("postscreen_dnsbl_sites") {
                uses.append(BlocklistUse(word, "postscreen_dnsbl_sites"))
            }
        }
        return uses
    }

    private init(_ word: ExpandedWord, _ purpose: String) {
        self.word = word
        self.purpose = purpose
        domain = String(word.text.prefix { $0 != "=" && $0 != "*" })
        hasFilter = word.text.contains("=")
    }
}

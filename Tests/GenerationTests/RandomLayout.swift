import TestSupport

/// Configurations and tables of every type that mean something, laid out at random.
struct RandomLayout {
    var random: SeededRandom

    private static let lists: [(name: String, words: [String])] = [
        (
            "mydestination",
            ["$myhostname", "localhost", "example.org", "!no.example", "inline:{a.example=x}"]
        ),
        (
            "mynetworks",
            ["127.0.0.0/8", "[::1]/128", "10.0.0.0/8", "!10.1.0.0/16", "192.0.2.7", "$config_directory/list"]
        ),
        (
            "relay_domains",
            ["relay.example", "$mydestination", "lmdb:$config_directory/map", "$config_directory/list"]
        ),
        (
            "virtual_alias_maps",
            ["hash:$config_directory/map", "pcre:$config_directory/rules.pcre", "static:x"]
        ),
        ("alias_maps", ["lmdb:$config_directory/aliases", "inline:{x=y}"]),
        ("transport_maps", ["texthash:$config_directory/map", "regexp:$config_directory/rules.regexp"]),
        ("header_checks", ["pcre:$config_directory/rules.pcre", "regexp:$config_directory/rules.regexp"]),
        ("postscreen_access_list", ["permit_mynetworks", "cidr:$config_directory/clients.cidr"]),
        (
            "smtpd_client_restrictions",
            [
                "permit_mynetworks", "check_client_access", "cidr:$config_directory/clients.cidr",
                "strict",
            ]
        ),
        (
            "smtpd_recipient_restrictions",
            [
                "reject_unauth_destination", "check_recipient_access",
                "hash:$config_directory/map", "reject_rbl_client", "list.example=127.0.0.[2..4]", "permit",
            ]
        ),
        ("debug_peer_list", ["one.example", "192.0.2.0/24"]),
    ]
    private static let texts: [(name: String, values: [String])] = [
        ("smtpd_banner", ["$myhostname  ESMTP   $mail_name", "x \" y", "ä  {b}"]),
        ("smtpd_timeout", ["5m", "300s", "${stress?{10s}:{300s}}"]),
        ("relayhost", ["[relay.example]:587", "relay.example"]),
        ("mailbox_command", ["/usr/bin/cmd  -a \"$EXTENSION\"  b", "cmd 'a  b'"]),
        ("own", ["{ a  b }", "$myhostname", "x,  y"]),
        (
            "canonical_maps",
            [
                "inline:{ {a@example.com = b@example.com}, c@example.com=d@example.com }",
                "pcre:{ {/^a  b/ c@example.com}, {/x/ y  z} }",
            ]
        ),
        (
            "smtpd_sender_restrictions",
            [
                "check_sender_access inline:{ {a@example.com = 550  no  thanks} }",
                "check_policy_service { inet:127.0.0.1:10023, timeout=3s }",
            ]
        ),
        ("strict", ["reject_unknown_sender_domain, reject", "reject"]),
    ]
    private static let services = [
        "smtp inet n - n - - smtpd", "submission inet n - n - - smtpd", "pickup unix n - n 60 1 pickup",
        "cleanup unix n - n - 0 cleanup", "qmgr unix n - n 300 1 qmgr",
        "rewrite unix - - n - - trivial-rewrite",
        "smtp unix - - n - - smtp", "local unix - n n - - local",
    ]
    private static let overrides = [
        "-o smtpd_banner=x", "-o { smtpd_banner = a  b }", "-o myhostname=mx.example.org",
        "-o mynetworks=10.0.0.0/8,[::1]",
        "-o { smtpd_client_restrictions = permit_mynetworks,  reject }", "-v",
    ]
    private static let rows: [String: [String]] = [
        "map": [
            "anna@example.com  anna", "@example.org\tx  y", "\"a b\"@example.com c",
            "host.example smtp:[mx.example]",
            "Ä@example.com b", "# postroom",
        ],
        "aliases": [
            "root: anna", "\"a b\": c,  d", "anna :|\"/bin/cmd  x\"", "list: :include:/tmp/x", "x:\ty , z",
        ],
        "rules.pcre": [
            "/^a  b/i  OK", "if /x/", "/(.)@y/ ${1}z  z", "endif", "!/q/ DUNNO", "|^/x| REJECT a  b",
        ],
        "rules.regexp": ["/^a  b/ OK", "/(a)(b)/ $1 $2", "!/q/x DUNNO", "/one/!/two/ REJECT"],
        "clients.cidr": [
            "10.0.0.0/8 OK", "if 192.0.2.0/24", "192.0.2.7\tREJECT  a  b", "endif", "!::/1 x",
            "2001:db8::/32  y",
        ],
        "list": ["192.0.2.9", "!192.0.2.10", "a.example, b.example", "198.51.100.0/24  c.example"],
    ]

    mutating func main() -> String {
        var text =
            blanks("compatibility_level=3.6") + "\n" + blanks("myhostname = mail.example.com") + "\n"
            + "smtpd_restriction_classes=strict\nstrict=reject\n"
        for (name, words) in random.some(Self.lists) {
            let words = random.some(words, of: 2)
            text += name + random.pick(["=", " = ", "=  ", " =\n ", "\t="])
            text += words.isEmpty ? "" : words.dropFirst().reduce(words[0]) { $0 + separator() + $1 }
            text += end()
        }
        for (name, values) in random.some(Self.texts) {
            text += name + random.pick(["=", " = ", "=  "]) + continued(random.pick(values)) + end()
        }
        return text
    }

    mutating func master() -> String {
        var text = ""
        for service in Self.services {
            text += service.split(separator: " ").reduce("") { $0 + ($0.isEmpty ? "" : blank()) + $1 }
            let isServer = service.hasSuffix("smtpd")
            for override in isServer ? random.some(Self.overrides, of: 3) : [] { text += fold() + override }
            text += end()
        }
        return text
    }

    /// The source of a table by the name of its file.
    mutating func table(_ name: String) -> String {
        var text = ""
        for row in random.some(Self.rows[name] ?? [], of: 2) {
            text += random.once(in: 3) ? continued(row) : row
            text += end()
        }
        return text
    }

    static var tableNames: [String] { rows.keys.sorted() }

    private mutating func blank() -> String { random.pick([" ", "  ", "\t", "      "]) }
    private mutating func fold() -> String {
        random.pick([" ", "\n  ", "\n\t", "\n# comment\n    ", "\n\n   "])
    }
    private mutating func separator() -> String {
        random.pick([", ", ",", " ", "  ", "\n    ", ",\n\t", "\n# why\n  ", " ,", "\n \n  "])
    }
    private mutating func end() -> String {
        random.pick(["\n", "\n", " \n", "\t\n\n", "\n# comment\n", "\n\n\n", "\n   # indented\n"])
    }
    private mutating func blanks(_ text: String) -> String { text + random.pick(["", " ", "\t"]) }

    /// The text with one of its blanks at the end of a line.
    private mutating func continued(_ text: String) -> String {
        guard random.once(in: 2), let blank = text.lastIndex(of: " ") else { return text }
        return text[..<blank] + random.pick(["\n", " \n", "\n# comment\n", "\n\n"]) + text[blank...]
    }
}

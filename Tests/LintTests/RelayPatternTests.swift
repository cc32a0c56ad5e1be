import ConfigurationSemantics
import ConfigurationSyntax
import LintRules
import Testing

/// Open relays through tables of patterns and networks: each finding has a client that the tables let in.
@Suite struct RelayPatternTests {
    /// What is found where a restriction with a table stands before the check of the recipient's domain.
    private func findings(_ restriction: String, after guardWord: String = "") -> [String] {
        let main = """
            mynetworks = 127.0.0.0/8
            smtpd_relay_restrictions =
            smtpd_recipient_restrictions = \(guardWord) \(restriction), reject_unauth_destination
            """
        let master = "smtp inet n - n - - smtpd\n"
        let directory = ConfigurationDirectory(
            path: "/etc/postfix", main: SourceFile(path: "main.cf", bytes: Array(main.utf8)),
            master: SourceFile(path: "master.cf", bytes: Array(master.utf8)))
        let context = LintContext(directory: directory, files: MemoryFiles([:]))
        let rules = RuleRegistry.all.filter { $0.documentation.identifier == "relay/open" }
        return Linter(rules: rules).findings(context).map {
            "\($0.severity.rawValue): \($0.message.prefix { $0 != "," })"
        }
    }

    private static let anybody = ["error: any client may send to any domain"]

    @Test(arguments: [
        "check_sender_access pcre:{ {/./ OK} }", "check_sender_access regexp:{ {/@/ OK} }",
        "check_sender_access regexp:{ {/^/ permit} }", "check_client_access pcre:{ {/^/ permit} }",
        "check_helo_access pcre:{ {!/^[0-9]+$$/ 250} }", "check_recipient_access regexp:{ {/@.*\\./ OK} }",
        "check_sender_access pcre:{ {if /@/}, {/[a-z]/ OK}, {endif} }",
        "check_client_access cidr:{ {!10.0.0.0/8 OK} }",
        "check_client_access cidr:{ {192.0.2.0/24 REJECT}, {0.0.0.0/0 OK} }",
    ])
    func `what lets everybody in is found`(restriction: String) {
        #expect(findings(restriction) == Self.anybody)
        #expect(findings(restriction, after: "reject_unauth_destination") == [])
    }

    @Test(arguments: [
        (
            "check_sender_access pcre:{ {/@partner\\.example$$/ OK} }",
            "that says MAIL FROM:<somebody@partner.example>"
        ),
        (
            "check_sender_access regexp:{ {/^postmaster@/ OK} }",
            "that says MAIL FROM:<postmaster@stranger.example>"
        ),
        ("check_sender_access pcre:{ {/bulk/ OK} }", "that says MAIL FROM:<bulk@stranger.example>"),
        ("check_helo_access pcre:{ {/^mx\\.partner\\.example$$/ OK} }", "that says EHLO mx.partner.example"),
        ("check_client_access pcre:{ {/^unknown$$/ OK} }", "whose address has no name"),
    ])
    func `what a pattern looks for is tried`(restriction: String, client: String) {
        #expect(findings(restriction) == ["error: any client \(client) may send to any domain"])
    }

    @Test func `a client beside an exception is found`() {
        let table = "cidr:{ {if 64.0.0.0/6}, {64.0.0.1 REJECT}, {64.0.0.0/6 OK}, {endif} }"
        #expect(
            findings("check_client_access \(table)") == [
                "error: client 65.255.255.255 may send to any domain"
            ])
    }

    @Test(arguments: [
        // Nobody but the owner of a domain has a name in it.
        "check_client_access pcre:{ {/\\.example$$/ OK} }", "check_client_access pcre:{ {/stranger/ OK} }",
        "check_sender_access pcre:{ {/@partner\\.example$$/ REJECT}, {/partner\\.example$$/ OK} }",
        "check_sender_access pcre:{ {/./ DUNNO}, {/./ OK} }", "check_sender_access pcre:{ {/./ REJECT} }",
        "check_recipient_access pcre:{ {/@elsewhere\\.example$$/ OK} }",
        "check_client_access cidr:{ {if 10.0.0.0/8}, {0.0.0.0/0 OK}, {endif} }",
    ])
    func `what lets nobody in from outside is left alone`(restriction: String) {
        #expect(findings(restriction) == [])
    }
}

import ConfigurationSemantics
import ConfigurationSyntax
import LintRules
import Testing

/// Tables whose text is their name, in main.cf and in master.cf.
@Suite struct NamedTableTests {
    private static let master = """
        smtp inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        smtp unix - - n - - smtp
        virtual unix - n n - - virtual

        """

    /// What is found, with its place: `line:column-end: message`.
    private func findings(_ rule: String, main: String, master: String = master) -> [String] {
        let directory = ConfigurationDirectory(
            path: "/etc/postfix", main: SourceFile(path: "main.cf", bytes: Array(main.utf8)),
            master: SourceFile(path: "master.cf", bytes: Array(master.utf8)))
        let context = LintContext(directory: directory, files: MemoryFiles([:]))
        let rules = RuleRegistry.all.filter { $0.documentation.identifier == rule }
        return Linter(rules: rules).findings(context).compactMap { finding in
            guard let text = context.text(of: finding.range.file) else { return nil }
            let start = text.position(of: finding.range.bytes.lowerBound)
            let part = String(decoding: text.bytes[finding.range.bytes], as: UTF8.self)
            return "\(finding.range.file):\(start.line):\(start.column) \(part): \(finding.message)"
        }
    }

    private static let anonymous =
        "an earlier row has all addresses of this network, so this one is never reached"

    @Test func `rows of networks are judged where they stand`() {
        let main = """
            smtpd_client_restrictions = permit_mynetworks
                check_client_access cidr:{ {192.0.2.0/24 REJECT},
            # a comment between the rows
                  {192.0.2.7 OK}, {198.51.100.1/24 OK}, {203.0.113.0/33 OK} }
            """
        #expect(
            findings("table/shadowed-network", main: main) == ["main.cf:4:8 192.0.2.7 OK: " + Self.anonymous])
        #expect(
            findings("table/host-bits", main: main) == [
                "main.cf:4:24 198.51.100.1/24: host bits are set in \"198.51.100.1/24\": the line is skipped"
            ])
        #expect(
            findings("table/malformed-line", main: main) == [
                "main.cf:4:58 33: the prefix length \"33\" is more than 32 bits: the line is skipped"
            ])
    }

    @Test func `a name before a row does not move what is found`() {
        let main = """
            lan = 192.168.100.0/24
            smtpd_client_restrictions =
                check_client_access cidr:{ {$lan OK} {${lan} REJECT} {10.0.0.1/8 OK} }
            """
        #expect(
            findings("table/shadowed-network", main: main)
                == ["main.cf:3:43 ${lan} REJECT: " + Self.anonymous])
        #expect(
            findings("table/host-bits", main: main)
                == ["main.cf:3:59 10.0.0.1/8: host bits are set in \"10.0.0.1/8\": the line is skipped"])
    }

    @Test func `patterns are judged where they stand`() {
        let main = """
            header_checks = pcre:{ {/^Subject: (a/ REJECT}, {/^X:$$/ REJCT}, {/^X:$$/ IGNORE $$1} }
            """
        #expect(
            findings("table/bad-pattern", main: main) == [
                "main.cf:1:37 a: missing closing parenthesis",
                "main.cf:1:82 $$1: the result names group 1, but the pattern has no groups",
            ])
        #expect(
            findings("table/shadowed-pattern", main: main) == [
                "main.cf:1:67 /^X:$$/: "
                    + "an earlier rule matches all that this one matches, so this one is never reached"
            ])
        #expect(
            findings("table/unknown-check-action", main: main)
                == ["main.cf:1:58 REJCT: \"REJCT\" is no action of header_checks"])
    }

    @Test func `overrides of services have tables of their own`() {
        let master = """
            smtp inet n - n - - smtpd
              -o smtpd_client_restrictions=check_client_access,inline:{example.com=REJCT}
            """
        #expect(
            findings("table/unknown-action", main: "", master: master)
                == ["master.cf:2:72 REJCT: \"REJCT\" is neither an action nor a restriction"])
        let braces = """
            smtp inet n - n - - smtpd
              -o { smtpd_client_restrictions = check_client_access cidr:{ {192.0.2.1/24 OK} } }
            """
        #expect(
            findings("table/host-bits", main: "", master: braces)
                == ["master.cf:2:64 192.0.2.1/24: host bits are set in \"192.0.2.1/24\": the line is skipped"]
        )
    }

    @Test func `the last of two rows of an inline table counts`() {
        let main =
            "virtual_alias_maps = inline:{a@example.com=b@example.com, {a@example.com = c@example.com}}\n"
        #expect(
            findings("table/duplicate-key", main: main) == [
                "main.cf:1:30 a@example.com: this key has another value further down, and that one counts"
            ])
    }

    @Test func `the results of named tables are judged`() {
        let main = """
            virtual_uid_maps = inline:{ {anna = vmail} }
            virtual_gid_maps = static:{vmail}
            smtpd_sender_restrictions = check_sender_access randmap:{OK, REJCT}
            """
        #expect(
            findings("table/malformed-result", main: main) == [
                "main.cf:1:37 vmail: \"vmail\" is no number, as virtual_uid_maps needs it",
                "main.cf:2:28 vmail: \"vmail\" is no number, as virtual_gid_maps needs it",
            ])
        #expect(
            findings("table/unknown-action", main: main)
                == ["main.cf:3:62 REJCT: \"REJCT\" is neither an action nor a restriction"])
    }

    @Test func `only the last table of a pipe has results`() {
        let main = """
            smtpd_sender_restrictions =
                check_sender_access pipemap:{inline:{a.example=bulk}, inline:{bulk=REJCT}}
            """
        #expect(
            findings("table/unknown-action", main: main)
                == ["main.cf:2:72 REJCT: \"REJCT\" is neither an action nor a restriction"])
    }

    @Test(arguments: [
        ("inline:{a=b, c}", "35 c: no \"=\" after the name in \"c\""),
        ("inline:{}", "29 {: the table has no rows"), ("cidr:{192.0.2.0/24}", "28 1: expected { here"),
        ("pcre:{{/a/ x} /b/}", "36 /: expected { here"),
    ])
    func `a table with a fault is useless`(table: String, place: String) {
        let found = findings("table/malformed-line", main: "virtual_alias_maps = \(table)\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("main.cf:1:" + place), "\(found)")
        #expect(found[0].hasSuffix(": the table cannot be used"))
    }

    @Test func `a loop goes through inline tables`() {
        let main = """
            virtual_alias_domains = example.com
            virtual_alias_maps = inline:{a@example.com=b@example.com, b@example.com=a@example.com}
            """
        #expect(
            findings("routing/loop", main: main) == [
                "main.cf:2:30 a@example.com: virtual_alias_maps leads in a circle: "
                    + "a@example.com -> b@example.com -> a@example.com"
            ])
    }
}

import ConfigurationSemantics
import ConfigurationSyntax
import LintRules
import Testing

/// Rules about tables that look at owners, modes and times, beside the files of a machine.
@Suite struct SystemTableTests {
    private struct Machine: MachineProbe {
        func hasUser(_ name: String) -> Bool? { ["root", "anna"].contains(name) }
        func hasGroup(_ name: String) -> Bool? { true }
        func refusal(by address: ProbeAddress) -> String? { nil }
        func resolves(_ host: String) -> Bool? { nil }
        func hasMailExchanger(_ domain: String) -> Bool? { nil }
        var now: Int { 1_800_000_000 }
    }

    private static let master = """
        smtp inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        proxymap unix - - n - - proxymap
        smtp unix - - n - - smtp
        local unix - n n - - local

        """

    private func findings(
        _ rule: String, _ main: String, _ files: [String: String], _ facts: [String: FileFacts] = [:],
        master: String = master
    ) -> [String] {
        let directory = ConfigurationDirectory(
            path: "/etc/postfix", main: SourceFile(path: "main.cf", bytes: Array(main.utf8)),
            master: SourceFile(path: "master.cf", bytes: Array(master.utf8)))
        var memory = MemoryFiles(files.mapValues { Array($0.utf8) }, describesSystem: true)
        memory.facts = facts
        let context = LintContext(directory: directory, files: memory, probe: Machine())
        let rules = RuleRegistry.all.filter { $0.documentation.identifier == rule }
        return Linter(rules: rules).findings(context).map { "\($0.severity.rawValue): \($0.message)" }
    }

    @Test func `a source without an index is not enough for a running Postfix`() {
        let main = "virtual_alias_maps = lmdb:/etc/postfix/virtual\n"
        let source = ["/etc/postfix/virtual": "a@example.com b@example.com\n"]
        #expect(
            findings("table/missing", main, source)
                == ["error: /etc/postfix/virtual.lmdb does not exist; smtpd and cleanup cannot open it"])
        #expect(
            findings("table/missing", main, source.merging(["/etc/postfix/virtual.lmdb": ""]) { $1 }) == [])
    }

    @Test func `the file of a list has to be there`() {
        let main = "mynetworks = 127.0.0.0/8, !/etc/postfix/not, /etc/postfix/networks\n"
        #expect(
            findings("table/missing", main, ["/etc/postfix/networks": "10.0.0.0/8\n"])
                == ["error: /etc/postfix/not does not exist; smtpd cannot open it"])
    }

    @Test func `members in files of lists are judged where they stand`() {
        let main = "mynetworks = !/etc/postfix/networks, hash:/etc/postfix/none\n"
        let files = [
            "/etc/postfix/networks": "10.0.0.1/8\n# of the office\n/etc/postfix/more !192.0.2.0/33\n",
            "/etc/postfix/more": "cidr:/etc/postfix/no\n",
        ]
        #expect(
            findings("access/network-host-bits", main, files)
                == ["warning: host bits are set in 10.0.0.1/8"])
        #expect(
            findings("access/network-list", main, files)
                == ["warning: \"192.0.2.0/33\" is no address and no network"])
        #expect(
            findings("table/missing", main, files) == [
                "error: /etc/postfix/none.db does not exist; smtpd cannot open it",
                "error: /etc/postfix/no does not exist; smtpd cannot open it",
            ])
    }

    @Test func `an index of another type is judged by its time`() {
        let main = "virtual_alias_maps = hash:/etc/postfix/virtual\n"
        let files = ["/etc/postfix/virtual": "a@example.com b\n", "/etc/postfix/virtual.db": "x"]
        let (source, index) = (FileFacts(modified: 2_000), FileFacts(modified: 1_000))
        let old = ["/etc/postfix/virtual": source, "/etc/postfix/virtual.db": index]
        let new = ["/etc/postfix/virtual": index, "/etc/postfix/virtual.db": source]
        #expect(
            findings("table/stale-index", main, files, old)
                == ["warning: /etc/postfix/virtual.db is older than its source"])
        #expect(findings("table/stale-index", main, files, new) == [])
    }

    @Test func `proxymap reads what its user may read`() {
        let main = "virtual_alias_maps = proxy:cidr:/etc/postfix/secret\n"
        let files = ["/etc/postfix/secret": "192.0.2.1 x\n"]
        let closed = ["/etc/postfix/secret": FileFacts(permissions: 0o600)]
        #expect(
            findings("table/unreadable", main, files, closed)
                == ["error: /etc/postfix/secret is for root alone, and proxymap does not run as root"])
        #expect(findings("table/unreadable", main, files) == [])
    }

    @Test func `commands read tables as the user who calls them`() {
        let main =
            "authorized_mailq_users = /etc/postfix/users\nauthorized_submit_users = texthash:/etc/postfix/users\n"
        let files = ["/etc/postfix/users": "anna x\n"]
        let closed = ["/etc/postfix/users": FileFacts(permissions: 0o600)]
        #expect(
            Set(findings("table/unreadable", main, files, closed)) == [
                "error: /etc/postfix/users is closed to the users who call postqueue",
                "error: /etc/postfix/users is closed to the users who call postdrop and sendmail",
            ])
        let forGroup = ["/etc/postfix/users": FileFacts(group: 120, permissions: 0o640)]
        #expect(findings("table/unreadable", main, files, forGroup) == [])
    }

    @Test func `daemons read any file, but no include of another owner's aliases`() {
        let main = """
            alias_maps = lmdb:/etc/aliases
            mynetworks = /etc/postfix/networks
            virtual_alias_maps = texthash:/etc/postfix/virtual
            """
        let files = [
            "/etc/aliases": "team: :include:/etc/team\n", "/etc/aliases.lmdb": "x", "/etc/team": "anna\n",
            "/etc/postfix/networks": "10.0.0.0/8\n", "/etc/postfix/virtual": "a@example.com b\n",
        ]
        var facts = files.mapValues { _ in FileFacts(permissions: 0o600) }
        #expect(findings("table/unreadable", main, files, facts) == [])
        facts["/etc/aliases.lmdb"] = FileFacts(owner: 38, permissions: 0o600)
        #expect(
            findings("table/unreadable", main, files, facts)
                == ["error: /etc/team is closed to the owner of the alias table, who opens it"])
        facts["/etc/team"] = FileFacts(owner: 38, permissions: 0o600)
        #expect(findings("table/unreadable", main, files, facts) == [])
    }

    @Test func `a socket is looked for in the jail`() {
        let main = "queue_directory = /spool\nvirtual_alias_maps = socketmap:unix:/run/map:x\n"
        let master = "smtp inet n - y - - smtpd\n"
        #expect(
            findings("table/unreadable", main, ["/run/map": ""], master: master)
                == ["error: smtpd looks for the socket at /spool/run/map, in its jail"])
        #expect(
            findings("table/unreadable", main, ["/run/map": "", "/spool/run/map": ""], master: master) == [])
        #expect(findings("table/unreadable", main, ["/run/map": ""]) == [])
    }

    @Test func `passwords that everybody may read are found`() {
        let main = "smtp_sasl_password_maps = lmdb:/etc/postfix/sasl\nvirtual_alias_maps = mysql:/etc/my.cf\n"
        let files = [
            "/etc/postfix/sasl": "[mx]:587 u:p\n", "/etc/postfix/sasl.lmdb": "x",
            "/etc/my.cf": "user = postfix\npassword = x\n",
        ]
        let closed = files.mapValues { _ in FileFacts(permissions: 0o600) }
        #expect(
            Set(findings("table/world-readable-secret", main, files))
                == [
                    "warning: everybody may read the passwords in /etc/postfix/sasl",
                    "warning: everybody may read the passwords in /etc/postfix/sasl.lmdb",
                    "warning: everybody may read the passwords in /etc/my.cf",
                ])
        #expect(findings("table/world-readable-secret", main, files, closed) == [])
    }

    @Test func `the first table that has an alias leads on`() {
        let main =
            "mydestination = mail.example\nalias_maps = lmdb:/etc/aliases, inline:{b=a, a=c, c=:include:/etc/c}\n"
        #expect(
            findings("routing/loop", main, ["/etc/aliases": "a: b\n"])
                == ["error: alias_maps leads in a circle: a -> b -> a"])
        #expect(findings("routing/loop", main, ["/etc/aliases": "a: anna\n", "/etc/c": "root\n"]) == [])
        #expect(
            findings("routing/loop", main, ["/etc/aliases": "b: root\n", "/etc/c": "# c\nx@a.example, c\n"])
                == ["warning: alias_maps leads in a circle: c -> :include:/etc/c -> c"])
        #expect(
            findings(
                "routing/loop", "mydestination =\n" + main.dropFirst(29),
                ["/etc/aliases": "a: b@mail.example\n"])
                == [])
    }

    @Test func `a table that cannot be read may have an alias before the others`() {
        let main = "mydestination = mail.example\nalias_maps = nis:aliases, inline:{b=a, a=b}\n"
        #expect(
            findings("routing/loop", main, [:]) == ["warning: alias_maps leads in a circle: b -> a -> b"])
    }

    @Test func `aliases to users who do not exist are found`() {
        let main = "mydestination = mail.example\nmyorigin = mail.example\nalias_maps = lmdb:/etc/aliases\n"
        let aliases = "root: anna\nbruno: bruno\nsales: ana@mail.example, carol@example.org, root\n"
        #expect(
            findings("routing/unknown-alias-target", main, ["/etc/aliases": aliases])
                == [
                    "warning: this machine has no user \"bruno\"",
                    "warning: this machine has no user \"ana\"",
                ])
    }
}

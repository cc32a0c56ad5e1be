import ConfigurationSemantics
import ConfigurationSyntax
import LintRules
import Testing

/// Settings that look like a mistake and are none, each beside one that is.
@Suite struct SilentRuleTests {
    private static let stock = """
        smtp inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        smtp unix - - n - - smtp
        local unix - n n - - local
        tlsmgr unix - - n 1000? 1 tlsmgr

        """

    /// What a rule finds: `severity line: message`.
    private func findings(
        _ rule: String, _ main: String, master: String = stock, target: String = "postfix-3.12",
        files: MemoryFiles = MemoryFiles([:])
    ) throws -> [String] {
        try results(rule, main, master: master, target: target, files: files).map(\.text)
    }

    private func help(_ rule: String, _ main: String, target: String = "postfix-3.12") throws -> [String] {
        try results(rule, main, target: target).map(\.help)
    }

    private func results(
        _ rule: String, _ main: String, master: String = stock, target: String = "postfix-3.12",
        files: MemoryFiles = MemoryFiles([:])
    ) throws -> [(text: String, help: String)] {
        let directory = ConfigurationDirectory(
            path: "/etc/postfix", main: SourceFile(path: "main.cf", bytes: Array(main.utf8)),
            master: SourceFile(path: "master.cf", bytes: Array(master.utf8)))
        let context = LintContext(
            directory: directory, target: try #require(LintTarget(target)), files: files)
        let rules = RuleRegistry.all.filter { $0.documentation.identifier == rule }
        try #require(rules.count == 1)
        return try Linter(rules: rules).findings(context).map { finding in
            let lines = try #require(context.text(of: finding.range.file))
            let line = lines.position(of: finding.range.bytes.lowerBound).line
            return ("\(finding.severity.rawValue) \(line): \(finding.message)", finding.help ?? "")
        }
    }

    // MARK: Tables of Berkeley DB

    private static let berkeley = """
        virtual_alias_maps = hash:/etc/postfix/virtual
        alias_maps = hash:/etc/aliases
        alias_database = hash:/etc/aliases
        smtp_tls_session_cache_database = btree:/var/lib/postfix/scache

        """

    @Test(arguments: ["postroom", "postfix-3.4", "postfix-3.7", "3.10"])
    func `hash and btree are right for a target that has them`(target: String) throws {
        #expect(try findings("table/unsupported-type", Self.berkeley, target: target) == [])
    }

    @Test(arguments: ["postfix-3.11", "3.12"])
    func `hash and btree are noted once from 3.11 on`(target: String) throws {
        #expect(
            try findings("table/unsupported-type", Self.berkeley, target: target) == [
                "note 1: hash and btree need a Postfix with Berkeley DB; 3 tables are of these types"
            ])
    }

    @Test func `nothing is said of hash where Postfix replaces it by itself`() throws {
        let main = Self.berkeley + "non_bdb_migration_level = enable-reindex\n"
        #expect(try findings("table/unsupported-type", main) == [])
    }

    @Test(
        arguments: [
            (
                "alias_maps = hash:/a\n",
                "where it comes without, write lmdb: instead, set default_database_type = lmdb, "
                    + "and run postalias for aliases"
            ),
            (
                "default_database_type = lmdb\nvirtual_alias_maps = proxy:hash:/v\n",
                "where it comes without, write lmdb: instead (proxy: stays), and run postmap for maps"
            ),
            (
                "default_database_type = lmdb\nsmtp_tls_session_cache_database = btree:/c\n",
                "where it comes without, write lmdb: instead; caches need nothing else"
            ),
        ])
    func `the help for hash and btree is that of the tables`(main: String, help: String) throws {
        #expect(try self.help("table/unsupported-type", main) == [help])
    }

    // MARK: Versions

    /// Those that `postconf -d` of 3.7.11 has and postconf(5) of 3.12 calls newer.
    private static let backports = [
        "cleanup_replace_stray_cr_lf", "smtpd_forbid_bare_newline", "smtpd_forbid_bare_newline_exclusions",
        "smtpd_forbid_bare_newline_reject_code", "smtpd_forbid_unauth_pipelining", "tls_config_file",
        "tls_config_name",
    ]

    @Test(arguments: backports)
    func `a parameter that came to an old release with a patch is known there`(name: String) throws {
        for target in ["postfix-3.5", "3.7", "postfix-3.7.11", "3.8"] {
            #expect(try findings("parameter/newer-than-target", "\(name) = x\n", target: target) == [])
        }
        #expect(
            try findings("parameter/newer-than-target", "\(name) = x\n", target: "3.4") == [
                "warning 1: \"\(name)\" came with Postfix 3.9 and with patches of 3.5 and later; "
                    + "Postfix 3.4 ignores it"
            ])
    }

    @Test func `whatever is deprecated has a help, and is a note`() throws {
        let names = [
            "disable_dns_lookups", "smtp_cname_overrides_servername", "qmgr_fudge_factor", "sample_directory",
            "smtpd_tls_dh1024_param_file", "tls_ffdhe_auto_groups", "virtual_maps", "smtp_use_tls",
        ]
        for name in names {
            let found = try results("parameter/deprecated", "\(name) = x\n")
            #expect(found.map { $0.text.hasPrefix("note 1: ") && !$0.help.isEmpty } == [true], "\(name)")
        }
    }

    // MARK: Values

    @Test(
        arguments: [
            ("tls_ssl_options = 0x40000000\n", []), ("tls_disable_workarounds = 0x4\n", []),
            ("tls_ssl_options = NO_TICKET, 0X10\n", []),
            (
                "tls_ssl_options = 0x\n",
                [#"warning 1: the value "0x" of "tls_ssl_options" means nothing: "0x" is none of "#]
            ),
            (
                "tls_ssl_options = NO_TICKT\n",
                [
                    #"warning 1: the value "NO_TICKT" of "tls_ssl_options" means nothing: "NO_TICKT" is none of "#
                ]
            ),
        ] as [(String, [String])])
    func `options of OpenSSL may be a bit mask`(main: String, found: [String]) throws {
        let messages = try findings("parameter/wrong-type", main)
        #expect(messages.count == found.count)
        for (message, start) in zip(messages, found) {
            #expect(message.hasPrefix(start) && message.count < 150)
        }
    }

    @Test func `a limit of concurrency below the initial one is right`() throws {
        let rule = "parameter/contradicting-limits"
        #expect(try findings(rule, "default_destination_concurrency_limit = 2\n") == [])
        #expect(try findings(rule, "default_destination_concurrency_limit = 200\n").count == 1)
    }

    @Test(
        arguments: [
            ("header_checks = regexp:/etc/x # none\n", "error"),
            ("transport_maps = inline:{a=b}, #lmdb:/x, none\n", "error"),
            ("smtp_tls_policy_maps = inline:{a=b} # none\n", "error"),
            // Every word names a table, though of no type.
            ("transport_maps = inline:{a=b}, #lmdb:/x\n", "warning"),
            ("smtp_sasl_password_maps = inline:{a=b} # none\n", "warning"),
            ("alias_database = lmdb:/etc/aliases # none\n", "warning"),
            ("mydestination = example.com # none\n", "warning"),
            ("postscreen_command_filter = pcre:/x # none\n", "warning"),
        ])
    func `a comment after tables stops who opens them`(main: String, severity: String) throws {
        let found = try findings("parameter/inline-comment", main)
        #expect(found.map { $0.prefix { $0 != " " } } == [severity[...]])
    }

    @Test func `a comment after tables of a program that may never start is a warning`() throws {
        let master = "smtp inet n - n - - smtpd\n"
        let found = try findings(
            "parameter/inline-comment", "header_checks = regexp:/etc/x # none\n", master: master)
        #expect(found.map { $0.prefix { $0 != " " } } == ["warning"])
    }

    // MARK: Address classes

    @Test(arguments: ["", "relay_domains = $mydestination\n"])
    func `relay_domains as mydestination is no second class`(setting: String) throws {
        let main = "mydestination = example.com, example.net\n" + setting
        #expect(try findings("routing/two-classes", main) == [])
    }

    @Test func `both classes of a domain are named`() throws {
        let main = "mydestination = example.com\nrelay_domains = example.com\n"
        #expect(
            try findings("routing/two-classes", main) == [
                "note 2: example.com is in mydestination and in relay_domains"
            ])
    }

    @Test func `the recipients of relay domains that are local are known`() throws {
        let main = "compatibility_level = 3.6\nmydestination = example.com\nrelay_domains = EXAMPLE.com"
        #expect(try findings("routing/no-recipient-table", main) == [])
        #expect(
            try findings("routing/no-recipient-table", main + ", example.net") == [
                "warning 3: any recipient in these domains is accepted: relay_recipient_maps is empty"
            ])
    }

    // MARK: Services

    private static let confined =
        stock + "proxymap unix - - y - - proxymap\nproxywrite unix - - y - 1 proxymap\n"

    @Test(
        arguments: [
            ("", []), ("virtual_alias_maps = proxy:inline:{a=b}, proxy:unix:passwd.byname\n", []),
            ("virtual_alias_maps = lmdb:/etc/postfix/v\n", []),
            (
                "virtual_alias_maps = proxy:lmdb:/etc/postfix/v\ntransport_maps = proxy:cidr:/etc/t\n",
                [
                    "warning 8: proxymap runs in a chroot jail and cannot open lmdb:/etc/postfix/v and another table, which are outside of it"
                ]
            ),
            (
                "address_verify_map = proxy:btree:/var/lib/verify\n",
                [
                    "warning 9: proxymap runs in a chroot jail and cannot open btree:/var/lib/verify, which is outside of it"
                ]
            ),
        ] as [(String, [String])])
    func `proxymap works in a jail unless it opens a file`(main: String, found: [String]) throws {
        let master = Self.confined + "verify unix - - n - 1 verify\n"
        #expect(
            try findings("master/chroot", "compatibility_level = 3.6\n" + main, master: master) == found)
    }

    @Test func `a table that the jail is known to lack is an error, one that it has is right`() throws {
        let main =
            "compatibility_level = 3.6\nqueue_directory = /jail\nvirtual_alias_maps = proxy:cidr:/etc/t\n"
        let absent = MemoryFiles(["/etc/t": []], describesSystem: true)
        let found = try findings("master/chroot", main, master: Self.confined, files: absent)
        #expect(
            found == [
                "error 8: proxymap runs in a chroot jail and cannot open cidr:/etc/t, which is outside of it"
            ])
        let present = MemoryFiles(["/jail/etc/t": []], describesSystem: true)
        #expect(try findings("master/chroot", main, master: Self.confined, files: present) == [])
    }

    // MARK: Relaying

    @Test func `a server without a relay check does not start, and the compatibility level may be the cause`()
        throws
    {
        let rule = "relay/missing-guard"
        let end =
            " not start: neither smtpd_relay_restrictions nor smtpd_recipient_restrictions "
            + "refuses mail for other domains"
        #expect(try findings(rule, "mydestination = a\n") == ["error 1: smtp/inet does" + end])
        let cause =
            "smtpd_relay_restrictions is empty without compatibility_level: set compatibility_level = 3.6"
        #expect(try help(rule, "mydestination = a\n").map { $0.hasPrefix(cause) } == [true])
        #expect(
            try help(rule, "compatibility_level = 0\n").map {
                $0.contains("empty at this compatibility_level")
            }
                == [true])
        let empty =
            "compatibility_level = 3.6\nsmtpd_relay_restrictions =\nsmtpd_recipient_restrictions = permit\n"
        #expect(try help(rule, empty) == ["add reject_unauth_destination to smtpd_relay_restrictions"])
        let two = Self.stock + "submission inet n - n - - smtpd\n"
        #expect(
            try findings(rule, empty, master: two) == ["error 3: smtp/inet and submission/inet do" + end])
    }
}

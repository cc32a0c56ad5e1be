import Foundation
import Testing

/// Mistakes in configurations, each at its place.
@Suite struct DiagnosticTests {
    @Test func `all mistakes of both files are told in one run, in their order`() throws {
        let workspace = try Workspace(
            main: """
                smtpd_timeout = soon
                smtpd_recipient_restrictions = permit_mynetworks,
                   # a comment
                   reject_unauth_destinaton, check_client_access
                mynetworks = 127.0.0.1/8, !10.0.0.1, foo
                virtual_alias_maps = hash:/nowhere/virtual, bogus:x
                message_size_limit = 10M
                a = $b
                b = ${a}
                smtpd_banner = $a
                common = reject_foo_bar
                smtpd_helo_restrictions = $common
                disable_vrfy_command = maybe
                mynetworks_style = planet
                home_mailbox = ${x
                broken line here
                smtpd_sender_restrictions = reject_maps_rbl, sleep soon, warn_if_reject
                """,
            master: "smtp inet n - n - - smtpd\n  -o smtpd_timeout=later\nfoo bax\n")
        #expect(
            try workspace.findings() == [
                "DIR/main.cf:1:17: error: smtpd_timeout: \"soon\" is no time; expected a number and one of s, m, h, d, w",
                "DIR/main.cf:4:4: error: smtpd_recipient_restrictions: unknown restriction \"reject_unauth_destinaton\"; did you mean reject_unauth_destination?",
                "DIR/main.cf:4:30: error: smtpd_recipient_restrictions: check_client_access needs an argument; expected a table, type:name",
                "DIR/main.cf:5:14: error: mynetworks: host bits are set in \"127.0.0.1/8\"; the network is 127.0.0.0/8",
                "DIR/main.cf:6:22: error: virtual_alias_maps: hash:/nowhere/virtual: cannot read /nowhere/virtual: No such file or directory",
                "DIR/main.cf:6:45: error: virtual_alias_maps: unsupported dictionary type: bogus; the types are listed by \"postconf -m\"",
                "DIR/main.cf:7:22: error: message_size_limit: \"10M\" is no number",
                "DIR/main.cf:8:5: error: a: the value contains itself: $a -> $b -> $a; a in line 8, b in line 9",
                "DIR/main.cf:11:10: error: smtpd_helo_restrictions: unknown restriction \"reject_foo_bar\"",
                "DIR/main.cf:13:24: error: disable_vrfy_command: \"maybe\" is neither yes nor no",
                "DIR/main.cf:14:20: error: mynetworks_style: \"planet\" is not allowed; expected one of: host, subnet, class",
                "DIR/main.cf:15:16: error: home_mailbox: truncated macro reference",
                "DIR/main.cf:16:7: error: missing '=' after attribute name: \"broken line here\"; expected: name = value",
                "DIR/main.cf:17:29: error: smtpd_sender_restrictions: reject_maps_rbl is no longer supported; use reject_rbl_client",
                "DIR/main.cf:17:52: error: smtpd_sender_restrictions: \"soon\" is no argument of sleep; expected a number of seconds",
                "DIR/main.cf:17:58: error: smtpd_sender_restrictions: warn_if_reject stands before no restriction",
                "DIR/master.cf:2:20: error: smtpd_timeout: \"later\" is no time (service smtp/inet); expected a number and one of s, m, h, d, w",
                "DIR/master.cf:3:5: error: the line ends after 2 of 8 columns; expected: service type private unpriv chroot wakeup maxproc command [argument ...]",
            ])
    }

    @Test(
        arguments: [
            ("smtp", nil), ("25", nil), ("127.0.0.1:2525", nil), ("[::1]:25", nil), ("localhost:smtp", nil),
            ("::1:25", "an IPv6 address stands in brackets"), ("[::1:25", "the [ has no ]"),
            ("[::1]", "a port is missing after the address"), ("[::g]:25", "\"::g\" is no address"),
            ("127.0.0.1:", "the port is missing"), ("70000", "70000 is no port"), ("0", "0 is no port"),
        ] as [(String, String?)])
    func `the name of an inet service is a port with or without an address`(
        name: String, fault: String?
    ) throws {
        let workspace = try Workspace(master: "\(name) inet n - n - - smtpd\n")
        let expected = fault.map {
            ["DIR/master.cf:1:1: error: \($0); expected a port, host:port or [address]:port"]
        }
        #expect(try workspace.findings() == expected ?? [])
    }

    @Test func `an IPv6 network without brackets is told from a table`() throws {
        let workspace = try Workspace(main: "mynetworks = 2001:db8::/32 ::1\n")
        #expect(
            try workspace.findings() == [
                "DIR/main.cf:1:14: error: mynetworks: an IPv6 address stands in brackets; write [2001:db8::]/32",
                "DIR/main.cf:1:28: error: mynetworks: an IPv6 address stands in brackets; write [::1]",
            ])
    }

    @Test func `mistakes in maps are errors at their line`() throws {
        let workspace = try Workspace(
            main: """
                virtual_alias_maps = lmdb:$config_directory/virtual
                header_checks = pcre:$config_directory/checks
                smtpd_client_restrictions = check_client_access cidr:$config_directory/clients
                relay_domains = $config_directory/domains
                mynetworks = $config_directory/networks
                """)
        try workspace.write("a b\nlonely\n", "virtual")
        try workspace.write("/(/ WARN\n", "checks")
        try workspace.write("10.0.0.1/8 OK\n", "clients")
        try workspace.write("a.example\nbogus:b\n", "domains")
        try workspace.write("192.0.2.0/24\n192.0.2.1/24\n", "networks")
        let findings = try workspace.findings()
        for place in ["virtual:2:1", "checks:1:", "clients:1:", "networks:2:1"] {
            #expect(findings.contains { $0.hasPrefix("DIR/\(place)") && $0.contains(": error: ") })
        }
        #expect(findings.contains { $0.contains("unsupported dictionary type: bogus") })
    }

    @Test(arguments: ["directory", "loop", "absent", "unreadable"])
    func `a source that is no file is an error at the line that names it`(kind: String) throws {
        let workspace = try Workspace(main: "\nvirtual_alias_maps = lmdb:$config_directory/map\n")
        let path = workspace.configuration + "/map"
        switch kind {
        case "directory":
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        case "loop": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
        case "unreadable":
            // Root reads everything but what has no content to read.
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/proc/self/mem")
        default: break
        }
        let findings = try workspace.findings()
        #expect(findings.count == 1)
        #expect(findings.first?.hasPrefix("DIR/main.cf:2:22: error: virtual_alias_maps: ") == true)
        #expect(findings.first?.contains("DIR/map: ") == true)
    }

    @Test func `a value that is not UTF-8 is an error, and so is one that grows without end`() throws {
        var main = "x0 = \(String(repeating: "a", count: 100))\n"
        for level in 1...40 { main += "x\(level) = $x\(level - 1)$x\(level - 1)\n" }
        let workspace = try Workspace(main: main + "mail_name = $x40\n")
        #expect(try workspace.findings().contains { $0.contains("longer than 1048576 bytes") })
        let path = workspace.configuration + "/main.cf"
        try (Data("mail_name = caf".utf8) + Data([0xE9]) + Data("\n".utf8)).write(
            to: URL(fileURLWithPath: path))
        #expect(
            try workspace.findings() == ["DIR/main.cf:1:16: error: mail_name: the value is not valid UTF-8"])
    }

    @Test func `tables of types that need a server are refused with advice`() throws {
        let workspace = try Workspace(main: "virtual_alias_maps = mysql:/etc/postfix/mysql.cf\n")
        let findings = try workspace.findings()
        #expect(findings.count == 1)
        #expect(findings.first?.contains("not served here; export its rows") == true)
    }

    @Test func `what to do in place of a table that is not served is said once`() throws {
        let workspace = try Workspace(
            main: """
                virtual_alias_maps = mysql:/etc/a.cf, pgsql:/etc/b.cf, tcp:127.0.0.1:1
                transport_maps = tcp:127.0.0.1:2
                """)
        #expect(
            try workspace.findings() == [
                "DIR/main.cf:1:22: error: virtual_alias_maps: mysql:/etc/a.cf: tables of type mysql are not served here; export its rows to a text file, compile that with postmap and name it lmdb:file",
                "DIR/main.cf:1:39: error: virtual_alias_maps: pgsql:/etc/b.cf: tables of type pgsql are not served here",
                "DIR/main.cf:1:56: error: virtual_alias_maps: tcp:127.0.0.1:1: tables of type tcp are not served here; write what the server answers to a text file, compile that and name it lmdb:file",
                "DIR/main.cf:2:18: error: transport_maps: tcp:127.0.0.1:2: tables of type tcp are not served here",
            ])
    }

    /// Other parameters have these values in their defaults, and stand before them in the alphabet.
    @Test(arguments: [
        ("relay_domains", "proxy:mysql:/etc/x.cf"), ("transport_maps", "lmdb:/no/such"),
        ("virtual_alias_maps", "unionmap:{lmdb:/no/such}"),
        ("virtual_mailbox_domains", "debug:lmdb:/no/such"),
        ("relayhost", "caf\u{FFFD}"), ("alias_maps", "lmdb:$config_directory/such"),
        ("mydestination", "a.example $config_directory/such"),
    ])
    func `a mistake is told of the parameter that the line sets`(name: String, value: String) throws {
        let workspace = try Workspace(main: "\(name) = \(value)\n")
        if value.hasPrefix("caf") {
            let text = Data("\(name) = caf".utf8) + Data([0xE9]) + Data("\n".utf8)
            try text.write(to: URL(fileURLWithPath: workspace.configuration + "/main.cf"))
        }
        let findings = try workspace.findings()
        #expect(findings.count == 1)
        #expect(findings.first?.hasPrefix("DIR/main.cf:1:") == true)
        #expect(findings.first?.contains(": error: \(name): ") == true, "\(findings)")
    }

    @Test func `each table of a value on several lines has its own place`() throws {
        let workspace = try Workspace(
            main: """
                tables = $config_directory/tables
                more =
                  lmdb:$tables/d
                smtpd_recipient_restrictions =
                  permit_mynetworks,
                  check_client_access lmdb:$tables/a,
                  check_sender_access { lmdb:$tables/b, x },
                  # a comment
                  check_recipient_access lmdb:/no/c
                virtual_alias_maps = lmdb:/no/e,
                  $more, lmdb:$tables/f
                relay_domains = $mydomain lmdb:$tables/g
                  /no/h
                """)
        let places = try workspace.findings().map { $0.split(separator: " ")[0...2].joined(separator: " ") }
        #expect(
            places == [
                "DIR/main.cf:3:3: error: virtual_alias_maps:",
                "DIR/main.cf:6:23: error: smtpd_recipient_restrictions:",
                "DIR/main.cf:7:23: error: smtpd_recipient_restrictions:",
                "DIR/main.cf:9:26: error: smtpd_recipient_restrictions:",
                "DIR/main.cf:10:22: error: virtual_alias_maps:",
                "DIR/main.cf:11:10: error: virtual_alias_maps:",
                "DIR/main.cf:12:27: error: relay_domains:", "DIR/main.cf:13:3: error: relay_domains:",
            ])
    }
}

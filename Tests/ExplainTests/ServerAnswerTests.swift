import TestSupport
import Testing

/// What the SMTP server answers, as `postroom explain --client` tells it.
@Suite struct ServerAnswerTests {
    private static let main = """
        compatibility_level = 3.6
        myhostname = mail.example.com
        mydestination = example.com
        local_recipient_maps = inline:{anna=x}
        inet_interfaces = 127.0.0.1
        mynetworks = 192.0.2.0/24
        smtpd_relay_restrictions = reject_unauth_destination

        """

    /// The lines of the answers, without what led to them.
    private func answers(_ settings: String, _ words: String...) throws -> [String] {
        let directory = try Directory(["main.cf": Self.main + settings, "master.cf": Self.master])
        let client = words.contains("--client") ? [] : ["--client", "203.0.113.9=mx.partner.example"]
        let recipient = words.contains { $0.contains("@example.com") } ? [] : ["anna@example.com"]
        let answer = try ProgramRun(
            [BuiltProgram.postroom, "explain", "-c", directory.path, "--sender", "bob@partner.example"]
                + client
                + words + recipient)
        #expect(answer.errors == "")
        let starts = ["  connection: ", "  HELO: ", "  MAIL FROM: ", "  RCPT TO: ", "  not known here: "]
        return answer.output.split(separator: "\n").map(String.init)
            .filter { line in starts.contains { line.hasPrefix($0) } }
            .map { $0.split(separator: " ").joined(separator: " ") }
    }

    private static let master = """
        smtp inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        rewrite unix - - n - - trivial-rewrite

        """

    private static let ok = ["MAIL FROM: 250 2.1.0 Ok", "RCPT TO: 250 2.1.5 Ok"]

    @Test(arguments: [
        ("reject_invalid_helo_hostname", "a..b", "501 5.5.2 <a..b>: Helo command rejected: Invalid name"),
        (
            "reject_invalid_helo_hostname", "[1.2]",
            "501 5.5.2 <[1.2]>: Helo command rejected: invalid ip address"
        ),
        (
            "reject_non_fqdn_helo_hostname", "pc",
            "504 5.5.2 <pc>: Helo command rejected: need fully-qualified hostname"
        ),
        (
            "reject_non_fqdn_helo_hostname", "1.2.3.4",
            "504 5.5.2 <1.2.3.4>: Helo command rejected: need fully-qualified hostname"
        ),
        (
            "check_helo_access inline:{{example.com = REJECT that is us}}", "www.example.com",
            "554 5.7.1 <www.example.com>: Helo command rejected: that is us"
        ),
    ]) func `a name of HELO is refused`(restriction: String, name: String, reply: String) throws {
        let found = try answers("smtpd_helo_restrictions = \(restriction)\n", "--helo", name)
        #expect(found == ["MAIL FROM: 250 2.1.0 Ok", "RCPT TO: " + reply])
    }

    @Test(arguments: [
        ("reject_invalid_helo_hostname", "1.2.3.4"), ("reject_non_fqdn_helo_hostname", "[1.2.3.4]"),
        ("reject_non_fqdn_helo_hostname", "mx.partner.example."),
    ]) func `another name is not`(restriction: String, name: String) throws {
        #expect(try answers("smtpd_helo_restrictions = \(restriction)\n", "--helo", name) == Self.ok)
    }

    @Test func `what depends on a name that nobody gave is said`() throws {
        let found = try answers(
            "smtpd_helo_restrictions = reject_non_fqdn_helo_hostname, reject_unknown_helo_hostname\n")
        #expect(
            found == Self.ok + ["not known here: reject_non_fqdn_helo_hostname, reject_unknown_helo_hostname"]
        )
    }

    @Test func `without a delay the first command that can be refused is`() throws {
        let settings = """
            smtpd_delay_reject = no
            smtpd_client_restrictions = check_client_access inline:{203.0.113=REJECT}
            smtpd_helo_restrictions = reject_non_fqdn_helo_hostname

            """
        #expect(
            try answers(settings, "--helo", "pc")
                == [
                    "connection: 554 5.7.1 <mx.partner.example[203.0.113.9]>: Client host rejected: Access denied"
                ])
        #expect(
            try answers(settings, "--helo", "pc", "--client", "192.0.2.1")
                == ["HELO: 504 5.5.2 <pc>: Helo command rejected: need fully-qualified hostname"])
    }

    @Test(
        arguments: [
            // Restrictions without tables, and classes, whose tables main.cf names.
            ("reject_unauth_destination, permit", nil), ("permit_mynetworks, reject_non_fqdn_sender", nil),
            ("strict", "554 5.7.1 <bob@partner.example>: Sender address rejected: Access denied"),
            ("STRICT", "451 4.3.5 Server configuration error"),
            // A table in a row is too late.
            ("check_sender_access hash:/etc/x", "451 4.3.5 Server configuration error"),
            ("warn_if_reject reject_plaintext_session", nil),
            ("reject_plaintext_session", "450 4.7.1 Session encryption is required"),
            ("550", nil),
            ("550 5.1.1 gone", "550 5.0.0 <mx.partner.example[203.0.113.9]>: Client host rejected: gone"),
            ("DISCARD", nil), ("nonsense", "451 4.3.5 Server configuration error"),
        ] as [(String, String?)]) func `a row names an action or restrictions`(row: String, reply: String?)
        throws
    {
        let settings = """
            smtpd_restriction_classes = strict
            strict = check_sender_access inline:{partner.example=REJECT}, permit
            smtpd_client_restrictions = check_client_access inline:{{partner.example = \(row)}}
            parent_domain_matches_subdomains = smtpd_access_maps

            """
        #expect(try answers(settings) == reply.map { [Self.ok[0], "RCPT TO: " + $0] } ?? Self.ok)
    }

    @Test(arguments: [
        ("defer_if_reject, reject", "defer_if_reject requested"),
        ("defer_if_permit, permit", "defer_if_permit requested"),
        ("defer_if_permit, defer_if_reject, reject", "defer_if_permit requested"),
    ]) func `a refusal or a permission is put off`(list: String, text: String) throws {
        let found = try answers("smtpd_recipient_restrictions = \(list)\n")
        #expect(found.last == "RCPT TO: 450 4.7.0 <anna@example.com>: Recipient address rejected: \(text)")
    }

    @Test func `a bare table in a class means what the list asks for`() throws {
        let settings = """
            smtpd_restriction_classes = listed
            listed = inline:{bob@partner.example=REJECT}
            smtpd_sender_restrictions = listed

            """
        #expect(
            try answers(settings).last
                == "RCPT TO: 554 5.7.1 <bob@partner.example>: Sender address rejected: Access denied")
    }

    @Test(arguments: [
        ("check_address_map inline:{203.0.113.9=x}", "To: anna@mail.example.com"),
        ("inline:{203.0.113.9=x}", "To: anna@mail.example.com"), ("static:all", "To: anna@mail.example.com"),
        ("check_address_map inline:{203.0.113=x, mx.partner.example=x}", "To: anna"),
        ("permit_mynetworks", "To: anna"),
    ]) func `headers of clients in a table get our domain`(clients: String, header: String) throws {
        let directory = try Directory([
            "main.cf": Self.main + "local_header_rewrite_clients = \(clients)\n", "master.cf": Self.master,
        ])
        let answer = try ProgramRun.postroom(
            "explain", "-c", directory.path, "--client", "203.0.113.9=mx.partner.example", "--header",
            "To: anna",
            "anna@example.com")
        #expect(answer.output.contains("header        To: anna -> \(header)\n"), "\(answer.output)")
    }

    @Test(arguments: [
        ("check_address_map", "check_address_map needs an argument"),
        ("reject", "local_header_rewrite_clients has no \"reject\""),
        ("permit_mynetwork", "did you mean permit_mynetworks?"),
    ]) func `the list of clients has few restrictions`(clients: String, message: String) throws {
        let directory = try Directory([
            "main.cf": Self.main + "local_header_rewrite_clients = \(clients)\n", "master.cf": Self.master,
        ])
        let answer = try ProgramRun.postroom("explain", "-c", directory.path, "anna@example.com")
        #expect(answer.status == 1)
        #expect(answer.errors.contains(message), "\(answer.errors)")
    }

    @Test(arguments: ["anna@example.com", "anna@example.com."])
    func `whether a sender exists is asked as for an answer by the recipient`(recipient: String) throws {
        let settings = """
            sender_dependent_default_transport_maps = inline:{{anna@example.com = error:5.1.1 not you}}
            smtpd_sender_restrictions = reject_unlisted_sender

            """
        #expect(
            try answers(settings, recipient).last
                == "RCPT TO: 550 5.1.7 <bob@partner.example>: Sender address rejected: not you")
    }

    @Test func `a test names the client's HELO`() throws {
        let directory = try Directory([
            "main.cf": Self.main + "smtpd_helo_restrictions = reject_non_fqdn_helo_hostname\n",
            "master.cf": Self.master,
            "tests": """
            anna@example.com client=203.0.113.9 helo=pc from=<> reject 5.5.2
            anna@example.com client=203.0.113.9 helo=mx.partner.example from=<> accept

            """,
        ])
        let answer = try ProgramRun.postroom("test", "-c", directory.path, directory.path + "/tests")
        #expect(answer.status == 0, "\(answer.output)")
    }
}

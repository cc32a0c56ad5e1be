import Foundation
import Testing

/// Tables that cannot be asked here stop nothing that does not depend on them, and make nothing certain that does.
@Suite struct UnknownTableTests {
    private static let main = """
        compatibility_level = 3.6
        myhostname = mail.example.com
        myorigin = example.com
        mydestination = $myhostname
        mynetworks = 192.0.2.0/24
        alias_maps = hash:$config_directory/aliases
        local_recipient_maps = inline:{ anna=x }
        virtual_alias_domains = example.org
        virtual_alias_maps =
          lmdb:$config_directory/virtual,
          proxy:mysql:/etc/sql/virtual.cf
        relay_domains = relay.example, $config_directory/relays
        relay_recipient_maps =
        transport_maps = tcp:127.0.0.1:2000
        smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination
        smtpd_client_restrictions = check_client_access ldap:/etc/ldap.cf

        """

    private func site(_ more: String = "") throws -> Directory {
        try Directory([
            "main.cf": Self.main + more, "virtual": "sales@example.org anna@mail.example.com\n",
        ])
    }

    private func run(_ directory: Directory, _ command: String, _ words: String...) throws
        -> CommandLine.Answer
    {
        var answer = try CommandLine.run([CommandLine.postroom, command, "-c", directory.path] + words)
        answer.output = answer.output.replacingOccurrences(of: directory.path, with: "DIR")
        answer.errors = answer.errors.replacingOccurrences(of: directory.path, with: "DIR")
        return answer
    }

    @Test func `a step says which table is not known, and the end says why`() throws {
        let answer = try run(try site(), "explain", "nobody@example.org")
        #expect(answer.status == 0)
        #expect(answer.errors == "")
        let lines = answer.output.split(separator: "\n").map(String.init)
        let unknown = "not known here: DIR/main.cf:11 mysql:/etc/sql/virtual.cf"
        #expect(
            lines.contains("    lookup        virtual_alias_maps  \"nobody@example.org\": \(unknown)"))
        let outcome = try #require(lines.firstIndex(of: "  if what is not known here says nothing:"))
        #expect(lines[outcome + 1].hasPrefix("  => nobody@example.org  class virtual-alias, error:5.1.1"))
        #expect(lines[outcome...].contains("  \(unknown): tables of type mysql are not served here"))
    }

    @Test func `what does not ask an unknown table is certain`() throws {
        let answer = try run(
            try site("transport_maps =\nlocal_transport = local\n"), "explain", "--resolve-only",
            "anna@mail.example.com")
        #expect(answer.status == 0)
        #expect(!answer.output.contains("not known here"))
        #expect(answer.output.hasSuffix("  => anna@mail.example.com  class local, local:mail.example.com\n"))
    }

    /// Types that need a server, and files that are not there or cannot be read.
    @Test(arguments: [
        "mysql:/etc/x.cf", "pgsql:/etc/x.cf", "ldap:/etc/x.cf", "sqlite:/etc/x.cf", "mongodb:/etc/x.cf",
        "memcache:/etc/x.cf", "tcp:127.0.0.1:1", "socketmap:unix:/x:y", "proxy:mysql:/etc/x.cf",
        "lmdb:/no/such",
        "pcre:/no/such", "regexp:/no/such", "texthash:/no/such", "cidr:/no/such", "lmdb:/proc/self/mem",
        "debug:mysql:/etc/x.cf", "unionmap:{inline:{a=b}, mysql:/etc/x.cf}",
    ])
    func `a table that cannot be asked is not known`(table: String) throws {
        let directory = try site("transport_maps = \(table)\n")
        let text = try run(directory, "explain", "--resolve-only", "x@far.example")
        #expect(text.status == 0, "\(text.errors)")
        // What is debugged says so.
        #expect(text.errors == "" || table.hasPrefix("debug:"))
        #expect(text.output.contains("\"x@far.example\": not known here: DIR/main.cf:17 "))
        let json = try run(directory, "explain", "--resolve-only", "--json", "x@far.example")
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let steps = try #require(object?["steps"] as? [[String: Any]])
        let lookups = steps.filter { $0["unknown"] != nil && $0["step"] as? String == "lookup" }
        #expect(!lookups.isEmpty)
        #expect(lookups.allSatisfy { $0["result"] is NSNull })
        let unknown = try #require(object?["unknown"] as? [[String: Any]])
        #expect(unknown.contains { ($0["source"] as? [String: Any])?["line"] as? Int == 17 })
        #expect(unknown.allSatisfy { $0["reason"] is String })
    }

    @Test func `a list without one of its files or tables says so where that could change the answer`() throws
    {
        let directory = try site()
        let missing = try run(directory, "explain", "x@far.example")
        #expect(
            missing.output.contains(
                "list          relay_domains  \"far.example\": not known here: DIR/main.cf:12 DIR/relays\n"))
        let listed = try run(directory, "explain", "--resolve-only", "x@relay.example")
        #expect(listed.output.contains("list          relay_domains  \"relay.example\": listed"))
        #expect(!listed.output.contains("DIR/relays"))
    }

    @Test func `a restriction that depends on an unknown table is not known`() throws {
        let answer = try run(
            try site(), "explain", "--client", "203.0.113.9=client.example", "x@far.example")
        #expect(
            answer.output.contains(
                "check_client_access: not known here, without the answer of a table: says nothing\n"))
        #expect(
            answer.output.contains(
                "reject_unauth_destination: not known here, without the answer of a table: 554 5.7.1"))
    }

    @Test func `a mistake that routing does not read is a warning`() throws {
        let directory = try site(
            "smtpd_timeout = soon\nsmtp_tls_policy_maps = bogus:x\nmessage_size_limit = 1M\n")
        let answer = try run(directory, "explain", "anna@mail.example.com")
        #expect(answer.status == 0)
        #expect(
            answer.errors.split(separator: "\n").map { $0.split(separator: ";")[0] } == [
                "DIR/main.cf:17:17: warning: smtpd_timeout: \"soon\" is no time",
                "DIR/main.cf:18:24: warning: smtp_tls_policy_maps: unsupported dictionary type: bogus",
                "DIR/main.cf:19:22: warning: message_size_limit: \"1M\" is no number",
            ])
        #expect(try run(directory, "build", "--output", directory.path + "/out").status == 1)
    }

    @Test(arguments: [
        "mynetworks = 10.0.0.1/8", "smtpd_client_restrictions = reject_nobody", "myorigin =",
        "transport_maps = bogus:x", "smtpd_restriction_classes = c\nc = rejekt", "default_transport = ${x",
    ])
    func `a mistake that routing reads is an error`(line: String) throws {
        let answer = try run(try site(line + "\n"), "explain", "anna@mail.example.com")
        #expect(answer.status == 1)
        #expect(answer.errors.contains(": error: "))
    }

    @Test func `whether there is TLS is not known where its level has a mistake`() throws {
        let directory = try site(
            "smtpd_tls_security_level = perhaps\nsmtpd_client_restrictions = permit_tls_all_clientcerts\n")
        let answer = try run(directory, "explain", "--client", "203.0.113.9", "anna@mail.example.com")
        #expect(answer.status == 0)
        #expect(answer.output.contains("permit_tls_all_clientcerts: not known here"))
    }

    @Test func `a table with a mistake is not known, and the mistake is told`() throws {
        let directory = try site("canonical_maps = lmdb:$config_directory/canonical\n")
        try directory.write("a b\nlonely\n", "canonical")
        let answer = try run(directory, "explain", "a@mail.example.com")
        #expect(answer.status == 0)
        #expect(answer.errors.hasPrefix("DIR/canonical:2:1: warning: "))
        #expect(answer.output.contains("lmdb:DIR/canonical: it has a mistake (DIR/canonical:2)\n"))
    }

    @Test func `a test whose answer depends on an unknown table fails`() throws {
        let directory = try site("transport_maps = inline:{ other.example=smtp:[192.0.2.1] }\n")
        try directory.write("nobody@example.org reject\nx@other.example smtp:\n", "routes")
        let answer = try run(directory, "test", directory.path + "/routes")
        #expect(answer.status == 1)
        #expect(
            answer.output.contains(
                "depends on what is not known here: DIR/main.cf:11 mysql:/etc/sql/virtual.cf: tables of type mysql are not served here"
            ))
        let xml = try run(directory, "test", "--junit", directory.path + "/routes")
        #expect(xml.output.contains("depends on what is not known here: DIR/main.cf:11 mysql:"))
    }

    @Test func `a test that asks no unknown table passes`() throws {
        let directory = try Directory.sample()
        try directory.append("sender_dependent_relayhost_maps = mysql:/etc/x.cf\n", to: "main.cf")
        try directory.write("anna@mail.example.com local:\nx@far.example relay:\n", "routes")
        let answer = try run(directory, "test", directory.path + "/routes")
        #expect(answer.output.contains("ok    DIR/routes:1"))
        #expect(answer.output.contains("FAIL  DIR/routes:2"))
        #expect(answer.status == 1)
    }

    @Test func `a comparison lists what is not known, and is no difference for it`() throws {
        let (old, new) = (try site(), try site())
        let same = try CommandLine.postroom("diff", old.path, new.path)
        #expect(same.status == 0, "\(same.output)")
        #expect(same.output.hasPrefix("not known here:\n"))
        #expect(
            same.output.contains("\n- mysql:/etc/sql/virtual.cf  tables of type mysql are not served here\n"))
        try new.append("virtual_alias_maps = lmdb:$config_directory/virtual\n", to: "main.cf")
        let different = try CommandLine.postroom("diff", old.path, new.path)
        #expect(different.status == 1)
        #expect(different.output.contains("mysql:/etc/sql/virtual.cf"))
    }

    @Test func `a picture shows what is not known`() throws {
        let answer = try run(try site(), "graph", "--dot")
        #expect(answer.status == 0)
        #expect(answer.output.contains("mysql:/etc/sql/virtual.cf, not known here"))
        #expect(answer.output.contains("tcp:127.0.0.1:2000"))
    }
}

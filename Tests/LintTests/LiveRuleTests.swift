import ConfigurationSemantics
import ConfigurationSyntax
import Foundation
import LintRules
import Testing

/// Rules that look at the machine, beside a machine of their own.
@Suite struct LiveRuleTests {
    private struct Machine: MachineProbe {
        func hasUser(_ name: String) -> Bool? { name == "unclear" ? nil : name == "vmail" }
        func hasGroup(_ name: String) -> Bool? { name == "vmail" }
        func refusal(by address: ProbeAddress) -> String? {
            switch address {
            case .unix("/var/spool/postfix/private/policy"), .inet(host: "127.0.0.1", port: "8891"): nil
            case .unix, .inet: "Connection refused"
            }
        }
        func resolves(_ host: String) -> Bool? {
            host.contains("slow.") ? nil : Self.hosts.contains(host)
        }
        func hasMailExchanger(_ domain: String) -> Bool? {
            domain.hasPrefix("slow.") ? nil : domain == "example.org"
        }
        private static let hosts: Set<String> = [
            "mx.example", "mail.example.com", "2.0.0.127.good.example.", "2.0.0.127.all.example.",
            "1.0.0.127.all.example.",
            "test.names.example.",
        ]
        var now: Int { 1_800_000_000 }
    }

    private func findings(_ main: String, _ master: String = "", files: [String: [UInt8]] = [:]) -> [String] {
        let directory = ConfigurationDirectory(
            path: "/etc/postfix", main: SourceFile(path: "main.cf", bytes: Array(main.utf8)),
            master: master.isEmpty ? nil : SourceFile(path: "master.cf", bytes: Array(master.utf8)))
        let context = LintContext(directory: directory, files: MemoryFiles(files), probe: Machine())
        let rules = RuleRegistry.all.filter { $0.documentation.needs == .machine }
        return Linter(rules: rules).findings(context).map { "\($0.rule): \($0.message)" }
    }

    @Test func `accounts that are not there are found`() {
        let found = findings(
            "default_privs = nobdy\nsetgid_group = vmail\n",
            "a unix - n n - - pipe user=vmail argv=/bin/a\nb unix - n n - - pipe user=vmial:vmail argv=/bin/b\n"
                + "c unix - n n - - pipe user=unclear argv=/bin/c\nd unix - n n - - pipe user=1000:x argv=/bin/d\n"
        )
        #expect(
            found == [
                "master/unknown-account: this machine has no user \"nobdy\"",
                "master/unknown-account: this machine has no user \"vmial\"",
                "master/unknown-account: this machine has no group \"x\"",
            ])
    }

    @Test func `sockets where nobody answers are found`() {
        let found = findings(
            "queue_directory = /var/spool/postfix\nsmtpd_milters = inet:8891@localhost, inet:127.0.0.1:1\n"
                + "smtpd_recipient_restrictions = check_policy_service unix:private/policy,\n"
                + " check_policy_service { unix:private/other, timeout=3 }\n")
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.hasPrefix("master/dead-endpoint: nobody answers at ") })
    }

    @Test func `hosts without an address are found`() {
        #expect(
            findings(
                "relayhost = [mx.exmple]:587\nsmtp_fallback_relay = [mx.example] [slow.example] b.example\n")
                == [
                    "parameter/unresolvable-host: the host is \"mx.exmple\", which has no address",
                    "parameter/unresolvable-host: the domain is \"b.example\", which has neither MX records nor an address",
                ])
    }

    @Test func `next hops of transports and relay tables are looked up, as hosts and as domains`() {
        let found = findings(
            "transport_maps = hash:/t\nsender_dependent_relayhost_maps = hash:/r\nvirtual_transport = lmtp:unix:/a\n"
                + "myhostname = mail.exmple\nmydomain = example.org\n",
            "rewrite unix - - n - - trivial-rewrite\nsmtp unix - - n - - smtp\nlmtp unix - - n - - lmtp\n"
                + "local unix - n n - - local\n",
            files: [
                "/t": Array(
                    """
                    a smtp:[mx.example]:25
                    b smtp:exampel.org
                    c smtp:example.org
                    d local:no.example
                    e lmtp:inet:[no.example]:24
                    f smtp:[192.0.2.1]
                    g smtp:slow.example

                    """.utf8),
                "/r": Array("@a.example [mx.exmple]:587\n".utf8),
            ])
        #expect(
            found.map { $0.split(separator: "\"").dropFirst().first ?? "" }
                == ["mail.exmple", "mx.exmple", "exampel.org", "no.example"])
    }

    @Test func `DNS lists without the entries for tests, and those with everything, are found`() {
        let found = findings(
            "smtpd_client_restrictions = reject_rbl_client good.example=127.0.0.2, reject_rbl_client gone.example,\n"
                + " reject_rbl_client all.example, reject_rbl_client slow.example, reject_rhsbl_sender names.example,\n"
                + " reject_rhsbl_sender good.example, reject_rbl_client $x.example\n")
        #expect(
            found == [
                "access/dnsbl-test-entry: gone.example does not list 127.0.0.2, and so perhaps nothing",
                "access/dnsbl-test-entry: all.example lists 127.0.0.1, and so everything",
                "access/dnsbl-test-entry: good.example does not list \"test\", and so perhaps nothing",
            ])
    }

    @Test func `the login service is asked where the server needs it`() {
        let master = "smtp inet n - n - - smtpd\n26 inet n - n - - smtpd\n -o smtpd_sasl_auth_enable=no\n"
        let text =
            "queue_directory = /var/spool/postfix\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\n"
        #expect(
            findings(text + "smtpd_sasl_path = private/auth\n", master)
                == [
                    "master/dead-endpoint: nobody answers at private/auth, which checks passwords: Connection refused"
                ])
        #expect(findings(text + "smtpd_sasl_path = inet:127.0.0.1:8891\n", master) == [])
    }

    private func certificate(_ rule: String, _ name: String) throws -> [UInt8] {
        let path = Fixture.root + "/fixtures/lint/parameter/\(rule)/\(name)"
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    @Test(arguments: [("mail.example.com", true), ("mx.example.com", false), ("a.mail.example.com", false)])
    func `certificates for other hosts are found`(host: String, isFor: Bool) throws {
        let bytes = try certificate("certificate-expired", "bad/tls/mail.crt")
        let found = findings(
            "smtpd_tls_cert_file = /a.crt\nmyhostname = \(host)\n", files: ["/a.crt": bytes]
        ).filter { $0.hasPrefix("parameter/certificate-name") }
        let words = "parameter/certificate-name: the certificate is for mail.example.com, not for \(host)"
        #expect(found == (isFor ? [] : [words]))
    }

    @Test func `certificates that expired long ago are found`() throws {
        let bytes = try certificate("certificate-expired", "bad/tls/mail.crt")
        let found = findings(
            "smtpd_tls_cert_file = /a.crt\nmyhostname = mail.example.com\n", files: ["/a.crt": bytes])
        #expect(found.filter { $0.contains("certificate-expired") }.count == 1)
    }

    @Test func `certificates that have expired are found`() throws {
        let path = Fixture.root + "/fixtures/lint/parameter/tls-key-mismatch/good/tls/mail.crt"
        let certificate = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let found = findings(
            "smtpd_tls_cert_file = /a.crt\nmyhostname = mail.example.com\n", files: ["/a.crt": certificate])
        #expect(found == [])
    }

    @Test func `the machine that the test runs on answers in time`() {
        let probe = SystemProbe(limit: 200)
        #expect(probe.hasUser("root") == true)
        #expect(probe.hasUser("no-such-user-here") == false)
        #expect(probe.refusal(by: .unix("/nonexistent")) == "No such file or directory")
        #expect(probe.refusal(by: .inet(host: "127.0.0.1", port: "1")) == "Connection refused")
        #expect(probe.resolves("localhost") == true)
        #expect(probe.omitted == 0)
    }

    @Test func `nothing is asked when the time is over`() {
        let probe = SystemProbe(limit: 200, total: 0)
        #expect(probe.resolves("localhost") == nil)
        #expect(probe.hasMailExchanger("example.org") == nil)
        #expect(probe.refusal(by: .unix("/nonexistent")) == nil)
        #expect(probe.omitted == 3)
    }
}

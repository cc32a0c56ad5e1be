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
        func resolves(_ host: String) -> Bool? { host == "slow.example" ? nil : host == "mx.example" }
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
                == ["parameter/unresolvable-host: the host \"mx.exmple\" has no address"])
    }

    @Test func `certificates that have expired are found`() throws {
        let path = Fixture.root + "/fixtures/lint/parameter/tls-key-mismatch/good/tls/mail.crt"
        let certificate = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let found = findings("smtpd_tls_cert_file = /a.crt\n", files: ["/a.crt": certificate])
        #expect(found == [])
    }

    @Test func `the machine that the test runs on answers in time`() {
        let probe = SystemProbe(limit: 200)
        #expect(probe.hasUser("root") == true)
        #expect(probe.hasUser("no-such-user-here") == false)
        #expect(probe.refusal(by: .unix("/nonexistent")) == "No such file or directory")
        #expect(probe.refusal(by: .inet(host: "127.0.0.1", port: "1")) == "Connection refused")
        #expect(probe.resolves("localhost") == true)
    }
}

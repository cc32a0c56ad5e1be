import Testing

/// How the bad example of a rule is put before Postfix, so that it meets the mistake.
struct Trial: Sendable, CustomTestStringConvertible {
    enum Step: Sendable {
        case mail([String])
        /// The commands of a client, to the service of type inet with that number.
        case session([String], Int)
    }

    var rule: String
    var steps: [Step] = []
    /// Lines of main.cf, where the example does not have them.
    var settings = ""

    var testDescription: String { rule }

    init(_ rule: String, _ steps: Step..., settings: String = "") {
        self.rule = rule
        self.steps = steps
        self.settings = settings
    }

    private static let local = Step.mail(["root@mail.example.com"])
    private static let other = Step.mail(["x@other.example"])

    private static func client(
        _ recipients: String..., service: Int = 0, sender: String = "a@mail.example.com", data: Bool = false
    ) -> Step {
        .session(
            ["HELO client", "MAIL FROM:<\(sender)>"] + recipients.map { "RCPT TO:<\($0)>" }
                + (data ? ["DATA"] : ["QUIT"]), service)
    }

    private static let startTLS = Step.session(
        ["EHLO client", "STARTTLS", "MAIL FROM:<a@mail.example.com>", "QUIT"], 0)

    private static func root(service: Int = 0) -> Step { client("root@mail.example.com", service: service) }
    private static let recipients = client("anna@mail.example.com", "anna@example.com")

    static let all = parameters + services + tables + routing + access

    private static let parameters = [
        Trial("parameter/syntax", local),
        Trial("parameter/malformed-value", local),
        Trial("parameter/wrong-type", local),
        Trial("parameter/out-of-range", local),
        Trial("parameter/refused-by-build", root()),
        Trial("parameter/mailbox-size-limit", local),
        Trial("parameter/virtual-mailbox-base", .mail(["info@example.com"])),
        Trial("parameter/inline-comment", local),
        Trial("parameter/bracketed-list", root()),
        Trial("parameter/misspelt", root(), local),
        Trial("parameter/unused", root(), local),
        Trial("parameter/undefined-name", root()),
        Trial("parameter/set-twice", .mail(["root"])),
        Trial("parameter/deprecated", root(), local),
        Trial("parameter/removed", root(), local),
        Trial("parameter/newer-than-target", root(), local),
        Trial("parameter/contradicting-limits", root(), local),
        Trial("parameter/compatibility-level", root(), local),
        Trial("parameter/overridden-delivery", local, settings: "mailbox_size_limit = 0\n"),
        Trial("parameter/sasl-password-maps", other, settings: "relayhost = [127.0.0.1]:1\n"),
        Trial("parameter/sasl-mechanisms", other, settings: "relayhost = [127.0.0.1]:1\n"),
        Trial("parameter/tls-without-certificate", root(), root(service: 1)),
        Trial("parameter/certificate-expired", .session(["EHLO client", "STARTTLS"], 0)),
        Trial("parameter/certificate-name", .session(["EHLO client", "STARTTLS"], 0)),
        Trial("parameter/tls-file-missing", startTLS),
        Trial("parameter/tls-key-mismatch", startTLS),
    ]

    private static let services = [
        Trial("master/syntax"),
        Trial("master/unknown-option", root(service: 1)),
        Trial("master/separated-option", root(service: 1)),
        Trial("master/leftover-words", .mail(["x@relay.example"]), root(service: 1)),
        Trial("master/orphan-options", root(), root(service: 1)),
        Trial("master/duplicate-service", local),
        Trial(
            "master/unknown-program", .mail(["x@relay.example"]), settings: "relay_domains = relay.example\n"),
        Trial("master/process-limit", local),
        Trial("master/unprivileged", local),
        Trial("master/chroot", local, root()),
        Trial("master/pipe-attributes", local),
        Trial("master/pipe-recipient-limit", .mail(["x@example.com", "y@example.com"])),
        Trial("master/missing-service", root()),
        Trial("master/missing-endpoint", root(), settings: "milter_default_action = accept\n"),
        Trial("master/dead-endpoint", root()),
        Trial("master/unknown-account", local),
        Trial("master/unused-service", .mail(["x@example.org"]), settings: "defer_transports = slow\n"),
        Trial("master/unread-override", root(service: 1)),
        Trial("master/unexpected-wakeup", root()),
        Trial("master/fifo", root()),
        Trial("master/verbose", root()),
        Trial("master/needs-restart", root()),
        Trial("master/not-needed", root(), local),
    ]

    private static let tables = [
        Trial("table/missing", recipients),
        Trial("table/unsupported-type", recipients),
        Trial("table/not-a-table", recipients),
        Trial("table/unlisted-proxy", root()),
        Trial("table/malformed-line"),
        Trial("table/bad-pattern", local),
        Trial("table/substitution", .mail(["x@a.example"]), settings: "defer_transports = smtp\n"),
        Trial("table/host-bits", recipients),
        Trial("table/unknown-action", recipients),
        Trial("table/malformed-result", .mail(["anna@example.com"])),
        Trial("table/list-file", recipients),
    ]

    private static let routing = [
        Trial("routing/unknown-transport", .mail(["x@example.org"])),
        Trial("routing/bad-nexthop", other),
        Trial("routing/two-classes", recipients),
        Trial("routing/loop", .mail(["a@example.com"])),
        Trial("routing/relayhost-self", other),
        Trial("routing/own-name", local),
    ]

    private static let access = [
        Trial(
            "relay/open", client("x@elsewhere.example", service: 2, sender: "somebody@partner.example"),
            .session(
                [
                    "HELO mail.partner.example", "MAIL FROM:<a@b.example>", "RCPT TO:<x@elsewhere.example>",
                    "QUIT",
                ], 7),
            settings: "authorized_verp_clients =\n"),
        Trial("relay/missing-guard", root()),
        Trial(
            "relay/permit-before-check", client("postmaster@elsewhere.example"), settings: "mynetworks =\n"),
        Trial("access/every-recipient-refused", root()),
        Trial("access/unknown-restriction", root()),
        Trial("access/recursive-class", root()),
        Trial("access/wrong-argument", root()),
        Trial("access/wrong-phase", client("root@mail.example.com", data: true), root(service: 1)),
        Trial("access/unreachable", root()),
        Trial("access/public-mynetworks", root()),
        Trial("access/network-list", root()),
        Trial("access/network-host-bits", root()),
        // Lists of other people are not asked.
        Trial("access/dead-dnsbl"),
        Trial("access/dnsbl-filter"),
    ]
}

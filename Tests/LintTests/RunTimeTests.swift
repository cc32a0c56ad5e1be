import Foundation
import Testing

/// What errors predict, with Debian's Postfix as the judge: each bad example makes it say what the rule says that it would.
@Suite(.serialized, .enabled(if: PrivatePostfix.canRun, "needs root and postfix"))
struct RunTimeTests {
    /// What has to happen before Postfix meets the mistake.
    enum Trigger: Sendable {
        case start
        case mail([String])
        /// The commands of a client, to the service of type inet with that number.
        case session([String], Int)
    }

    struct Prediction: Sendable, CustomTestStringConvertible {
        var rule: String
        var words: String
        var trigger = Trigger.start
        var settings = ""

        var testDescription: String { rule }
    }

    private static let greeting = ["EHLO client", "MAIL FROM:<a@mail.example.com>", "QUIT"]
    private static let recipientSession = [
        "HELO client", "MAIL FROM:<a@mail.example.com>", "RCPT TO:<root@mail.example.com>", "QUIT",
    ]
    private static let recipient = Trigger.session(
        [
            "HELO client", "MAIL FROM:<a@mail.example.com>", "RCPT TO:<anna@mail.example.com>",
            "RCPT TO:<anna@example.com>", "QUIT",
        ], 0)
    private static let local = Trigger.mail(["root@mail.example.com"])

    static let predictions = [
        Prediction(rule: "parameter/syntax", words: "missing '=' after attribute name", trigger: local),
        Prediction(rule: "parameter/malformed-value", words: "macro processing error", trigger: local),
        Prediction(
            rule: "parameter/wrong-type", words: "unknown inet_protocols value \"ipv5\"",
            trigger: local),
        Prediction(
            rule: "parameter/out-of-range", words: "invalid default_process_limit parameter value 0 < 1",
            trigger: local),
        Prediction(
            rule: "parameter/inline-comment", words: "bad parameter value: mail.example.com # our name",
            trigger: local),
        Prediction(
            rule: "parameter/mailbox-size-limit",
            words: "mailbox_size_limit is smaller than message_size_limit", trigger: local),
        Prediction(
            rule: "parameter/sasl-password-maps", words: "specify a password table via",
            trigger: .mail(["x@other.example"]), settings: "relayhost = [127.0.0.1]:1\n"),
        Prediction(
            rule: "parameter/tls-without-certificate", words: "530 5.7.0 Must issue a STARTTLS command first",
            trigger: .session(["HELO client", "MAIL FROM:<a@mail.example.com>", "QUIT"], 1)),
        Prediction(
            rule: "parameter/tls-key-mismatch", words: "disabling TLS support", trigger: .session(greeting, 0)
        ),
        Prediction(rule: "master/syntax", words: "bad field count"),
        Prediction(
            rule: "master/separated-option", words: "option value: missing '=' after attribute name",
            trigger: .session(greeting, 1)),
        Prediction(rule: "master/unknown-option", words: "invalid option: -", trigger: .session(greeting, 1)),
        Prediction(
            rule: "master/leftover-words", words: "unknown attribute name: b.example.com",
            trigger: .mail(["x@relay.example"])),
        Prediction(rule: "master/process-limit", words: "service qmgr requires a process limit of 1"),
        Prediction(
            rule: "master/unprivileged", words: "service local requires privileged operation", trigger: local),
        Prediction(
            rule: "master/pipe-attributes", words: "unknown attribute name: usr=vmail", trigger: local),
        Prediction(
            rule: "master/pipe-recipient-limit", words: "requires dovecot_destination_recipient_limit = 1",
            trigger: .mail(["x@example.com", "y@example.com"])),
        Prediction(
            rule: "master/missing-service", words: "private/rewrite: No such file or directory",
            trigger: .session(greeting, 0)),
        Prediction(
            rule: "relay/missing-guard", words: "specify at least one working instance of",
            trigger: .session(greeting, 0)),
        Prediction(
            rule: "relay/open", words: "250 2.1.5 Ok",
            trigger: .session(
                ["HELO c", "MAIL FROM:<somebody@partner.example>", "RCPT TO:<x@elsewhere.example>", "QUIT"], 2
            ),
            settings: "authorized_verp_clients =\n"),
        Prediction(
            rule: "relay/open", words: "250 2.1.5 Ok",
            trigger: .session(
                [
                    "HELO mail.partner.example", "MAIL FROM:<a@b.example>", "RCPT TO:<x@elsewhere.example>",
                    "QUIT",
                ], 7
            ),
            settings: "authorized_verp_clients =\n"),
        Prediction(
            rule: "access/unknown-restriction", words: "unknown smtpd restriction: \"Strict\"",
            trigger: .session(recipientSession, 0)),
        Prediction(
            rule: "access/wrong-argument", words: "bad argument", trigger: .session(recipientSession, 0)),
        Prediction(
            rule: "access/wrong-phase", words: "before Data command restriction",
            trigger: .session(Array(recipientSession.dropLast()) + ["DATA", "QUIT"], 0)),
        Prediction(
            rule: "access/network-host-bits", words: "non-null host address bits in \"127.0.0.1/8\"",
            trigger: .session(recipientSession, 0)),
        Prediction(
            rule: "access/network-list", words: "form instead of \"::1/128\"",
            trigger: .session(recipientSession, 0)),
        Prediction(
            rule: "table/missing", words: "client.cidr: No such file or directory", trigger: recipient),
        Prediction(rule: "table/missing", words: "relays: No such file or directory", trigger: recipient),
        Prediction(
            rule: "table/list-file", words: "relay_domains: comment at end of line is not supported",
            trigger: recipient),
        Prediction(
            rule: "table/unsupported-type", words: "unsupported dictionary type: hsah", trigger: recipient),
        Prediction(
            rule: "table/unlisted-proxy", words: "proxymap service is not configured for table",
            trigger: .session(greeting, 0)),
        Prediction(rule: "table/malformed-line", words: "expected format: key whitespace value"),
        Prediction(rule: "table/bad-pattern", words: "error in regex at offset", trigger: local),
        Prediction(
            rule: "table/substitution", words: "regular expression substitution is not allowed",
            trigger: .mail(["x@a.example"])),
        Prediction(
            rule: "table/host-bits", words: "non-null host address bits in \"192.0.2.1/24\"",
            trigger: recipient),
        Prediction(
            rule: "table/unknown-action", words: "unknown smtpd restriction: \"REJCT\"", trigger: recipient),
        Prediction(
            rule: "table/malformed-result", words: "bad uid vmail in virtual_uid_maps",
            trigger: .mail(["anna@example.com"])),
        Prediction(
            rule: "routing/unknown-transport", words: "connect to transport private/slwo",
            trigger: .mail(["x@example.org"])),
        Prediction(
            rule: "routing/bad-nexthop", words: "bad network port: 5870000",
            trigger: .mail(["x@other.example"])),
        Prediction(
            rule: "routing/two-classes",
            words: "550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown",
            trigger: recipient),
        Prediction(
            rule: "routing/loop", words: "unreasonable virtual_alias_maps map nesting for a@example.com",
            trigger: .mail(["a@example.com"])),
        Prediction(
            rule: "routing/relayhost-self", words: "mail for 127.0.0.1 loops back to myself",
            trigger: .mail(["x@other.example"])),
        Prediction(
            rule: "routing/own-name", words: "bad parameter value: mail example.com", trigger: local),
    ]

    @Test(arguments: predictions)
    func `Postfix says what the rule predicts`(prediction: Prediction) throws {
        let index = Self.predictions.firstIndex { $0.rule == prediction.rule } ?? 0
        let postfix = try PrivatePostfix(
            Fixture(rule: prediction.rule).path + "/bad", port: 27_100 + 10 * index,
            settings: prediction.settings)
        var replies = ""
        switch prediction.trigger {
        case .start: break
        case .mail(let recipients): try postfix.send(to: recipients)
        case .session(let commands, let number):
            replies = try postfix.session(commands, portOffset: number)
        }
        let isSaid = replies.contains(prediction.words) || postfix.says(prediction.words)
        #expect(isSaid, "\(replies)\(postfix.said)")
    }
}

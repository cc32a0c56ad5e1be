import Foundation
import TestSupport
import Testing

/// Which step of local(8) takes mail for a user.
@Suite struct LocalDeliveryTests {
    private func explain(_ settings: String, _ address: String = "Anna+x@mail.example.com") throws -> [String]
    {
        let directory = try Directory.sample()
        try directory.append(settings, to: "main.cf")
        try directory.write("anna lmtp:unix:private/lmtp\nbruno spamd\n", "ways")
        let answer = try ProgramRun.postroom("explain", "-c", directory.path, address)
        #expect(answer.errors == "")
        let lines = answer.output.replacingOccurrences(of: directory.path, with: "DIR").split(separator: "\n")
        return lines.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func `a mailbox in the spool directory, when nothing else is said`() throws {
        let lines = try explain("mail_spool_directory = /var/spool/boxes\n")
        #expect(lines.contains("delivery      forward_path  anna -> ~anna/.forward+x, ~anna/.forward"))
        #expect(
            lines.contains(
                "delivery      mail_spool_directory  anna -> /var/spool/boxes/anna  (DIR/main.cf:14)"))
        #expect(lines.last == "mailbox of anna")
    }

    @Test(arguments: [
        ("home_mailbox = Maildir/", "mailbox of anna, ~/Maildir/"),
        ("home_mailbox = M\nmailbox_command = /bin/sort", "mailbox of anna, by the command /bin/sort"),
        (
            "mailbox_command = a\nmailbox_command_maps = inline:{anna=b}",
            "mailbox of anna, by the command b"
        ),
        ("mailbox_command = a\nmailbox_transport = lmtp:[::1]", "anna by lmtp:[::1]"),
        (
            "mailbox_transport = a\nmailbox_transport_maps = lmdb:$config_directory/ways",
            "anna by lmtp:unix:private/lmtp"
        ),
        ("mailbox_transport = spamd", "anna by spamd:mail.example.com"),
        ("fallback_transport = smtp:[old]", "mailbox of anna; without an account, by smtp:[old]"),
        (
            "fallback_transport = x\nfallback_transport_maps = inline:{anna=y:z}",
            "mailbox of anna; without an account, by y:z"
        ),
        (
            "luser_relay = $user-$extension-$domain@old.example",
            "mailbox of anna; without an account, forwarded to anna-x-mail.example.com@old.example"
        ),
        (
            "luser_relay = ${extension?{$extension}:{none}}",
            "mailbox of anna; without an account, forwarded to x@example.com"
        ),
    ]) func `who comes first takes the mail`(settings: String, taker: String) throws {
        #expect(try explain(settings + "\n").last == taker)
    }

    @Test func `a table knows its line, and a key is a user in lower case`() throws {
        let lines = try explain("mailbox_transport_maps = lmdb:$config_directory/ways\n")
        #expect(
            lines.contains(
                "lookup        mailbox_transport_maps lmdb:DIR/ways  \"anna\": lmtp:unix:private/lmtp  (DIR/ways:1)"
            ))
        #expect(
            lines.contains {
                $0.hasPrefix("delivery      mailbox_transport_maps  anna -> lmtp:unix:private/lmtp")
            })
    }

    @Test func `the settings of the delivery agent count`() throws {
        let directory = try Directory.sample()
        try directory.write("local unix - n n - - local -o home_mailbox=Box\n", "master.cf")
        let answer = try ProgramRun.postroom("explain", "-c", directory.path, "anna@mail.example.com")
        #expect(answer.output.hasSuffix("     mailbox of anna, ~/Box\n"))
        #expect(answer.output.contains("home_mailbox  anna -> ~anna/Box  (\(directory.path)/master.cf:1)"))
    }

    @Test func `a setting without a transport makes mail wait`() throws {
        #expect(
            try explain("mailbox_transport_maps = inline:{anna=:x}\n").last
                == "refused: 451 4.3.0 Temporary lookup failure")
    }

    @Test func `the delivery is among the steps of the JSON form`() throws {
        let directory = try Directory.sample()
        try directory.append("mailbox_transport = lmtp:[::1]\n", to: "main.cf")
        let answer = try ProgramRun.postroom(
            "explain", "--json", "-c", directory.path, "anna@mail.example.com")
        #expect(
            answer.output.contains(
                "{\"step\":\"delivery\",\"table\":\"mailbox_transport\",\"key\":\"anna\",\"source\":"
                    + "{\"file\":\"\(directory.path)/main.cf\",\"line\":14},\"result\":\"lmtp:[::1]\"}"))
    }
}

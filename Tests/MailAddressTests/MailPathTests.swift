import MailAddress
import Testing

@Suite struct MailPathTests {
    private func parse(_ text: String) -> MailPath.Outcome { MailPath.parse(Array(text.utf8)) }

    private func mailbox(_ text: String) -> MailPath { .mailbox(MailAddress(internalForm: Array(text.utf8))) }

    @Test(arguments: [
        ("<a@example.com>", "a@example.com"), ("<\"a b\"@example.com>", "a b@example.com"),
        ("<\"a\\\"b\"@example.com>", "a\"b@example.com"), ("<a.b+c@[1.2.3.4]>", "a.b+c@[1.2.3.4]"),
        ("<@one.example,@two.example:a@example.com>", "a@example.com"),
        ("<a@[IPv6:1::2]>", "a@[IPv6:1::2]"),
        ("<f\u{f6}@b\u{fc}cher.example>", "f\u{f6}@b\u{fc}cher.example"),
        ("<\"\"@example.com>", "@example.com"),
    ])
    func `a mailbox is read`(text: String, address: String) {
        #expect(parse(text) == .path(mailbox(address), length: text.utf8.count))
        #expect(parse(text + " SIZE=1") == .path(mailbox(address), length: text.utf8.count))
    }

    @Test func `the null path and postmaster have no domain`() {
        #expect(parse("<>") == .path(.null, length: 2))
        #expect(parse("<PostMaster>") == .path(.postmaster, length: 12))
    }

    @Test func `every beginning of a path is incomplete`() {
        for text in ["<\"a \\b\"@example.com>", "<@x.example:a@[1.2.3.4]>", "<>", "<postmaster>"] {
            let bytes = Array(text.utf8)
            for count in 0..<bytes.count {
                #expect(MailPath.parse(Array(bytes[..<count])) == .incomplete, "\(text) \(count)")
            }
        }
    }

    @Test(arguments: [
        ("a@b", 0), ("<a b@c>", 2), ("<.a@c>", 1), ("<a..b@c>", 3), ("<a@>", 3), ("<a@-b>", 5), ("<user>", 5),
        ("<a@b c>", 4), ("<a@[x]>", 6), ("<@a@b>", 3), ("<a@b@c>", 4),
    ])
    func `what is no path is refused where it goes wrong`(text: String, offset: Int) {
        #expect(parse(text) == .malformed(at: offset))
    }

    @Test func `limits are those of the standard`() {
        let local = String(repeating: "l", count: 64)
        #expect(parse("<\(local)@example.com>") == .path(mailbox("\(local)@example.com"), length: 78))
        #expect(parse("<\(local)l@example.com>") == .malformed(at: 66))
        let label = String(repeating: "a", count: 61)
        let domain = [label, label, label].joined(separator: ".") + ".com"
        #expect(parse("<\(local)@\(domain)>") == .path(mailbox("\(local)@\(domain)"), length: 256))
        #expect(parse("<\(local)@a\(domain)>") == .malformed(at: 257))
        #expect(parse("<" + String(repeating: "l", count: 300)) == .malformed(at: 301))
    }
}

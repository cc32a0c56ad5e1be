import InternationalNames
import MailAddress
import Testing

@Suite struct MailDomainTests {
    static let longLabel = String(repeating: "a", count: 63)

    @Test(arguments: [
        ("example.com", true), ("a_b", true), ("1a", true), ("1-2", true), ("_", true),
        ("b\u{fc}cher.de", true),
        ("xn--bcher-kva.de", true), (longLabel, true),
        ("", false), (".", false), ("a..b", false),
        ("a.", false), (".a", false), ("-a", false), ("a-", false), ("a.-b", false), ("1", false),
        ("1.2.3.4", false),
        ("\u{2615}.example", true), ("1\u{639}.example", true), ("b--\u{fc}.example", true),
        ("b\u{fc}--x.example", false), ("\u{2100}.example", false), ("\u{10A0}.example", false),
        ("\u{301}a.example", false),
        ("xn--a.\u{fc}", false), ("b\u{fc} x.example", false), ("\u{ff11}\u{ff12}", false),
        (String(repeating: "a", count: 55) + "\u{fc}", true),
        (String(repeating: "a", count: 56) + "\u{fc}", false),
        ("a b", false), ("a/b", false), ("a%b", false), (longLabel + "a", false), ("-\u{e9}", false),
    ])
    func `a host name is labels of letters, digits and inner hyphens`(name: String, isHost: Bool) {
        #expect(MailDomain(name).isHostName == isHost)
    }

    @Test func `the transitional mapping removes a joiner`() {
        let name = MailDomain("\u{200c}.example")
        #expect(name.isHostName(.nontransitional))
        #expect(!name.isHostName(.transitional))
    }

    @Test(
        arguments: [
            ("example.COM", "example.COM"), ("B\u{FC}cher.Example", "xn--bcher-kva.example"),
            ("stra\u{df}e.example", "xn--strae-oqa.example"), ("a\u{3002}\u{fc}", "a.xn--tda"),
            ("\u{fc}..example", nil), ("\u{301}a", nil),
        ] as [(String, String?)])
    func `a name has one form in ASCII`(name: String, ascii: String?) throws {
        let found = try? InternationalName.ascii(Array(name.utf8).span)
        #expect(found.map { String(decoding: $0, as: UTF8.self) } == ascii)
        #expect(throws: InternationalName.Failure.invalid) {
            try InternationalName.ascii(Array("\u{fc}".utf8.dropLast()).span)
        }
    }

    @Test func `a host name has at most 255 bytes`() {
        let name = [Self.longLabel, Self.longLabel, Self.longLabel, Self.longLabel].joined(separator: ".")
        #expect(name.utf8.count == 255)
        #expect(MailDomain(name).isHostName)
        #expect(!MailDomain(name + ".a").isHostName)
    }

    @Test(
        arguments: [
            ("[1.2.3.4]", "1.2.3.4"), ("[IPv6:1::2]", "1::2"), ("[ipv6:::1]", "::1"),
            ("[01.2.3.4]", "1.2.3.4"),
            ("[0.0.0.0]", "0.0.0.0"), ("[0.1.2.3]", nil), ("[1.2.3]", nil), ("[::1]", nil),
            ("[ipv6:1.2.3.4]", nil),
            ("[x]", nil), ("[]", nil), ("[1.2.3.4", nil), ("1.2.3.4", nil), ("[1.2.3.256]", nil),
        ] as [(String, String?)])
    func `an address literal has one address`(text: String, address: String?) {
        #expect(MailDomain(text).literalAddress?.description == address)
    }

    @Test(arguments: [
        ("[1.2.3.4]", true), ("[IPv6:1::2]", true), ("[IPv6:1:2]", true), ("[IPv6:1]", false),
        ("[IPv6:1:g]", false),
        ("[1.2.3]", false), ("[IPv6:1:2:3:4:5:6:7:8:9]", false),
    ])
    func `a literal is checked no more strictly than Postfix does`(text: String, isLiteral: Bool) {
        #expect(MailDomain(text).isAddressLiteral == isLiteral)
    }
}

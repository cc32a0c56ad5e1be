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
        ("a b", false), ("a/b", false), ("a%b", false), (longLabel + "a", false), ("-\u{e9}", false),
    ])
    func `a host name is labels of letters, digits and inner hyphens`(name: String, isHost: Bool) {
        #expect(MailDomain(name).isHostName == isHost)
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

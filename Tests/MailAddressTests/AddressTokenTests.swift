import MailAddress
import Testing

@Suite struct AddressTokenTests {
    @Test(arguments: [
        ("foo@example.com", "foo@example.com", "foo@example.com"),
        ("foo bar@x", "foo bar@x", "\"foo bar\"@x"),
        ("\"foo bar\"@x", "foo bar@x", "\"foo bar\"@x"),
        ("\"foo\"@x", "foo@x", "foo@x"),
        ("foo\\@bar@x", "foo@bar@x", "\"foo@bar\"@x"),
        ("(c)foo@x (d)", "(c) foo@x (d)", "\"(c) foo\"@x (d)"),
        ("a , b@c", "a, b@c", "\"a, b\"@c"),
        ("a<b", "a <b", "\"a <b\""),
        ("a@[1.2.3.4", "a@[1.2.3.4]", "a@[1.2.3.4]"),
        ("\"open", "open", "open"),
        ("a . b @ c", "a.b@c", "a.b@c"),
        ("", "", "\"\""),
    ])
    func `tokens have an internal and an external form`(text: String, plain: String, quoted: String) {
        let tokens = AddressTokens(external: Array(text.utf8))
        #expect(String(decoding: tokens.internalForm, as: UTF8.self) == plain)
        #expect(String(decoding: tokens.externalForm, as: UTF8.self) == quoted)
    }

    @Test(arguments: [("a@b.", "a@b"), ("a@b..", "a@b.."), ("a@.", "a@."), ("a.", "a"), (".", ".")])
    func `one dot at the end goes, bogus ones stay`(text: String, result: String) {
        var tokens = AddressTokens(external: Array(text.utf8))
        tokens.stripTrailingDot()
        #expect(String(decoding: tokens.internalForm, as: UTF8.self) == result)
    }

    @Test func `an escaped special makes a quoted string`() {
        #expect(AddressTokens(external: Array("a\\!b".utf8)).tokens.map(\.kind) == [.quotedString])
        #expect(AddressTokens(external: Array("a\\?b".utf8)).tokens.map(\.kind) == [.atom])
    }

    @Test func `any bytes are read, and what comes of them is read again`() {
        var state: UInt64 = 42
        for length in 0..<400 {
            var bytes: [UInt8] = []
            for _ in 0..<(length % 40) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let all = Array("@.%!:;,<>()[]\"\\ \t\r\n|ab\u{0}\u{7f}".utf8) + [0x80, 0xC3, 0xFF]
                bytes.append(all[Int(state >> 33) % all.count])
            }
            let tokens = AddressTokens(external: bytes)
            #expect(tokens.internalForm.count <= bytes.count * 2 + 1)
            _ = AddressTokens(external: tokens.externalForm)
            _ = AddressList(bytes).text
            _ = MailPath.parse(bytes)
            let address = MailAddress(internalForm: bytes)
            #expect(address.internalForm == bytes)
            _ = MailAddress(externalForm: address.externalForm)
        }
    }
}

import MailAddress
import Testing

@Suite struct AddressListTests {
    private func addresses(_ text: String) -> [String] {
        AddressList(Array(text.utf8)).addresses.map {
            $0.tokens.isEmpty ? "" : String(decoding: $0.externalForm, as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("a@b", ["a@b"]), ("a, b", ["a", "b"]), ("a b", ["a", "b"]), ("a@b c@d", ["a@b", "c@d"]),
        ("Foo Bar <a@b>", ["a@b"]), ("\"Foo, Bar\" <a@b>, c", ["a@b", "c"]), ("(x) a (y)", ["a"]),
        ("<@r,@s:a@b>", ["@r, @s:a@b"]), ("grp: a, b;, c", ["a", "b", "c"]), ("undisclosed-recipients:;", []),
        ("<>", [""]), ("", []), (",", []), ("a;b", ["a", "b"]), ("a:b", ["\"a:b\""]),
        ("|cmd, /file, :include:/x", ["|cmd", "/file", "\":include:/x\""]),
        ("\"a b\"@c <d>", ["d"]), ("Foo <a", ["\"Foo <a\""]), ("a@b@c", ["\"a@b\"@c"]),
        ("=?utf-8?q?f=C3=B6?= <a>", ["a"]),
    ])
    func `addresses are found among names, comments and groups`(text: String, found: [String]) {
        #expect(addresses(text) == found)
    }

    @Test(arguments: [
        ("Foo Bar <a@b>", "Foo Bar <a@b>"), ("a,b", "a, b"), ("a b", "a, b"), ("a (c)", "a (c)"),
        ("grp:a,b;,c", "grp: a, b;, c"), ("undisclosed-recipients:;", "undisclosed-recipients: ;"),
        ("\"a \\\"b\" <c>", "\"a \\\"b\" <c>"), ("Foo. B. <a>", "Foo.B. <a>"), ("a,,b", "a, , b"),
        ("<a> (c)", "<a>(c)"), ("a ;b", "a;, b"), ("\"x y\"<c> d", "\"x y\" <c>, d"),
        ("=?utf-8?q?f=C3=B6?= <a>", "=?utf-8?q?f=C3=B6?= <a>"),
    ])
    func `a list is written in one way`(text: String, written: String) {
        #expect(String(decoding: AddressList(Array(text.utf8)).text, as: UTF8.self) == written)
    }

    @Test func `addresses change in their places`() {
        let list = AddressList(Array("Foo <a>, grp: b;".utf8)).mapAddresses { tokens in
            AddressTokens(external: tokens.internalForm + Array("@x".utf8))
        }
        #expect(String(decoding: list.text, as: UTF8.self) == "Foo <a@x>, grp: b@x;")
    }
}

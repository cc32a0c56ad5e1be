import MailAddress
import Testing

@Suite struct AddressQuotingTests {
    @Test(arguments: [
        ("foo@x", "foo@x"), ("foo bar@x", "\"foo bar\"@x"), ("a\"b@x", "\"a\\\"b\"@x"),
        ("a\\b@x", "\"a\\\\b\"@x"), (".a@x", "\".a\"@x"), ("a.@x", "\"a.\"@x"), ("a..b@x", "\"a..b\"@x"),
        ("@x", "\"\"@x"), ("", "\"\""), ("a@b@x", "\"a@b\"@x"), ("a!b%c@x", "a!b%c@x"),
        ("f\u{f6}\u{f6}@x", "f\u{f6}\u{f6}@x"), ("a\u{1}@x", "\"a\u{1}\"@x"), ("a[b]@x", "\"a[b]\"@x"),
        ("@route:a b@x", "@route:\"a b\"@x"), ("user", "user"), ("a b", "\"a b\""),
    ])
    func `the local part is quoted where it must be, and unquoted again`(plain: String, quoted: String) {
        #expect(String(decoding: AddressQuoting.quoted(Array(plain.utf8)), as: UTF8.self) == quoted)
        #expect(String(decoding: AddressQuoting.unquoted(Array(quoted.utf8)), as: UTF8.self) == plain)
    }

    @Test(arguments: [("\"a\"b@x", "ab@x"), ("a\\ b@x", "a b@x"), ("a\\@x", "a@x"), ("\"@x", "@x")])
    func `whatever quotes there are go`(quoted: String, plain: String) {
        #expect(String(decoding: AddressQuoting.unquoted(Array(quoted.utf8)), as: UTF8.self) == plain)
    }
}

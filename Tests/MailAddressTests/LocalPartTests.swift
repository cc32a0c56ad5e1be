import MailAddress
import Testing

@Suite struct LocalPartTests {
    @Test(
        arguments: [
            ("user+ext", "+", "user", "+ext"), ("user+a+b", "+", "user", "+a+b"),
            ("user-a+b", "+-", "user", "-a+b"),
            ("user+a-b", "+-", "user", "+a-b"), ("user+", "+", "user", "+"), ("user", "+", nil, nil),
            ("+ext", "+", nil, nil), ("user+ext", "", nil, nil), ("user-ext", "+", nil, nil),
            ("owner-list", "-", nil, nil), ("list-request", "-", nil, nil), ("-request", "-", nil, nil),
            ("owner+list", "+", "owner", "+list"), ("POSTMASTER", "m", nil, nil),
            ("double-bounce", "-", nil, nil),
            ("mailer-daemon", "-", nil, nil), ("owner-list", "+-", nil, nil),
            ("owner_list", "_", "owner", "_list"),
        ] as [(String, String, String?, String?)])
    func `the first delimiter begins the extension`(
        text: String, delimiters: String, user: String?, suffix: String?
    ) {
        let rule = ExtensionRule(delimiters: Array(delimiters.utf8))
        let parts = rule.split(LocalPart(text))
        #expect(parts.map { String(decoding: $0.user.bytes, as: UTF8.self) } == user)
        #expect(parts.map { String(decoding: $0.suffix, as: UTF8.self) } == suffix)
    }

    @Test func `owner and request are names like others when they are not special`() {
        let rule = ExtensionRule(delimiters: Array("-".utf8), keepsOwnerAndRequest: false)
        #expect(rule.split(LocalPart("owner-list"))?.user == LocalPart("owner"))
        #expect(rule.split(LocalPart("list-request"))?.user == LocalPart("list"))
    }

    @Test func `an address is split at its last at sign`() {
        #expect(MailAddress(internalForm: Array("a@b@c".utf8)).domain == MailDomain("c"))
        #expect(MailAddress(internalForm: Array("a@".utf8)).domain == MailDomain(""))
        #expect(MailAddress(internalForm: Array("a".utf8)).domain == nil)
        #expect(ReversePath(internalForm: []) == .null)
    }
}

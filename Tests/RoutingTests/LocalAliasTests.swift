import AddressRouting
import MailAddress
import Testing

@Suite struct LocalAliasTests {
    private func delivery(_ user: String) throws -> LocalDelivery {
        var configuration = sampleConfiguration()
        configuration.mapping.aliasMaps = list(
            "alias_maps",
            [
                ("list", "a, \"|program arg\", /var/spool/x, :include:/etc/list, far@other.example"),
                ("owner-list", "boss@example.com"), ("a", "b@example.com"), ("self", "self, c"),
                ("one", "two"),
                ("two", "one"), ("owned", "owned, c"), ("owner-owned", "x, y"),
                ("plain", "\\\\a, \"\\\\b+x\""),
                ("relayed", "x%far.example@example.com"), ("plus", "plus+x"),
            ])
        var trace = NoTrace()
        return try LocalAliases(configuration).delivery(to: address(user + "@example.com"), trace: &trace)
    }

    @Test func `an alias stands for addresses, programs and files`() throws {
        let expected: [LocalDelivery] = [
            .mailbox(LocalPart("b")), .command(Array("program arg".utf8)), .file(Array("/var/spool/x".utf8)),
            .include(Array("/etc/list".utf8)), .forward(address("far@other.example")),
        ]
        let list = try delivery("List+ext")
        #expect(list.ends == expected)
        guard case .alias(let name, let owner, _) = list else {
            Issue.record("no alias")
            return
        }
        #expect(name == LocalPart("list"))
        #expect(owner == address("boss@example.com"))
    }

    @Test func `an alias that names itself means the user`() throws {
        #expect(try delivery("self").ends == [.mailbox(LocalPart("self")), .mailbox(LocalPart("c"))])
        #expect(try delivery("plus").ends == [.mailbox(LocalPart("plus+x"))])
    }

    @Test func `an alias with an owner forwards to itself`() throws {
        #expect(try delivery("owned").ends == [.loop(LocalPart("owned")), .mailbox(LocalPart("c"))])
        guard case .alias(_, let owner, _) = try delivery("owned") else { return }
        #expect(owner == address("owner-owned"))
    }

    @Test func `a backslash keeps aliases away`() throws {
        #expect(try delivery("\\list") == .mailbox(LocalPart("list")))
        #expect(try delivery("plain").ends == [.mailbox(LocalPart("a")), .mailbox(LocalPart("b+x"))])
    }

    @Test func `a source route through this host goes on`() throws {
        #expect(try delivery("relayed").ends == [.forward(address("x@far.example"))])
    }

    @Test func `aliases that name each other are a loop`() throws {
        #expect(try delivery("one").ends == [.loop(LocalPart("two"))])
    }

    @Test func `who has no alias has a mailbox`() throws {
        #expect(try delivery("nobody") == .mailbox(LocalPart("nobody")))
    }
}

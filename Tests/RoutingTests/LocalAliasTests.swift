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
                ("two", "one"), ("owner-self", "x, y"),
            ])
        var trace = NoTrace()
        return try LocalAliases(configuration).delivery(to: LocalPart(user), trace: &trace)
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
        guard case .alias(_, let owner, _) = try delivery("self") else { return }
        #expect(owner == address("owner-self"))
    }

    @Test func `aliases that name each other are a loop`() throws {
        #expect(try delivery("one").ends == [.loop(LocalPart("one"))])
    }

    @Test func `who has no alias has a mailbox`() throws {
        #expect(try delivery("nobody") == .mailbox(LocalPart("nobody")))
    }
}

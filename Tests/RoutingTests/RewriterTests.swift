import AddressRouting
import CompiledTables
import MailAddress
import Testing

@Suite struct RewriterTests {
    private func expand(_ recipient: String, _ configuration: RoutingConfiguration) throws -> [String] {
        var trace = NoTrace()
        let rewriter = AddressRewriter(configuration)
        let mapped = try rewriter.envelopeRecipient(address(recipient), trace: &trace)
        return try rewriter.expand(mapped, trace: &trace).map { text($0.internalForm) }
    }

    private func aliases(_ rows: [(String, String)]) -> RoutingConfiguration {
        var configuration = sampleConfiguration()
        configuration.mapping.virtualAliasMaps = list("virtual_alias_maps", rows)
        return configuration
    }

    @Test(arguments: [
        ("one@v.example", ["a@x.example", "b@example.com"]), ("two@v.example", ["c@x.example"]),
        ("self@v.example", ["self@v.example", "d@x.example"]), ("any@all.example", ["any@x.example"]),
        ("any+e@all.example", ["any+e@x.example"]),
        ("one+e@v.example", ["a+e@x.example", "b+e@example.com"]),
        ("user", ["u@x.example"]), ("nobody@v.example", ["nobody@v.example"]),
        ("", ["MAILER-DAEMON@example.com"]),
    ])
    func `aliases are expanded until nothing changes`(recipient: String, result: [String]) throws {
        let configuration = aliases([
            ("one@v.example", "a@x.example, b"), ("two@v.example", "three@v.example"),
            ("three@v.example", "c@x.example"), ("self@v.example", "self@v.example, d@x.example"),
            ("@all.example", "@x.example"), ("user", "u@x.example"),
        ])
        #expect(try expand(recipient, configuration) == result)
    }

    @Test func `aliases without end are a temporary error`() {
        let configuration = aliases([("a@v.example", "b@v.example"), ("b@v.example", "a@v.example")])
        #expect {
            try expand("a@v.example", configuration)
        } throws: { error in
            (error as? RoutingFailure)?.reply == RoutingReply(451, "4.6.0", "Alias expansion error")
        }
    }

    @Test func `expansion is limited at its limit`() throws {
        var configuration = aliases([("a@v.example", "1@x, 2@x, 3@x")])
        configuration.mapping.expansionLimit = 3
        #expect(try expand("a@v.example", configuration).count == 3)
        configuration.mapping.expansionLimit = 2
        #expect(throws: RoutingFailure.self) { try expand("a@v.example", configuration) }
        configuration.mapping.expansionLimit = 3
        configuration.mapping.addressLengthLimit = 2
        #expect(throws: RoutingFailure.self) { try expand("a@v.example", configuration) }
    }

    @Test func `canonical tables are asked again, but not for ever`() throws {
        var configuration = sampleConfiguration()
        configuration.mapping.canonicalMaps = list(
            "canonical_maps", [("a", "b"), ("b", "c@x.example"), ("p", "q"), ("q", "p")])
        #expect(try expand("a+e", configuration) == ["c+e@x.example"])
        #expect(try expand("p", configuration) == ["p@example.com"])
    }

    @Test func `classes say which addresses are mapped`() throws {
        var configuration = sampleConfiguration()
        configuration.mapping.canonicalMaps = list("canonical_maps", [("a", "b")])
        configuration.mapping.canonicalPlaces = .senders
        var trace = NoTrace()
        #expect(try expand("a", configuration) == ["a@example.com"])
        let sender = try AddressRewriter(configuration).envelopeSender(.address(address("a")), trace: &trace)
        #expect(sender == .address(address("b@example.com")))
    }

    @Test(arguments: [
        ("u@a.example.com", "u@example.com"), ("u@example.com", "u@example.com"),
        ("u@a.keep.example.com", "u@a.keep.example.com"), ("u@a.other", "u@a.other"),
        ("root@a.example.com", "root@a.example.com"), ("u@aexample.com", "u@aexample.com"),
    ])
    func `hosts are hidden, with exceptions`(sender: String, result: String) throws {
        var configuration = sampleConfiguration()
        configuration.mapping.masqueradeDomains = ["!keep.example.com", "example.com"].compactMap {
            MasqueradeDomain(word: Array($0.utf8))
        }
        configuration.mapping.masqueradeExceptions = NameList(["root"])
        var trace = NoTrace()
        let mapped = try AddressRewriter(configuration).envelopeSender(
            .address(address(sender)), trace: &trace)
        #expect(mapped == .address(address(result)))
    }

    @Test func `headers keep their form when nothing changes`() throws {
        let rewriter = AddressRewriter(sampleConfiguration())
        var trace = NoTrace()
        let kept = try rewriter.header(Array("A  B <a@b.example>".utf8), .sender, .local, trace: &trace)
        #expect(kept == nil)
        let changed = try rewriter.header(Array("A  B <a>,c".utf8), .recipient, .local, trace: &trace)
        #expect(changed.map(text) == "A B <a@example.com>, c@example.com")
        let foreign = try rewriter.header(Array("a".utf8), .recipient, .remote, trace: &trace)
        #expect(foreign == nil)
    }

    @Test func `copies are found and generic tables are asked once`() throws {
        var configuration = sampleConfiguration()
        configuration.mapping.alwaysBcc = address("archive")
        configuration.mapping.senderBccMaps = list("sender_bcc_maps", [("@example.com", "s")])
        configuration.mapping.recipientBccMaps = list("recipient_bcc_maps", [("u@example.com", "r")])
        configuration.mapping.genericMaps = list("smtp_generic_maps", [("a", "b"), ("b", "c")])
        let rewriter = AddressRewriter(configuration)
        var trace = NoTrace()
        let sender = ReversePath.address(address("u@example.com"))
        #expect(try rewriter.copies(forSender: sender, trace: &trace) == [address("archive"), address("s")])
        #expect(try rewriter.copies(forSender: .null, trace: &trace) == [address("archive")])
        #expect(try rewriter.copies(forRecipient: address("u@example.com"), trace: &trace) == [address("r")])
        #expect(try rewriter.generic(address("a@example.com"), trace: &trace) == address("b@example.com"))
    }
}

import AddressRouting
import MailAddress
import Testing

@Suite struct RecipientValidationTests {
    private func refusal(
        _ recipient: String, _ role: RecipientValidation.Role = .recipient,
        _ change: (inout RoutingConfiguration) -> Void = { _ in }
    ) throws -> String? {
        var configuration = sampleConfiguration()
        configuration.recipients.local = list("local_recipient_maps", [("known", "x")])
        configuration.recipients.relay = list("relay_recipient_maps", [("known@relay.example", "x")])
        configuration.recipients.virtualMailbox = list("virtual_mailbox_maps", [("@mailbox.example", "x")])
        configuration.mapping.virtualAliasMaps = list("virtual_alias_maps", [("known@alias.example", "x")])
        change(&configuration)
        var trace = NoTrace()
        let resolution = try Resolver(configuration).resolve(address(recipient), sender: .null, trace: &trace)
        return try RecipientValidation(configuration).refusal(
            of: address(recipient), resolvedTo: resolution, offeredAs: role, trace: &trace)?
            .description
    }

    @Test(arguments: [
        "known@example.com", "known+ext@example.com", "PostMaster@example.com", "double-bounce@example.com",
        "mailer-daemon@example.com", "known@relay.example", "who@mailbox.example", "known@alias.example",
        "who@other.example",
    ])
    func `who exists is accepted`(recipient: String) throws {
        #expect(try refusal(recipient) == nil)
    }

    @Test(arguments: [
        ("who@example.com", "local recipient"), ("who@relay.example", "relay recipient"),
        ("who@alias.example", "virtual alias"),
    ])
    func `every class has its own table of users`(recipient: String, table: String) throws {
        let text = "<\(recipient)>: Recipient address rejected: User unknown in \(table) table"
        #expect(try refusal(recipient) == "550 5.1.1 " + text)
    }

    @Test func `a malformed address is refused as such`() throws {
        #expect(try refusal("who@a..b") == "501 5.1.3 Bad recipient address syntax")
        #expect(try refusal("who@", .sender) == "501 5.1.7 Bad sender address syntax")
    }

    @Test func `codes can be set and follow the role`() throws {
        let reply = try refusal("who@alias.example", .sender) {
            $0.recipients.unknownVirtualAliasCode = 450
            $0.resolving.namesTableOfUnknownUser = false
        }
        #expect(reply == "450 4.1.7 <who@alias.example>: Sender address rejected: User unknown")
    }

    @Test(arguments: [
        ("error:5.7.1 go away", "550 5.7.1 <u@other.example>: Recipient address rejected: go away"),
        ("error:go away", "550 5.1.1 <u@other.example>: Recipient address rejected: go away"),
        ("retry:later", "450 4.1.1 <u@other.example>: Recipient address rejected: later"),
    ])
    func `refusing transports say why`(transport: String, reply: String) throws {
        #expect(try refusal("u@other.example") { $0.transports.default = Array(transport.utf8) } == reply)
    }

    @Test func `codes about addresses are those of the role`() throws {
        let change: (inout RoutingConfiguration) -> Void = {
            $0.transports.default = Array("error:5.1.2 no".utf8)
        }
        #expect(try refusal("u@x.example", .sender, change)?.hasPrefix("550 5.1.8 ") == true)
        #expect(try refusal("u@x.example", .recipient, change)?.hasPrefix("550 5.1.2 ") == true)
        #expect(try refusal("who@example.com", .sender)?.hasPrefix("550 5.1.0 ") == true)
    }

    @Test func `without a table everybody exists, and a table that fails is no refusal`() throws {
        #expect(
            try refusal("who@example.com") { $0.recipients.local = MapList("local_recipient_maps") } == nil)
        #expect(throws: RoutingFailure.self) {
            try refusal("who@example.com") { $0.recipients.local = failing("local_recipient_maps") }
        }
    }
}

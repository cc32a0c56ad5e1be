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
        return try RecipientValidation(configuration).refusal(of: resolution, offeredAs: role, trace: &trace)?
            .description
    }

    @Test(
        arguments: [
            ("known@example.com", nil), ("known+ext@example.com", nil), ("PostMaster@example.com", nil),
            ("double-bounce@example.com", nil), ("mailer-daemon@example.com", nil),
            ("who@example.com", "550 5.1.1 User unknown in local recipient table"),
            ("known@relay.example", nil),
            ("who@relay.example", "550 5.1.1 User unknown in relay recipient table"),
            ("who@mailbox.example", nil), ("known@alias.example", nil), ("who@other.example", nil),
            ("who@alias.example", "550 5.1.1 User unknown in virtual alias table"),
            ("who@a..b", "501 5.1.3 Bad recipient address syntax"),
        ] as [(String, String?)])
    func `every class has its own table of users`(recipient: String, reply: String?) throws {
        #expect(try refusal(recipient) == reply)
    }

    @Test func `codes can be set and follow the role`() throws {
        let reply = try refusal("who@alias.example", .sender) {
            $0.recipients.unknownVirtualAliasCode = 450
            $0.resolving.namesTableOfUnknownUser = false
        }
        #expect(reply == "450 4.1.0 User unknown")
    }

    @Test(arguments: [
        ("error:5.7.1 go away", "550 5.7.1 go away"), ("error:go away", "550 5.1.1 go away"),
        ("retry:later", "450 4.1.1 later"),
    ])
    func `refusing transports say why`(transport: String, reply: String) throws {
        #expect(try refusal("u@other.example") { $0.transports.default = Array(transport.utf8) } == reply)
    }

    @Test func `without a table everybody exists, and a table that fails is no refusal`() throws {
        #expect(
            try refusal("who@example.com") { $0.recipients.local = TableList("local_recipient_maps") } == nil)
        #expect(throws: RoutingFailure.self) {
            try refusal("who@example.com") { $0.recipients.local = failing("local_recipient_maps") }
        }
    }
}

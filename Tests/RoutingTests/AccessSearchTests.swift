import AddressRouting
import MailAddress
import NetworkAddress
import Testing

@Suite struct AccessSearchTests {
    /// The keys that a table without rows is asked for.
    private func keys(
        _ ask: (AccessSearch, MapList, inout StepList) throws -> Void, _ style: ParentDomainStyle = .plain
    ) rethrows -> [String] {
        var steps = StepList()
        try ask(AccessSearch(sampleConfiguration().search, parentStyle: style), list("check", []), &steps)
        return steps.steps.filter { $0.stage == .lookup }.map { text($0.key) }
    }

    private func ip(_ text: String) throws -> IPAddress {
        let address = IPAddress(Array(text.utf8).span)
        return try #require(address)
    }

    @Test func `a client is asked for by name, then by address`() throws {
        let found = try keys { search, tables, trace in
            _ = try search.client(
                name: MailDomain("a.b.example"), address: try ip("10.1.2.3"), in: tables, trace: &trace)
        }
        #expect(found == ["a.b.example", "b.example", "example", "10.1.2.3", "10.1.2", "10.1", "10"])
    }

    @Test func `parents may begin with a dot`() throws {
        let found = try keys(
            { search, tables, trace in
                _ = try search.name(MailDomain("a.b.example"), in: tables, trace: &trace)
            }, .dotted)
        #expect(found == ["a.b.example", ".b.example", ".example"])
    }

    @Test(arguments: [
        ("1.2.3.4", ["1.2.3.4"]), ("2001:db8::1.2.3.4", ["2001:db8::1.2.3.4"]),
        ("1.2.3", ["1.2.3", "2.3", "3"]),
        ("[1.2]", ["[1.2]", "2]"]),
    ]) func `an address in the place of a name has no parents`(name: String, expected: [String]) throws {
        let found = try keys { search, tables, trace in
            _ = try search.name(MailDomain(name), in: tables, trace: &trace)
        }
        #expect(found == expected)
    }

    @Test func `an address of mail is asked for from the whole to the user`() throws {
        let found = try keys { search, tables, trace in
            _ = try search.recipient(address("u+e@a.example"), in: tables, trace: &trace)
        }
        #expect(found == ["u+e@a.example", "u@a.example", "a.example", "example", "u+e@", "u@"])
    }

    @Test func `the null sender has one key`() throws {
        let found = try keys { search, tables, trace in
            _ = try search.sender(.null, in: tables, trace: &trace)
        }
        #expect(found == ["<>"])
    }

    @Test func `a failure is no absence`() {
        let search = AccessSearch(sampleConfiguration().search, parentStyle: .plain)
        var trace = NoTrace()
        #expect(throws: RoutingFailure.self) {
            try search.name(MailDomain("a.example"), in: failing("check"), trace: &trace)
        }
    }
}

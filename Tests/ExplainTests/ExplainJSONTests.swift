import Foundation
import TestSupport
import Testing

/// The JSON form of explanations, one object for each address.
@Suite struct ExplainJSONTests {
    struct Explained: Decodable {
        struct Recipient: Decodable, Equatable {
            var recipient: String
            var transport: String?
            var nexthop: String?
            var `class`: String?
            var error: Refusal?
        }
        struct Refusal: Decodable, Equatable {
            var code: Int
            var dsn: String
            var text: String
        }
        struct Step: Decodable {
            struct Source: Decodable, Equatable {
                var file: String
                var line: Int
            }
            var step: String
            var table: String?
            var key: String
            var source: Source?
            var result: String?
        }
        var address: String
        var recipients: [Recipient]
        var steps: [Step]
        var error: Refusal?
    }

    private func explain(_ directory: Directory, _ words: String...) throws -> [Explained] {
        let answer = try ProgramRun(
            [BuiltProgram.postroom, "explain", "--json", "-c", directory.path] + words)
        #expect(answer.errors == "")
        #expect(answer.status == 0)
        return try answer.output.split(separator: "\n").map {
            try JSONDecoder().decode(Explained.self, from: Data($0.utf8))
        }
    }

    @Test func `an alias is expanded and each recipient has its way`() throws {
        let directory = try Directory.sample()
        let explained = try explain(directory, "Sales@Example.org")
        #expect(explained.map(\.address) == ["Sales@Example.org"])
        #expect(
            explained[0].recipients == [
                .init(
                    recipient: "anna@mail.example.com", transport: "local", nexthop: "mail.example.com",
                    class: "local"),
                .init(
                    recipient: "b@far.example", transport: "relay", nexthop: "[mx.far.example]:25",
                    class: "default"),
            ])
        #expect(explained[0].error == nil)
        let row = try #require(explained[0].steps.first { $0.result?.hasPrefix("anna@") == true })
        #expect(row.table == "lmdb:\(directory.path)/virtual")
        #expect(row.source == .init(file: "\(directory.path)/virtual", line: 2))
    }

    @Test(arguments: [
        ("nobody@mail.example.com", "5.1.1"), ("nobody@example.org", "5.1.1"), ("x@-bad-", "5.1.3"),
    ]) func `an address that does not exist is refused as a whole`(address: String, dsn: String) throws {
        let explained = try explain(try .sample(), address)
        #expect(explained[0].error?.dsn == dsn)
    }

    @Test(arguments: [
        ("198.51.100.7", "x@far.example", "554 5.7.1 <unknown[198.51.100.7]>: Client host rejected: go away"),
        ("203.0.113.1", "x@far.example", "554 5.7.1 <x@far.example>: Relay access denied"),
        ("192.0.2.1", "x@far.example", ""), ("203.0.113.1=mx.far.example", "anna@mail.example.com", ""),
        ("203.0.113.1", "postmaster", ""),
    ]) func `a client hears what the server says`(client: String, address: String, refusal: String) throws {
        let explained = try explain(try .sample(), "--client", client, address)
        let error = explained[0].error.map { "\($0.code) \($0.dsn) \($0.text)" } ?? ""
        #expect(error == refusal)
    }

    @Test func `a rule knows its line`() throws {
        let directory = try Directory.sample()
        let explained = try explain(directory, "--client", "198.51.100.7", "anna@mail.example.com")
        let rule = try #require(explained[0].steps.first { $0.result == "REJECT go away" })
        #expect(rule.source == .init(file: "\(directory.path)/clients", line: 1))
    }

    @Test func `a table that cannot tell is a temporary error`() throws {
        let directory = try Directory.sample()
        try directory.append("canonical_maps = fail:x\n", to: "main.cf")
        let explained = try explain(directory, "anna")
        #expect(explained[0].recipients == [])
        #expect(explained[0].error?.dsn == "4.3.0")
    }

    @Test func `resolving alone asks no rewriting table`() throws {
        let explained = try explain(try .sample(), "--resolve-only", "--", "sales@example.org", "", "-x")
        #expect(explained.map { $0.recipients.count } == [1, 1, 1])
        #expect(explained[0].recipients[0].transport == "error")
        #expect(explained[0].recipients[0].error?.dsn == "5.1.1")
        #expect(explained.map(\.address) == ["sales@example.org", "", "-x"])
        #expect(explained[2].recipients[0].error?.dsn == "5.1.3")
    }

    @Test func `completing alone prints three members`() throws {
        let directory = try Directory.sample()
        let answer = try ProgramRun.postroom(
            "explain", "--json", "--rewrite-only", "-c", directory.path, "--", "anna", "", "a!b")
        #expect(
            answer.output == """
                {"address":"anna","rewritten":"anna@example.com","unknown":[]}
                {"address":"","rewritten":"","unknown":[]}
                {"address":"a!b","rewritten":"b@a","unknown":[]}

                """)
    }

    @Test func `the sender decides where it may`() throws {
        let directory = try Directory.sample()
        try directory.append(
            "sender_dependent_relayhost_maps = inline:{ { boss@example.com = [fast.example] } }\n",
            to: "main.cf")
        for (sender, hop) in [("boss@example.com", "[fast.example]"), ("", "else.example")] {
            let explained = try explain(directory, "--sender", sender, "x@else.example")
            #expect(explained[0].recipients.map(\.nexthop) == [hop])
        }
    }

    @Test func `no part of an address gets into its route`() throws {
        let directory = try Directory.sample()
        try directory.write("/@(.*)\\.far\\.example$/ smtp:[$1.evil.example]\n/@b\\.far/ smtp:[b]\n", "ways")
        try directory.append("transport_maps = pcre:$config_directory/ways\n", to: "main.cf")
        let explained = try explain(directory, "x@a.far.example", "x@b.far.example")
        #expect(explained.map { $0.recipients.map(\.nexthop) } == [["a.far.example"], ["[b]"]])
        let row = explained[1].steps.first { $0.table?.hasPrefix("pcre:") == true && $0.result != nil }
        #expect(row?.result == "smtp:[b]")
        // The rule before it, which is left out, is not blamed.
        #expect(row?.source?.file.hasSuffix("/ways") == false)
    }
}

import AddressRouting
import CompiledTables
import MailAddress
import Testing

@Suite struct ResolverTests {
    private func resolve(
        _ text: String, from sender: String = "s@sender.example", _ configuration: RoutingConfiguration
    ) throws -> String {
        var trace = NoTrace()
        let path = ReversePath(internalForm: Array(sender.utf8))
        return try Resolver(configuration).resolve(address(text), sender: path, trace: &trace).summary
    }

    @Test(arguments: [
        ("user", "local local:host.example.com user@host.example.com"),
        ("user@example.com", "local local:host.example.com user@example.com"),
        ("user@[127.0.0.1]", "local local:host.example.com user@[127.0.0.1]"),
        ("", "local local:host.example.com MAILER-DAEMON@host.example.com"),
        ("u@alias.example", "virtual-alias error:5.1.1 User unknown in virtual alias table u@alias.example"),
        ("u@mailbox.example", "virtual-mailbox virtual:mailbox.example u@mailbox.example"),
        ("u@a.relay.example", "relay relay:a.relay.example u@a.relay.example"),
        ("u@other.example.", "default smtp:other.example u@other.example"),
        ("u%other.example@example.com", "default smtp:other.example u@other.example"),
        ("other.example!u@example.com", "default smtp:other.example u@other.example"),
        ("!other.example!some[one@example.com", "default smtp:other.example some[one]@other.example"),
        ("u@other.example@example.com", "default smtp:other.example u@other.example"),
        ("@example.com:u@other.example", "default smtp:other.example @example.com:u@other.example"),
        ("u@", "malformed u@"), ("u@a..b", "malformed u@a..b"), ("u@1.2.3.4", "malformed u@1.2.3.4"),
        ("-u@example.com", "malformed -u@example.com"),
    ])
    func `an address goes where its domain belongs`(text: String, result: String) throws {
        #expect(try resolve(text, sampleConfiguration()) == result)
    }

    @Test func `a domain in several lists belongs to the first of them`() throws {
        var configuration = sampleConfiguration()
        let all = NameList(["x.example"])
        configuration.domains.relay = all
        #expect(try resolve("u@x.example", configuration).hasPrefix("relay "))
        configuration.domains.virtualMailbox = all
        #expect(try resolve("u@x.example", configuration).hasPrefix("virtual-mailbox "))
        configuration.domains.virtualAlias = all
        #expect(try resolve("u@x.example", configuration).hasPrefix("virtual-alias "))
        configuration.site.destinations = all
        #expect(try resolve("u@x.example", configuration).hasPrefix("local "))
    }

    @Test(arguments: [
        ("full@t.example", "one:x"), ("full+ext@t.example", "one:x"), ("u@t.example", "two:t.example"),
        ("u@a.t.example", "three:a.t.example"), ("u@keep.example", "smtp:keep.example"),
        ("u@hop.example", "smtp:hop"), ("u@gone.example", "error:Address is undeliverable"),
        ("u@other.example", "star:gate"), ("u@example.com", "star:gate"),
    ])
    func `the nearest row of the transport table counts`(text: String, result: String) throws {
        var configuration = sampleConfiguration()
        configuration.transports.transportMaps = list(
            "transport_maps",
            [
                ("full@t.example", "one:x"), ("t.example", "two:"), (".t.example", "three:"),
                ("keep.example", ":"),
                ("hop.example", ":hop"), ("gone.example", "error:"), ("*", "star:gate"),
            ])
        #expect(
            try resolve(text, configuration).split(separator: " ").dropFirst().joined(separator: " ")
                .hasPrefix(result))
    }

    @Test(arguments: [
        ("s@sender.example", "smtp:[one]"), ("s+x@sender.example", "smtp:[one]"),
        ("t@sender.example", "smtp:[two]"),
        ("", "smtp:[null]"), ("x@dunno.example", "smtp:[gate]"), ("x@y.example", "smtp:[gate]"),
    ])
    func `the relay host of the sender comes before that of all`(sender: String, result: String) throws {
        var configuration = sampleConfiguration()
        configuration.transports.relayHost = Array("[gate]".utf8)
        configuration.transports.senderRelayHostMaps = list(
            "sender_dependent_relayhost_maps",
            [
                ("s@sender.example", "[one]"), ("@sender.example", "[two]"), ("<>", "[null]"),
                ("@dunno.example", "DUNNO"),
            ])
        #expect(try resolve("u@other.example", from: sender, configuration).contains(result))
    }

    @Test func `who has moved is told so in every class`() throws {
        var configuration = sampleConfiguration()
        configuration.transports.relocatedMaps = list("relocated_maps", [("user", "new@x.example")])
        #expect(try resolve("user+a", configuration).contains("error:5.1.6 User has moved to new@x.example"))
        configuration.resolving.prefixesRelocated = false
        #expect(try resolve("user", configuration).contains("error:new@x.example"))
    }

    @Test func `probes may go another way`() throws {
        var configuration = sampleConfiguration()
        configuration.verification.default = Array("probe:there".utf8)
        var trace = NoTrace()
        let resolution = try Resolver(configuration).resolve(
            address("u@other.example"), sender: .null, for: .probe, trace: &trace)
        #expect(resolution.summary.contains("probe:there"))
    }

    @Test func `a table that cannot tell is named`() {
        var configuration = sampleConfiguration()
        configuration.transports.transportMaps = failing("transport_maps")
        #expect {
            try resolve("u@other.example", configuration)
        } throws: { error in
            guard case RoutingFailure.table(let failure, "transport_maps") = error else { return false }
            return failure.table == "fail:x"
        }
        configuration.site.destinations = FailingList()
        #expect(throws: RoutingFailure.self) { try resolve("u@example.com", configuration) }
    }

    @Test func `no transport is a fault of the configuration`() {
        var configuration = sampleConfiguration()
        configuration.transports.default = Array(":x".utf8)
        #expect(
            throws: RoutingFailure.configuration(
                parameter: "default_transport", reason: "null transport is not allowed")
        ) { try resolve("u@other.example", configuration) }
    }

    @Test func `every table and key is traced in its order`() throws {
        var configuration = sampleConfiguration()
        configuration.transports.transportMaps = list("transport_maps", [(".example", "up:")])
        var steps = StepList()
        _ = try Resolver(configuration).resolve(address("u+e@a.other.example"), sender: .null, trace: &steps)
        let keys = steps.steps.filter { $0.stage == .lookup }.map { text($0.key) }
        #expect(
            keys == [
                "u+e@a.other.example", "u@a.other.example", "a.other.example", ".other.example", ".example",
            ])
        #expect(steps.steps.last?.result.map(text) == "up:a.other.example")
    }
}

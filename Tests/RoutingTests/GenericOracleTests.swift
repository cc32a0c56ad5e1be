import AddressRouting
import ByteScanning
import Foundation
import MailAddress
import TestSupport
import Testing

/// Messages leave through Postfix's smtp(8) for a server of ours; the addresses that it sends must be those that
/// `smtp_generic_maps` give here.
@Suite(.serialized, .enabled(if: PostfixInstance.isAvailable)) struct GenericOracleTests {
    static let tables = 4
    private static let users = [
        "user", "User", "user+ext", "user+", "a", "\"a b\"", "a+x+y", "owner-list", "list-request",
        "postmaster",
    ]
    private static let domains = [
        "example.com", "host.example.com", "Example.COM", "one.example", "sub.one.example",
    ]
    private static let keys = [
        "user", "user+ext", "a", "a+x", "user@example.com", "user+ext@example.com", "@one.example",
        "@example.com",
        "user@one.example", "a@host.example.com", "\"a b\"@one.example", "@host.example.com",
        "a+x+y@one.example",
        "owner-list", "@.one.example", "postmaster@example.com",
    ]
    private static let values = [
        "new@far.example", "@far.example", "alone", "\"q r\"@far.example",
        "first@far.example, second@far.example",
        "user@one.example", "Some One <name@far.example>", "x+y@far.example", "up!down", "@", "per%cent",
    ]

    @Test func `addresses leave as Postfix sends them`() throws {
        var random = SeededRandom("generic tables")
        let cases = max(1, SeededRandom.cases(240) / Self.tables)
        for _ in 0..<Self.tables {
            let sink = try MailSink()
            defer { sink.stop() }
            let rows = random.some(Self.keys).map { ($0, random.pick(Self.values)) }
            let propagates = random.once(in: 2)
            let instance = try start(sink, rows, propagates)
            var configuration = sampleConfiguration()
            configuration.mapping.genericMaps = list("smtp_generic_maps", rows)
            configuration.mapping.propagation = propagates ? .generic : []
            let rewriter = AddressRewriter(configuration)
            var sent: [String: [String]] = [:]
            for number in 0..<cases {
                let addresses = (0..<3).map { _ in random.pick(Self.users) + "@" + random.pick(Self.domains) }
                sent["\(number)"] = addresses
                let internalForms = addresses.map { MailAddress(externalForm: Array($0.utf8)).internalForm }
                let client = try CleanupClient(
                    spool: instance.directory + "/spool", service: "public/cleanup")
                let (status, _) = try client.queue(
                    sender: internalForms[0], recipients: [internalForms[1]],
                    headers: ["X-Number: \(number)", "From: \(addresses[2])", "Cc: \(addresses[0])"])
                try #require(status == 0)
            }
            try instance.waitForDelivery()
            #expect(sink.received.count == cases)
            for message in sink.received {
                let number = message.header("X-Number")
                let addresses = try #require(sent[number])
                let ours = try addresses.map { try generic($0, rewriter) }
                let theirs = [message.sender, message.recipients.joined(), message.header("From")]
                #expect(ours == theirs, "\(addresses), propagates \(propagates), \(rows)")
                #expect(ours[0] == message.header("Cc"), "\(addresses), propagates \(propagates), \(rows)")
            }
        }
    }

    private func generic(_ address: String, _ rewriter: AddressRewriter) throws -> String {
        var nobody = NoTrace()
        let new = try rewriter.generic(MailAddress(externalForm: Array(address.utf8)), trace: &nobody)
        return text(new.externalForm)
    }

    private func start(_ sink: MailSink, _ rows: [(String, String)], _ propagates: Bool) throws
        -> PostfixInstance
    {
        let instance = try PostfixInstance(main: "", master: "")
        try instance.write(rows.map { "\($0.0) \($0.1)\n" }.joined(), "tables/generic")
        let settings = """
            myhostname = host.example.com
            mydomain = example.com
            myorigin = example.com
            mydestination = host.example.com, example.com
            append_dot_mydomain = no
            default_transport = smtp:[127.0.0.1]:\(sink.port)
            local_transport = smtp:[127.0.0.1]:\(sink.port)
            recipient_delimiter = +
            smtp_generic_maps = texthash:\(instance.directory)/tables/generic
            propagate_unmatched_extensions = \(propagates ? "generic" : "")

            """
        try instance.write(
            try String(contentsOfFile: instance.directory + "/etc/main.cf", encoding: .utf8) + settings,
            "etc/main.cf")
        try instance.addServices("qmgr unix n - n 300 1 qmgr\nsmtp unix - - n - - smtp\n")
        try instance.start()
        return instance
    }
}

extension MailSink.Message {
    /// The value of a header; empty for none.
    func header(_ name: String) -> String {
        let line = headers.first { $0.hasPrefix(name + ":") } ?? ""
        return line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
    }
}

import AddressRouting
import ByteScanning
import Foundation
import MailAddress
import TestSupport
import Testing

/// Messages go to Postfix's local(8), which passes mailboxes to one transport and forwards the rest to another;
/// what comes out of random alias databases must be what we explain.
@Suite(.serialized, .enabled(if: PostfixInstance.isAvailable)) struct LocalAliasOracleTests {
    static let databases = 6

    @Test func `aliases are followed as local(8) does it`() throws {
        var random = SeededRandom("local aliases")
        let cases = SeededRandom.cases(240)
        for _ in 0..<Self.databases {
            let aliases = try RandomAliases.small(&random)
            let instance = try start(aliases)
            var sent: [(name: String, queueID: String)] = []
            for _ in 0..<max(1, cases / Self.databases) {
                let name = random.pick(RandomAliases.recipients)
                let client = try CleanupClient(
                    spool: instance.directory + "/spool", service: "public/cleanup")
                let (status, queueID) = try client.queue(
                    sender: Array("from@sender.example".utf8), recipients: [Array("\(name)@example.com".utf8)]
                )
                try #require(status == 0)
                sent.append((name, queueID))
            }
            try instance.waitForDelivery()
            let log = DeliveryLog(instance.log)
            for (name, queueID) in sent {
                var steps = StepList()
                let ours = try aliases.outcome(of: name, &steps)
                let theirs = Set(log.ends(queueID).map { AliasOutcome.text($0, instance.directory) })
                #expect(
                    ours == theirs,
                    """
                    \(name) of \(aliases.rows.map { "\($0.name): \($0.value)" }), propagates \(aliases.propagates); \
                    ours \(ours.sorted()), Postfix \(theirs.sorted())
                    """)
            }
        }
    }

    private func start(_ aliases: RandomAliases) throws -> PostfixInstance {
        let instance = try PostfixInstance(
            main: """
                myhostname = host.example.com
                myorigin = example.com
                mydestination = host.example.com, example.com
                local_recipient_maps =
                default_transport = discard:elsewhere
                mailbox_transport = discard:mailbox
                recipient_delimiter = +
                propagate_unmatched_extensions = \(aliases.propagates ? "alias" : "")
                allow_mail_to_commands =
                allow_mail_to_files =

                """, master: "")
        let table = instance.directory + "/tables/aliases"
        try instance.write(aliases.text, "tables/aliases")
        try instance.write("included@other.example\n", "tables/list")
        try instance.write(
            try String(contentsOfFile: instance.directory + "/etc/main.cf", encoding: .utf8)
                + "alias_maps = texthash:\(table)\n", "etc/main.cf")
        try instance.addServices("qmgr unix n - n 300 1 qmgr\nlocal unix - n n - - local\n")
        try instance.write(
            try String(contentsOfFile: table, encoding: .utf8).replacing(
                "INCLUDED", with: instance.directory + "/tables/list"), "tables/aliases")
        try instance.start()
        return instance
    }
}

/// A random alias database.
struct RandomAliases {
    private static let names = [
        "a", "b", "c", "d", "e", "list", "a+x", "b+y", "deep", "two", "owner-x", "list-request",
    ]
    private static let targets = [
        "a", "b", "c", "d", "e", "deep", "list", "A", "a+x", "b+z", "c+x", "\"q r\"", "\\\\a", "\\\\b+z",
        "root",
        "\"|command with blanks\"", "|command", "/dev/null", "\"/file with blanks\"", ":include:INCLUDED",
        "far@other.example", "Far+x@other.example (a comment)", "Some One <x@other.example>", "a@example.com",
        "b+x@host.example.com", "c@[127.0.0.1]", "user@sub.example.com", "x!y", "x%other.example@example.com",
        "nobody", "", "own@other.example", "\"\\\\\\\\c\"", "two",
    ]
    static let recipients =
        names.map { $0 } + ["A", "A+x", "a+other", "b+y", "list+x", "\\a", "\\b+x", "unknown", "e+y", "DEEP"]

    var rows: [(name: String, value: String)] = []
    var propagates: Bool

    init(_ random: inout SeededRandom) {
        propagates = random.once(in: 2)
        // Extensions that grow at each turn, and many owners, make Postfix send mail for ever.
        let targets = Self.targets.filter { !propagates || !$0.contains("+") }
        for name in Self.names where !random.once(in: 4) {
            let values = (0...random(2)).map { _ in random.pick(targets) }.filter { !$0.isEmpty }
            if !values.isEmpty { rows.append((name, values.joined(separator: ", "))) }
            if random.once(in: 6) {
                let owner = random.pick(["boss@other.example", "c", "a@example.com, b", "\"|no address\""])
                rows.append(("owner-" + name, owner))
            }
        }
        var seen: Set<String> = []
        rows = rows.filter { seen.insert($0.name).inserted }
    }

    /// A database that does not fill a queue: owners that own each other make a message for each way through them.
    static func small(_ random: inout SeededRandom) throws -> RandomAliases {
        while true {
            let aliases = RandomAliases(&random)
            var steps = StepList()
            for name in recipients where steps.steps.count < 3000 {
                _ = try aliases.outcome(of: name, &steps)
            }
            if steps.steps.count < 3000 { return aliases }
        }
    }

    var text: String { rows.map { "\($0.name) \($0.value)\n" }.joined() }

    /// The ends of mail for a local part that is written as it is, or in quotes.
    func outcome(of name: String, _ steps: inout StepList) throws -> Set<String> {
        var configuration = sampleConfiguration()
        configuration.mapping.propagation = propagates ? .alias : []
        configuration.mapping.aliasMaps = list(
            "alias_maps", rows.map { ($0.name, $0.value) })
        let user = MailAddress(internalForm: Array("\(name)@example.com".utf8))
        let delivery = try LocalAliases(configuration).delivery(to: user, trace: &steps)
        return Set(delivery.ends.map(AliasOutcome.text))
    }
}

/// One end of an alias, in words that both sides can say.
enum AliasOutcome {
    static func text(_ delivery: LocalDelivery) -> String {
        switch delivery {
        case .mailbox(let user): "mailbox \(String(decoding: user.externalForm, as: UTF8.self).lowercased())"
        case .command: "command"
        case .file: "file"
        case .include: "included"
        case .forward(let address): String(decoding: address.externalForm, as: UTF8.self).lowercased()
        case .loop: "loop"
        case .alias: "alias"
        }
    }

    static func text(_ delivery: DeliveryLog.Delivery, _ directory: String) -> String {
        switch delivery.reason {
        case "mailbox":
            "mailbox " + delivery.recipient.lowercased().prefix(upTo: delivery.recipient.lastIndex(of: "@")!)
        case "elsewhere":
            delivery.recipient.hasPrefix("included@") ? "included" : delivery.recipient.lowercased()
        case "mail to command is restricted": "command"
        case "mail to file is restricted": "file"
        case let reason where reason.contains(" loop for "): "loop"
        default: "\(delivery.status) \(delivery.recipient): \(delivery.reason)"
        }
    }
}

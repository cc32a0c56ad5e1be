import AddressRouting
import ByteScanning
import Foundation
import MailAddress
import TestSupport
import Testing

/// Messages go into Postfix's cleanup service; the envelope in its queue file must be ours.
@Suite(.serialized, .enabled(if: PostfixInstance.isAvailable)) struct MappingOracleTests {
    static let configurations = 25

    @Test func `every envelope is mapped and expanded as Postfix does it`() throws {
        var random = SeededRandom("cleanup service")
        let (instance, routings) = try start(&random)
        let cases = SeededRandom.cases(600)
        var disagreements = 0
        for (number, routing) in routings.enumerated() {
            for _ in 0..<max(1, cases / routings.count) {
                let sender = random.sender().filter(isPlain)
                let recipients = (0...random(2)).map { _ in random.address().filter(isPlain) }
                let client = try CleanupClient(
                    spool: instance.directory + "/spool", service: "private/cu\(number)")
                let theirs = Envelope(try client.send(sender: sender, recipients: recipients))
                var steps = StepList()
                let ours = Envelope(routing.configuration, sender, recipients, &steps)
                if !ours.agrees(with: theirs) { disagreements += 1 }
                #expect(
                    ours.agrees(with: theirs),
                    """
                    \(ours), Postfix \(theirs): \(text(sender)) to \(recipients.map(text)); \
                    \(steps.steps.map(text)); \(routing)
                    """
                )
                guard disagreements < 10 else { return }
            }
        }
    }

    @Test func `every header is rewritten as Postfix does it`() throws {
        var random = SeededRandom("cleanup service, headers")
        let (instance, routings) = try start(&random)
        let cases = SeededRandom.cases(600)
        var disagreements = 0
        for (number, routing) in routings.enumerated() {
            var steps = StepList()
            let envelope = Envelope(
                routing.configuration, Array("a@b".utf8), [Array("a@b".utf8)], &steps)
            // A message whose envelope cannot be mapped has no header to compare.
            guard envelope != .failure else { continue }
            for _ in 0..<max(1, cases / routings.count) {
                let name = random.pick(["From", "Reply-To", "To", "Cc", "Resent-To", "Sender"])
                let value = random.headerValue()
                let context = random.pick(["local", "remote"])
                let client = try CleanupClient(
                    spool: instance.directory + "/spool", service: "private/cu\(number)")
                let answer = try client.send(
                    sender: Array("a@b".utf8), recipients: [Array("a@b".utf8)],
                    headers: ["\(name): \(value)"],
                    context: context)
                let theirs = HeaderOutcome(answer, name)
                let ours = HeaderOutcome(routing.configuration, name, value, context)
                if ours != theirs { disagreements += 1 }
                #expect(ours == theirs, "\(context) \(name): \(value); \(routing)")
                guard disagreements < 10 else { return }
            }
        }
    }

    private func start(_ random: inout SeededRandom) throws -> (PostfixInstance, [RandomRouting]) {
        var master = ""
        let instance = try PostfixInstance(main: "", master: "")
        var routings: [RandomRouting] = []
        for number in 0..<Self.configurations {
            let routing = RandomRouting(number: number, directory: instance.directory, random: &random)
            let options = routing.parameters.map { "  -o { \($0.name) = \($0.value) }\n" }.joined()
            master += "rw\(number) unix - - n - 1 trivial-rewrite\n" + options
            master += "cu\(number) unix - - n - 0 cleanup\n" + options
            master += "  -o rewrite_service_name=rw\(number)\n"
            for (name, text) in routing.files { try instance.write(text, "tables/" + name) }
            routings.append(routing)
        }
        try instance.addServices(master)
        try instance.start()
        return (instance, routings)
    }

    /// Addresses in records cannot have control characters that end a line.
    private func isPlain(_ byte: UInt8) -> Bool { byte >= 32 && byte != 127 }

    private func text(_ step: RoutingStep) -> String {
        "\(step.stage) \(step.parameter ?? "") \(text(step.key)) = \(step.result.map(text) ?? "none")"
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }
}

/// Sender and recipients of a message; recipients without regard to order, each once.
enum Envelope: Equatable, CustomStringConvertible {
    case queued(sender: String, recipients: Set<String>)
    case failure

    init(_ answer: CleanupClient.Answer) {
        switch answer {
        case .refused: self = .failure
        case .queued(let message):
            self = .queued(
                sender: String(decoding: message.sender, as: UTF8.self),
                recipients: Set(message.recipients.map { String(decoding: $0, as: UTF8.self) }))
        }
    }

    init(
        _ configuration: RoutingConfiguration, _ sender: [UInt8], _ recipients: [[UInt8]],
        _ steps: inout StepList
    ) {
        let rewriter = AddressRewriter(configuration)
        do throws(RoutingFailure) {
            let from = try rewriter.envelopeSender(ReversePath(internalForm: sender), trace: &steps)
            var all = recipients.map { MailAddress(internalForm: $0) }
            var result: Set<String> = []
            let copies = try rewriter.copies(forSender: from, trace: &steps)
            all += copies
            for (number, recipient) in all.enumerated() {
                let mapped = try rewriter.envelopeRecipient(recipient, trace: &steps)
                var targets = try rewriter.expand(mapped, trace: &steps)
                if number < recipients.count {
                    for copy in try rewriter.copies(forRecipient: mapped, trace: &steps) {
                        targets += try rewriter.expand(
                            try rewriter.envelopeRecipient(copy, trace: &steps), trace: &steps)
                    }
                }
                for target in targets { result.insert(String(decoding: target.internalForm, as: UTF8.self)) }
            }
            var text: [UInt8] = []
            if case .address(let address) = from { text = address.internalForm }
            self = .queued(sender: String(decoding: text, as: UTF8.self), recipients: result)
        } catch {
            self = .failure
        }
    }

    /// Whether Postfix queued the same; of recipients that differ in case alone it keeps one.
    func agrees(with theirs: Envelope) -> Bool {
        guard case .queued(let sender, let recipients) = self, case .queued(sender, let queued) = theirs
        else {
            return self == theirs
        }
        return queued.isSubset(of: recipients)
            && Set(queued.map { $0.lowercased() }) == Set(recipients.map { $0.lowercased() })
    }

    var description: String {
        switch self {
        case .failure: "failure"
        case .queued(let sender, let recipients): "\(sender) to \(recipients.sorted())"
        }
    }
}

/// A header as it is after cleanup, on one line.
enum HeaderOutcome: Equatable {
    case text(String)
    case failure

    init(_ answer: CleanupClient.Answer, _ name: String) {
        guard case .queued(let message) = answer else {
            self = .failure
            return
        }
        let lines = message.lines.map { String(decoding: $0, as: UTF8.self) }
        guard let first = lines.firstIndex(where: { $0.hasPrefix(name + ":") }) else {
            self = .text("")
            return
        }
        var text = lines[first]
        for line in lines[(first + 1)...] {
            guard line.hasPrefix(" ") || line.hasPrefix("\t") else { break }
            text += " " + line.dropFirst()
        }
        // Postfix leaves a space after a comma at the end.
        while text.hasSuffix(" ") { text.removeLast() }
        self = .text(text)
    }

    init(_ configuration: RoutingConfiguration, _ name: String, _ value: String, _ context: String) {
        guard let header = AddressHeader(name: Array(name.utf8)) else {
            self = .text("\(name): \(value)")
            return
        }
        var nobody = NoTrace()
        do throws(RoutingFailure) {
            let changed = try AddressRewriter(configuration).header(
                Array(value.utf8), header, context == "local" ? .local : .remote, trace: &nobody)
            var text = "\(name): \(changed.map { String(decoding: $0, as: UTF8.self) } ?? value)"
            while text.hasSuffix(" ") { text.removeLast() }
            self = .text(text)
        } catch {
            // cleanup refuses a message when the sender or recipient cannot be mapped, and so it does for
            // headers.
            self = .failure
        }
    }
}

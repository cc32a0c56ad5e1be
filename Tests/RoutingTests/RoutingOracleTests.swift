import AddressRouting
import ByteScanning
import Foundation
import MailAddress
import TestSupport
import Testing

/// Postfix's own rewrite service answers what addresses are completed to and where they go; ours must agree.
@Suite(.serialized, .enabled(if: PostfixInstance.isAvailable)) struct RoutingOracleTests {
    static let configurations = 50

    @Test func `every address is completed and resolved as Postfix does it`() throws {
        var random = SeededRandom("rewrite service")
        let cases = SeededRandom.cases(5000)
        let (instance, routings) = try start(&random)
        var disagreements = 0
        defer {
            // A service that gave up says why in the log.
            for line in instance.log.split(separator: "\n")
            where line.contains("fatal:") || line.contains("panic:") {
                Issue.record("\(line)")
            }
        }
        for (number, routing) in routings.enumerated() {
            let client = try RewriteClient(path: "\(instance.directory)/spool/private/rw\(number)")
            for _ in 0..<max(1, cases / routings.count) {
                disagreements += try compareCompletion(random.externalAddress(), routing, client)
                disagreements += try compareRoute(random.address(), random.sender(), routing, client)
                // One configuration can be wrong in all its answers.
                guard disagreements < 20 else { return }
            }
        }
    }

    private func start(_ random: inout SeededRandom) throws -> (PostfixInstance, [RandomRouting]) {
        var master = ""
        let instance = try PostfixInstance(main: "", master: "")
        var routings: [RandomRouting] = []
        for number in 0..<Self.configurations {
            let routing = RandomRouting(number: number, directory: instance.directory, random: &random)
            master += "rw\(number) unix - - n - 1 trivial-rewrite\n"
            for (name, value) in routing.parameters { master += "  -o { \(name) = \(value) }\n" }
            for (name, text) in routing.files { try instance.write(text, "tables/" + name) }
            routings.append(routing)
        }
        try instance.addServices(master)
        try instance.start()
        return (instance, routings)
    }

    private func compareCompletion(
        _ address: [UInt8], _ routing: RandomRouting, _ client: RewriteClient
    ) throws -> Int {
        var disagreements = 0
        for (rule, context) in [("local", CompletionRules.Context.local), ("remote", .remote)] {
            let theirs = try client.rewrite(address, rule: rule)
            let ours = routing.configuration.completion.complete(external: address, context)
            if ours != theirs { disagreements += 1 }
            #expect(
                text(ours) == text(theirs),
                "\(rule) \(text(address)); \(routing)")
        }
        return disagreements
    }

    private func compareRoute(
        _ address: [UInt8], _ sender: [UInt8], _ routing: RandomRouting, _ client: RewriteClient
    ) throws -> Int {
        var disagreements = 0
        for (request, purpose) in [("resolve", Resolver.Purpose.mail), ("verify", .probe)] {
            let theirs = Outcome(try client.resolve(address, sender: sender, request: request))
            var steps = StepList()
            let ours = Outcome(routing.configuration, address, sender, purpose, &steps)
            if ours != theirs { disagreements += 1 }
            #expect(
                ours == theirs,
                "\(request) \(text(address)) from \(text(sender)); \(steps.steps.map(text)); \(routing)")
        }
        return disagreements
    }

    private func text(_ step: RoutingStep) -> String {
        "\(step.stage) \(step.parameter ?? "") \(text(step.key)) = \(step.result.map(text) ?? "none")"
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }
}

/// What came of an address, in words that both sides can say.
enum Outcome: Equatable, CustomStringConvertible {
    case route(String)
    case malformed(String)
    case failure

    init(_ answer: RewriteClient.Answer) {
        let recipient = String(decoding: answer.recipient, as: UTF8.self)
        if answer.flags & RewriteClient.Answer.fail != 0 {
            self = .failure
        } else if answer.flags & RewriteClient.Answer.error != 0 {
            self = .malformed(recipient)
        } else {
            let names = [
                0x100: "local", 0x200: "virtual-alias", 0x400: "virtual-mailbox", 0x800: "relay",
                0x1000: "default",
            ]
            let routed = answer.flags & RewriteClient.Answer.routed != 0
            self = .route(
                "\(recipient) \(names[answer.flags & 0xFF00] ?? "?")\(routed ? " routed" : "") "
                    + String(decoding: answer.transport + [58] + answer.nextHop, as: UTF8.self))
        }
    }

    init(
        _ configuration: RoutingConfiguration, _ address: [UInt8], _ sender: [UInt8],
        _ purpose: Resolver.Purpose, _ steps: inout StepList
    ) {
        let resolution: Resolution
        do throws(RoutingFailure) {
            resolution = try Resolver(configuration).resolve(
                MailAddress(internalForm: address), sender: ReversePath(internalForm: sender), for: purpose,
                trace: &steps)
        } catch {
            self = .failure
            return
        }
        let recipient = String(decoding: resolution.recipient.internalForm, as: UTF8.self)
        switch resolution {
        case .malformed: self = .malformed(recipient)
        case .route(let route):
            self = .route(
                "\(recipient) \(route.addressClass.rawValue)\(route.isSourceRouted ? " routed" : "") "
                    + "\(route.transport):\(route.nextHop)")
        }
    }

    var description: String {
        switch self {
        case .route(let text): text
        case .malformed(let text): "malformed \(text)"
        case .failure: "failure"
        }
    }
}

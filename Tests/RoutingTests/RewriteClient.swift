import Foundation

/// Asks a rewrite service of Postfix.
final class RewriteClient {
    struct Answer: Equatable {
        static let routed = 2
        static let error = 4
        static let fail = 8

        var transport: [UInt8]
        var nextHop: [UInt8]
        var recipient: [UInt8]
        var flags: Int
    }

    struct Failure: Error {
        var reason: String
    }

    private let channel: AttributeChannel

    init(path: String) throws {
        channel = try AttributeChannel(path: path)
        _ = try channel.receive()
    }

    /// What an address in external form is rewritten to.
    func rewrite(_ address: [UInt8], rule: String) throws -> [UInt8] {
        try channel.send([
            ("request", Array("rewrite".utf8)), ("rule", Array(rule.utf8)), ("address", address),
        ])
        let answer = try channel.receive()
        guard answer.count == 2, answer[1].name == "address" else { throw Failure(reason: "\(answer)") }
        return answer[1].value
    }

    /// What an address in internal form resolves to; `request` is `resolve` or `verify`.
    func resolve(_ address: [UInt8], sender: [UInt8], request: String = "resolve") throws -> Answer {
        try channel.send([("request", Array(request.utf8)), ("sender", sender), ("address", address)])
        let answer = try channel.receive()
        guard answer.map(\.name) == ["flags", "transport", "nexthop", "recipient", "flags"],
            let flags = Int(String(decoding: answer[4].value, as: UTF8.self))
        else { throw Failure(reason: "\(answer)") }
        return Answer(
            transport: answer[1].value, nextHop: answer[2].value, recipient: answer[3].value, flags: flags)
    }
}

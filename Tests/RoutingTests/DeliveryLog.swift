import Foundation

/// What became of messages, as Postfix's log has it: mail that local(8) forwards is followed to its end.
struct DeliveryLog {
    /// One recipient of one message.
    struct Delivery {
        var recipient: String
        var status: String
        /// What is in the brackets at the end of the line.
        var reason: String
    }

    private var deliveries: [String: [Delivery]] = [:]

    init(_ log: String) {
        let line = #/: ([0-9A-F]+): to=<(.*?)>, (?:orig_to=<.*?>, )?relay=.* status=(\w+) \((.*)\)$/#
        for text in log.split(separator: "\n") {
            guard let match = text.firstMatch(of: line) else { continue }
            deliveries[String(match.1), default: []].append(
                Delivery(
                    recipient: String(match.2), status: String(match.3), reason: String(match.4)))
        }
    }

    /// The ends of a message's way.
    func ends(_ queueID: String) -> [Delivery] {
        deliveries[queueID, default: []].flatMap { delivery -> [Delivery] in
            guard let next = delivery.reason.firstMatch(of: #/^forwarded as (\w+)/#) else {
                return [delivery]
            }
            return ends(String(next.1))
        }
    }
}

extension PostfixInstance {
    /// Waits until the queue is empty: everything is delivered or returned.
    func waitForDelivery(seconds: Int = 30) throws {
        for _ in 0..<(seconds * 20) {
            let queued = try ["maildrop", "incoming", "active", "deferred"].contains { name in
                let path = directory + "/spool/" + name
                guard FileManager.default.fileExists(atPath: path) else { return false }
                return try FileManager.default.subpathsOfDirectory(atPath: path).contains {
                    $0.utf8.count > 4
                }
            }
            if !queued { return }
            usleep(50_000)
        }
        throw Failure(description: "mail is left in the queue: \(log.suffix(2000))")
    }
}

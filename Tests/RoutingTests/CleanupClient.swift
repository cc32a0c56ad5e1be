import Foundation

/// Gives messages to a cleanup service of Postfix and reads what it wrote into the queue file.
///
/// The service introduces itself and names the queue file; the client sends flags, then records: a type, the
/// length in groups of seven bits, the data. At the end the service tells a status.
final class CleanupClient {
    typealias Failure = RewriteClient.Failure

    /// What a queue file says, in the order in which it says it.
    struct Message: Equatable {
        var sender: [UInt8] = []
        var recipients: [[UInt8]] = []
        var lines: [[UInt8]] = []
    }

    enum Answer: Equatable {
        case queued(Message)
        /// The status that is not zero.
        case refused(Int)
    }

    private static let filterMapAndCopy = 2 | 16 | 32
    private let channel: AttributeChannel
    private let spool: String

    /// A client is for one message.
    ///
    /// - Parameter service: `private/name` for a service of that name; the standard one is `public/cleanup`.
    init(spool: String, service: String) throws {
        self.spool = spool
        channel = try AttributeChannel(path: "\(spool)/\(service)")
    }

    func send(sender: [UInt8], recipients: [[UInt8]], headers: [String] = [], context: String = "local")
        throws -> Answer
    {
        let (status, queueID) = try queue(
            sender: sender, recipients: recipients, headers: headers, context: context)
        guard status == 0 else { return .refused(status) }
        return .queued(try message(queueID))
    }

    /// Gives the message away without a look at what was written; for mail that a queue manager takes at once.
    func queue(sender: [UInt8], recipients: [[UInt8]], headers: [String] = [], context: String = "local")
        throws -> (status: Int, queueID: String)
    {
        var queueID: String?
        while queueID == nil {
            queueID = try channel.receive().first { $0.name == "queue_id" }.map {
                String(decoding: $0.value, as: UTF8.self)
            }
        }
        try channel.send([("flags", Array("\(Self.filterMapAndCopy)".utf8))])
        var records = record("T", "1700000000 0") + record("A", "rewrite_context=\(context)")
        records += record("S", sender)
        for recipient in recipients { records += record("R", recipient) }
        records += record("M", "") + record("N", "Received: from a by b; Mon, 1 Jan 2024 00:00:00 +0000")
        for line in headers { records += record("N", line) }
        records += record("N", "") + record("N", "text") + record("X", "") + record("E", "")
        try channel.sendBytes(records)
        let answer = try channel.receive()
        guard
            let status = answer.first(where: { $0.name == "status" }).flatMap({
                Int(String(decoding: $0.value, as: UTF8.self))
            })
        else { throw Failure(reason: "\(answer)") }
        return (status, queueID ?? "")
    }

    private func record(_ type: Character, _ text: String) -> [UInt8] { record(type, Array(text.utf8)) }

    private func record(_ type: Character, _ data: [UInt8]) -> [UInt8] {
        var record = [type.asciiValue ?? 0]
        var rest = data.count
        repeat {
            record.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
            rest >>= 7
        } while rest > 0
        return record + data
    }

    private func message(_ queueID: String) throws -> Message {
        let path = ["incoming", "active", "deferred"].map { "\(spool)/\($0)/\(queueID)" }
            .first { FileManager.default.fileExists(atPath: $0) }
        guard let path, let data = FileManager.default.contents(atPath: path) else {
            throw Failure(reason: "there is no queue file \(queueID)")
        }
        var message = Message()
        var bytes = Array(data)[...]
        while let type = bytes.popFirst() {
            var length = 0
            var shift = 0
            while let byte = bytes.popFirst() {
                length |= Int(byte & 0x7F) << shift
                shift += 7
                if byte & 0x80 == 0 { break }
            }
            let text = Array(bytes.prefix(length))
            bytes = bytes.dropFirst(length)
            switch Character(Unicode.Scalar(type)) {
            case "S": message.sender = text
            case "R": message.recipients.append(text)
            case "N": message.lines.append(text)
            case "E": return message
            default: break
            }
        }
        return message
    }
}

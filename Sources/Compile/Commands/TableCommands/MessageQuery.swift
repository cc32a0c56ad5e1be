import ByteScanning
import CommandSupport
import LMDBStore
import MessageSyntax
import PosixSupport

/// The keys that a message on standard input has for `postmap -q - -h -b -m`: its headers, the lines of its body.
struct MessageQuery {
    /// What of a message is asked for.
    struct Parts: OptionSet {
        let rawValue: Int
        static let headers = Parts(rawValue: 1)
        static let body = Parts(rawValue: 2)
    }

    let parts: Parts
    let followsMIME: Bool

    /// Calls `ask` with each key in order.
    func run(_ ask: ([UInt8]) throws(FatalError) -> Void) throws(FatalError) {
        var reader = KeyReader(FileDescriptor(standard: 0, path: "stdin"))
        var message = MessageReader(followsMIME: followsMIME)
        var lines = KeyBatch()
        var keys: [[UInt8]] = []
        while try next(&reader, &lines) {
            for number in 0..<lines.count {
                message.receive(lines.bytes.span.extracting(lines.range(number))) { take($0, &keys) }
            }
            for key in keys { try ask(key) }
            keys.removeAll(keepingCapacity: true)
        }
        message.finish { take($0, &keys) }
        for key in keys { try ask(key) }
    }

    private func take(_ event: MessageReader.Event, _ keys: inout [[UInt8]]) {
        switch event {
        case .header(_, let text): if parts.contains(.headers) { keys.append(text) }
        case .bodyLine(let text): if parts.contains(.body) { keys.append(text) }
        }
    }

    private func next(_ reader: inout KeyReader, _ lines: inout KeyBatch) throws(FatalError) -> Bool {
        do throws(SystemError) { return try reader.next(into: &lines) } catch { throw FatalError("\(error)") }
    }
}

/// A connection to a service of Postfix. Requests and answers are lists of names and values, each ended by
/// NUL, and an empty name at the end; a service introduces itself with such a list first.
final class AttributeChannel {
    private let socket: LocalSocket

    init(path: String) throws { socket = try LocalSocket(path: path) }

    func send(_ attributes: [(String, [UInt8])]) throws {
        var output: [UInt8] = []
        for (name, value) in attributes { output += Array(name.utf8) + [0] + value + [0] }
        output.append(0)
        try sendBytes(output)
    }

    func sendBytes(_ output: [UInt8]) throws { try socket.send(output) }

    func receive() throws -> [(name: String, value: [UInt8])] {
        var attributes: [(String, [UInt8])] = []
        while case let name = try socket.receive(until: 0), !name.isEmpty {
            attributes.append((String(decoding: name, as: UTF8.self), try socket.receive(until: 0)))
        }
        return attributes
    }
}

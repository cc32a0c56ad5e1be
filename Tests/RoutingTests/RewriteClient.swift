import Foundation

/// Asks a rewrite service of Postfix. Requests and answers are lists of names and values, each ended by NUL, and an
/// empty name at the end; a service introduces itself with such a list first.
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

    private let socket: Int32
    private var input: [UInt8] = []

    init(path: String) throws {
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw Failure(reason: "the path is too long")
        }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let status = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else { throw Failure(reason: "cannot connect to \(path)") }
        var timeout = timeval(tv_sec: 20, tv_usec: 0)
        unsafe setsockopt(
            socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        _ = try receive()
    }

    deinit { close(socket) }

    /// What an address in external form is rewritten to.
    func rewrite(_ address: [UInt8], rule: String) throws -> [UInt8] {
        try send([("request", Array("rewrite".utf8)), ("rule", Array(rule.utf8)), ("address", address)])
        let answer = try receive()
        guard answer.count == 2, answer[1].name == "address" else { throw Failure(reason: "\(answer)") }
        return answer[1].value
    }

    /// What an address in internal form resolves to; `request` is `resolve` or `verify`.
    func resolve(_ address: [UInt8], sender: [UInt8], request: String = "resolve") throws -> Answer {
        try send([("request", Array(request.utf8)), ("sender", sender), ("address", address)])
        let answer = try receive()
        guard answer.map(\.name) == ["flags", "transport", "nexthop", "recipient", "flags"],
            let flags = Int(String(decoding: answer[4].value, as: UTF8.self))
        else { throw Failure(reason: "\(answer)") }
        return Answer(
            transport: answer[1].value, nextHop: answer[2].value, recipient: answer[3].value, flags: flags)
    }

    private func send(_ attributes: [(String, [UInt8])]) throws {
        var output: [UInt8] = []
        for (name, value) in attributes { output += Array(name.utf8) + [0] + value + [0] }
        output.append(0)
        var sent = 0
        while sent < output.count {
            let count = unsafe output.withUnsafeBytes { buffer in
                unsafe Glibc.send(socket, buffer.baseAddress! + sent, output.count - sent, 0)
            }
            guard count > 0 else { throw Failure(reason: "cannot send") }
            sent += count
        }
    }

    private func receive() throws -> [(name: String, value: [UInt8])] {
        var attributes: [(String, [UInt8])] = []
        while case let name = try receiveText(), !name.isEmpty {
            attributes.append((String(decoding: name, as: UTF8.self), try receiveText()))
        }
        return attributes
    }

    private func receiveText() throws -> [UInt8] {
        while true {
            if let end = input.firstIndex(of: 0) {
                let text = Array(input[..<end])
                input.removeFirst(end + 1)
                return text
            }
            var buffer = [UInt8](repeating: 0, count: 65536)
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(socket, $0.baseAddress, 65536, 0) }
            guard count > 0 else { throw Failure(reason: "no answer") }
            input += buffer[..<count]
        }
    }
}

import Foundation
import Synchronization

/// An SMTP server on loopback that takes every message and remembers it (RFC 5321).
final class MailSink: Sendable {
    struct Message: Sendable, Equatable {
        var sender = ""
        var recipients: [String] = []
        /// Header lines, unfolded.
        var headers: [String] = []
    }

    let port: Int
    private let socket: Int32
    private let messages = Mutex<[Message]>([])

    init() throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.socket = socket
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                unsafe bind(socket, name, size) == 0 && listen(socket, 100) == 0
                    && getsockname(socket, name, &size) == 0
            }
        }
        guard status else { throw PostfixInstance.Failure(description: "no port on loopback") }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread { [self] in
            while case let client = accept(socket, nil, nil), client >= 0 {
                Thread { [self] in serve(client) }.start()
            }
        }.start()
    }

    /// Ends the server; connections end with their clients.
    func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }

    var received: [Message] { messages.withLock { $0 } }

    private func serve(_ client: Int32) {
        defer { close(client) }
        var input = LineInput(socket: client)
        var message = Message()
        say("220 sink ESMTP", to: client)
        while let line = input.next() {
            let word = line.prefix(4).uppercased()
            switch word {
            case "MAIL": message = Message(sender: path(line))
            case "RCPT": message.recipients.append(path(line))
            case "DATA":
                say("354 go on", to: client)
                message.headers = headers(&input)
                messages.withLock { $0.append(message) }
            default: break
            }
            say(word == "QUIT" ? "221 bye" : "250 ok", to: client)
            if word == "QUIT" { return }
        }
    }

    /// What is between the outer angle brackets.
    private func path(_ line: String) -> String {
        guard let start = line.firstIndex(of: "<"), let end = line.lastIndex(of: ">") else { return line }
        return String(line[line.index(after: start)..<end])
    }

    /// Reads to the end of the message.
    private func headers(_ input: inout LineInput) -> [String] {
        var headers: [String] = []
        var isHeader = true
        while let line = input.next(), line != "." {
            if line.isEmpty { isHeader = false }
            guard isHeader else { continue }
            if line.first == " " || line.first == "\t", let last = headers.popLast() {
                headers.append(last + " " + line.drop { $0 == " " || $0 == "\t" })
            } else {
                headers.append(line)
            }
        }
        return headers
    }

    private func say(_ text: String, to client: Int32) {
        let bytes = Array((text + "\r\n").utf8)
        _ = unsafe bytes.withUnsafeBytes {
            unsafe send(client, $0.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        }
    }

    private struct LineInput {
        let socket: Int32
        private var buffer: [UInt8] = []

        init(socket: Int32) { self.socket = socket }

        /// The next line without its end, `nil` at the end of the connection.
        mutating func next() -> String? {
            while true {
                if let end = buffer.firstIndex(of: 10) {
                    let line = buffer[..<end].filter { $0 != 13 }
                    buffer.removeFirst(end + 1)
                    return String(decoding: line, as: UTF8.self)
                }
                var part = [UInt8](repeating: 0, count: 4096)
                let count = unsafe part.withUnsafeMutableBytes {
                    unsafe recv(socket, $0.baseAddress, 4096, 0)
                }
                guard count > 0 else { return nil }
                buffer += part[..<count]
            }
        }
    }
}

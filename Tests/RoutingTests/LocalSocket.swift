import Foundation

/// A connection to a socket in the file system.
final class LocalSocket {
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
    }

    deinit { close(socket) }

    func send(_ output: [UInt8]) throws {
        var sent = 0
        while sent < output.count {
            let count = unsafe output.withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    socket, buffer.baseAddress! + sent, output.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure(reason: "cannot send") }
            sent += count
        }
    }

    /// What comes before the next byte of that kind.
    func receive(until end: UInt8) throws -> [UInt8] {
        while true {
            if let index = input.firstIndex(of: end) {
                let text = Array(input[..<index])
                input.removeFirst(index + 1)
                return text
            }
            var buffer = [UInt8](repeating: 0, count: 65536)
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(socket, $0.baseAddress, 65536, 0) }
            guard count > 0 else { throw Failure(reason: "no answer") }
            input += buffer[..<count]
        }
    }
}

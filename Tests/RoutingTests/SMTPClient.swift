import ByteScanning

/// A client of an SMTP server of Postfix that listens on a socket in the file system, where it can take any address and
/// name (XCLIENT).
struct SMTPClient {
    /// Who sends what to whom, in external forms.
    struct Session: CustomStringConvertible {
        var address: String
        /// `nil`: not known.
        var name: String?
        var helo: String
        var sender: String
        var recipient: String

        var description: String {
            "\(name ?? "unknown")[\(address)] helo=\(helo) from=<\(sender)> to=<\(recipient)>"
        }
    }

    private let path: String

    init(path: String) { self.path = path }

    /// The replies to connection, HELO, MAIL and RCPT, up to the first refusal. The first two are not among them when they
    /// are no refusals.
    func replies(to session: Session) throws -> [String] {
        let socket = try LocalSocket(path: path)
        func ask(_ command: String) throws -> String {
            try socket.send(Array((command + "\r\n").utf8))
            return try reply(socket)
        }
        _ = try reply(socket)
        let name = session.name ?? "[UNAVAILABLE]"
        let address = session.address.contains(":") ? "IPV6:" + session.address : session.address
        let greeting = try ask("XCLIENT NAME=\(name) REVERSE_NAME=\(name) ADDR=\(address)")
        guard greeting.hasPrefix("2") else { return [greeting] }
        let helo = try ask("EHLO " + session.helo)
        guard helo.hasPrefix("2") else { return [helo] }
        let mail = try ask("MAIL FROM:<\(session.sender)>")
        guard mail.hasPrefix("2") else { return [mail] }
        return [mail, try ask("RCPT TO:<\(session.recipient)>")]
    }

    /// The last line of a reply.
    private func reply(_ socket: LocalSocket) throws -> String {
        while true {
            let line = try socket.receive(until: ASCII.newline)
            let text = String(
                decoding: line.last == ASCII.carriageReturn ? line.dropLast() : line[...], as: UTF8.self)
            if text.dropFirst(3).first != "-" { return text }
        }
    }
}

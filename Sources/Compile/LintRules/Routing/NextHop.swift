import ByteScanning
import NetworkAddress

/// What follows the colon of a transport, or a value such as `relayhost`: `host`, `[host]`, `[host]:port`.
struct NextHop {
    var host: String
    var isBracketed: Bool
    /// After the last colon; `nil` for none.
    var port: String?

    /// - Returns: `nil` for an opening bracket that is not closed, and for text behind a closing one.
    init?(_ text: String) {
        var text = text
        if text.hasPrefix("inet:") { text.removeFirst(5) }
        guard text.hasPrefix("[") else {
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            host = String(parts[0])
            isBracketed = false
            port = parts.count > 1 ? String(parts[1]) : nil
            return
        }
        guard let close = text.firstIndex(of: "]") else { return nil }
        host = String(text[text.index(after: text.startIndex)..<close])
        isBracketed = true
        let rest = text[text.index(after: close)...]
        guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
        port = rest.isEmpty ? nil : String(rest.dropFirst())
    }

    /// Services that every system has a number for.
    private static let services: Set<String> = [
        "smtp", "submission", "submissions", "smtps", "ssmtp", "lmtp", "qmqp", "mail", "urd", "24",
    ]

    /// What is wrong with the port: an error when it certainly is, a name that not every system knows otherwise.
    var portFault: (message: String, isCertain: Bool)? {
        guard let port else { return nil }
        if port.isEmpty { return ("the port is missing after the colon", true) }
        if port.utf8.allSatisfy(ASCII.isDigit) {
            guard let number = Int(port), (1...65_535).contains(number) else {
                return ("\(port) is no port: there are 1 to 65535", true)
            }
            return nil
        }
        if Self.services.contains(port) { return nil }
        return ("\"\(port)\" is no service that every system knows", false)
    }

    /// Whether it begins with a letter, and dots stand between letters, digits and hyphens.
    private var hasUsualName: Bool {
        var before = ASCII.dot
        for byte in host.utf8 {
            guard
                ASCII.isAlphanumeric(byte) || byte == ASCII.hyphen && before != ASCII.dot
                    || byte == ASCII.dot && before != ASCII.dot
            else { return false }
            before = byte
        }
        return host.utf8.first.map(ASCII.isLetter) ?? false
    }

    /// Whether the host cannot be the name of one.
    var isMalformed: Bool {
        guard !hasUsualName else { return false }
        let text = host.lowercased().hasPrefix("ipv6:") ? String(host.dropFirst(5)) : host
        if IPAddress(Array(text.utf8).span) != nil { return false }
        if text.isEmpty { return isBracketed || port != nil }
        return text.unicodeScalars.contains {
            $0.value < 0x80
                && !($0 == "." || $0 == "-" || $0 == "_" || ASCII.isAlphanumeric(UInt8($0.value)))
        } || text.hasPrefix(".") || text.hasPrefix("-") || text.contains("..")
    }
}

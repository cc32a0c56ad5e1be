import ByteScanning
import Glibc
import PosixSupport

/// The few parameters of main.cf that the table commands need, with `$name` replaced (postconf(5)).
public struct MainParameters: Sendable {
    private let values: [String: String]

    /// Reads `main.cf` in `directory`, or where `MAIL_CONFIG` says, or in `/etc/postfix`.
    public init(directory: String?) throws(SystemError) {
        let path = (directory ?? Self.environmentDirectory() ?? "/etc/postfix") + "/main.cf"
        let source = try FileDescriptor(opening: path).readToEnd()
        var values = Self.defaults
        var reader = LogicalLineReader()
        while let line = reader.next(in: source.span) {
            let text = String(decoding: line.text(in: source.span), as: UTF8.self)
            guard let equals = text.firstIndex(of: "=") else { continue }
            values[Self.trim(text[..<equals])] = Self.trim(text[text.index(after: equals)...])
        }
        self.values = values
    }

    public subscript(name: String) -> String { expand(values[name] ?? "", depth: 0) }

    public func isYes(_ name: String) -> Bool { self[name].lowercased() == "yes" }

    /// `compatibility_level` 1 and up turn SMTPUTF8 on (postconf(5), smtputf8_enable).
    private static let defaults = [
        "alias_database": "$default_database_type:/etc/aliases",
        "compatibility_level": "0",
        "default_database_type": "lmdb",
    ]

    /// Whether keys are UTF-8, folded as such.
    public var isUTF8Enabled: Bool {
        let value = self["smtputf8_enable"]
        if !value.isEmpty { return value.lowercased() == "yes" }
        return (Int(self["compatibility_level"].prefix { $0 != "." }) ?? 0) >= 1
    }

    /// `myhostname`: the system's name unless main.cf has one, with a domain (postconf(5)).
    public var hostName: String {
        let name = self["myhostname"]
        guard name.isEmpty else { return name }
        var buffer = [CChar](repeating: 0, count: 256)
        _ = unsafe gethostname(&buffer, buffer.count - 1)
        let host = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let domain = self["mydomain"]
        return host.contains(".") ? host : host + "." + (domain.isEmpty ? "localdomain" : domain)
    }

    /// The words of a parameter, between commas and white space.
    public func list(_ name: String) -> [String] {
        self[name].split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    private func expand(_ text: String, depth: Int) -> String {
        guard depth < 20, text.contains("$") else { return text }
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...].dropFirst()
            if rest.first == "$" {
                result += "$"
                rest = rest.dropFirst()
            } else {
                let isBraced = rest.first == "{" || rest.first == "("
                if isBraced { rest = rest.dropFirst() }
                let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                rest = rest.dropFirst(name.count + (isBraced ? 1 : 0))
                result += expand(values[String(name)] ?? "", depth: depth + 1)
            }
        }
        return result + rest
    }

    private static func trim(_ text: Substring) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[bytes.span.trimming(0..<bytes.count)], as: UTF8.self)
    }

    private static func environmentDirectory() -> String? {
        guard let value = unsafe getenv("MAIL_CONFIG") else { return nil }
        return unsafe String(cString: value)
    }
}

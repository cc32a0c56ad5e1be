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

    public subscript(name: String) -> String {
        MacroExpansion { values[$0] }.expand(values[name] ?? "")
    }

    public func isYes(_ name: String) -> Bool { self[name].lowercased() == "yes" }

    /// What main.cf need not have (postconf(5)).
    private static let defaults = [
        "alias_database": "$default_database_type:/etc/aliases",
        "compatibility_level": "0",
        "default_database_type": "lmdb",
        "smtputf8_enable": "${{$compatibility_level} <level {1} ? {no} : {yes}}",
    ]

    /// Whether keys are UTF-8, folded as such.
    public var isUTF8Enabled: Bool { isYes("smtputf8_enable") }

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

    private static func trim(_ text: Substring) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[bytes.span.trimming(0..<bytes.count)], as: UTF8.self)
    }

    private static func environmentDirectory() -> String? {
        guard let value = unsafe getenv("MAIL_CONFIG") else { return nil }
        return unsafe String(cString: value)
    }
}

import ConfigurationSemantics

/// What `$user` and kin stand for in `forward_path` and `luser_relay` (local(8)). The home directory is written as
/// the shell has it, `~user`, and nobody's shell is known.
struct RecipientNames {
    private let values: [String: Setting]

    /// - Parameters:
    ///   - user: the local part in lower case, without the extension.
    ///   - suffix: the extension with its delimiter; empty for none.
    ///   - delimiters: `recipient_delimiter`.
    init(user: [UInt8], suffix: [UInt8], domain: [UInt8], delimiters: [UInt8]) {
        let local = user + suffix
        let texts: [(String, [UInt8])] = [
            ("user", user), ("local", local), ("domain", domain), ("extension", Array(suffix.dropFirst())),
            ("recipient", domain.isEmpty ? local : local + Array("@".utf8) + domain),
            ("recipient_delimiter", suffix.isEmpty ? delimiters : Array(suffix.prefix(1))),
            ("home", Array("~".utf8) + user), ("shell", []),
        ]
        values = texts.reduce(into: [:]) {
            // A dollar sign of an address is no name.
            $0[$1.0] = Setting(text: $1.1.flatMap { $0 == 0x24 ? [$0, $0] : [$0] }, origin: .computed)
        }
    }

    /// The text with these names replaced; as it is when it has a mistake.
    func replaced(in text: [UInt8], of parameter: String) -> [UInt8] {
        var scope = ConfigurationScope(main: values, defaults: nil)
        do throws(ExpansionFailure) { return try scope.expand(parameter, text) } catch { return text }
    }
}

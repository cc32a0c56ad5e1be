/// What the actions of access(5) and header_checks(5) need after their name.
enum ActionArgument {
    /// - Parameters:
    ///   - action: in upper case.
    ///   - text: what follows it, without blanks before it.
    /// - Returns: what is wrong; `nil` for other actions, and for a text that is partly a group of a pattern.
    static func fault(_ action: String, _ text: String) -> String? {
        guard !text.contains("*") else { return nil }
        switch action {
        case "FILTER": return text.contains(":") ? nil : "FILTER needs transport:destination"
        case "BCC", "REDIRECT": return text.contains("@") ? nil : "\(action) needs user@domain"
        case "PREPEND", "REPLACE": return isHeader(text) ? nil : "\(action) needs a header, name: text"
        default: return nil
        }
    }

    /// A name of printable characters, and a colon that may stand after blanks (RFC 5322 section 2.2).
    private static func isHeader(_ text: String) -> Bool {
        let name = text.utf8.prefix { (33...126).contains($0) && $0 != UInt8(ascii: ":") }
        let rest = text.utf8.dropFirst(name.count).drop { $0 == 0x20 || $0 == 0x09 }
        return !name.isEmpty && rest.first == UInt8(ascii: ":")
    }
}

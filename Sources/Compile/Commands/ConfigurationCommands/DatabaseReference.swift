import ByteScanning
import ConfigurationSyntax

/// A table of another system, `ldap:name`, whose settings stand in a file, or in main.cf under names that begin with
/// that of the table (ldap_table(5), "OBSOLETE MAIN.CF PARAMETERS").
struct DatabaseReference {
    enum Place {
        case file(String)
        /// What the names of the parameters begin with.
        case prefix(String)
    }

    let kind: DatabaseKind
    let settings: Place

    /// Those that a value names, in braces and in composite tables, too.
    static func all(in value: [UInt8]) -> [DatabaseReference] {
        guard value.contains(ASCII.colon) else { return [] }
        let bytes = value.span
        let words = WordScanner.words(0..<bytes.count, in: bytes, separator: WordScanner.isListSeparator)
        return words.flatMap { reference(bytes.bytes($0)) }
    }

    private static func reference(_ word: [UInt8]) -> [DatabaseReference] {
        var word = word
        while let colon = word.firstIndex(of: ASCII.colon), Array(word[..<colon]) == Array("proxy".utf8) {
            word = Array(word[(colon + 1)...])
        }
        if word.first == ASCII.openBrace { return all(in: inside(word)) }
        guard let colon = word.firstIndex(of: ASCII.colon) else { return [] }
        let type = String(decoding: word[..<colon], as: UTF8.self)
        let name = Array(word[(colon + 1)...])
        if type == "pipemap" || type == "unionmap" {
            return name.first == ASCII.openBrace ? all(in: inside(name)) : []
        }
        guard let kind = DatabaseKind(rawValue: type), let first = name.first else { return [] }
        let text = String(decoding: name, as: UTF8.self)
        let isFile = first == ASCII.slash || first == ASCII.dot
        return [DatabaseReference(kind: kind, settings: isFile ? .file(text) : .prefix(text))]
    }

    /// What the brace that the text begins with encloses.
    private static func inside(_ text: [UInt8]) -> [UInt8] {
        let end = text.last == ASCII.closeBrace ? text.count - 1 : text.count
        return Array(text[1..<max(1, end)])
    }
}

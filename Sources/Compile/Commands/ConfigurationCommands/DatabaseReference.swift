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
    ///
    /// - Parameter complain: takes what is wrong with braces.
    static func all(in value: [UInt8], complain: ([UInt8]) -> Void) -> [DatabaseReference] {
        let bytes = value.span
        let words = WordScanner.words(0..<bytes.count, in: bytes, separator: WordScanner.isListSeparator)
        return words.flatMap { reference(bytes.bytes($0), complain) }
    }

    private static func reference(
        _ word: [UInt8], _ complain: ([UInt8]) -> Void
    ) -> [DatabaseReference] {
        func inside(_ text: [UInt8]) -> [DatabaseReference] {
            let text = BracedText(text)
            if let complaint = text.complaint { complain(complaint) }
            return all(in: text.inside, complain: complain)
        }
        var word = word
        while let colon = word.firstIndex(of: ASCII.colon), Array(word[..<colon]) == Array("proxy".utf8) {
            word = Array(word[(colon + 1)...])
        }
        if word.first == ASCII.openBrace { return inside(word) }
        guard let colon = word.firstIndex(of: ASCII.colon) else { return [] }
        let type = String(decoding: word[..<colon], as: UTF8.self)
        let name = Array(word[(colon + 1)...])
        if name.first == ASCII.openBrace { return inside(name) }
        guard let kind = DatabaseKind(rawValue: type), let first = name.first else { return [] }
        let text = String(decoding: name, as: UTF8.self)
        return [DatabaseReference(kind: kind, settings: first == ASCII.slash ? .file(text) : .prefix(text))]
    }
}

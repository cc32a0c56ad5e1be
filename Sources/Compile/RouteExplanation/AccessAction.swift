import ByteScanning

/// What the right-hand side of an access(5) table says.
enum AccessAction: Equatable {
    case permit
    /// DUNNO, and what changes the message but decides nothing.
    case goOn
    /// The message is taken and thrown away: nothing more is asked about it.
    case discard
    /// A refusal: the code of the text, or none for REJECT and DEFER, which have parameters.
    case refuse(code: Int?, dsn: String?, text: String, isTemporary: Bool)
    case deferIfPermit(dsn: String?, text: String)
    case deferIfReject(dsn: String?, text: String)
    /// The connection is closed without a reply.
    case hangUp
    /// Restrictions that are evaluated in place of the row, as words.
    case restrictions([String])
    /// A table in a row: the server opens its tables before it meets a client, so it takes this for a mistake.
    case mistake

    init(_ value: [UInt8]) {
        let text = String(decoding: value, as: UTF8.self)
        let word = text.prefix { !Self.isBlank($0) }
        let rest = String(text.dropFirst(word.count).drop(while: Self.isBlank))
        if let action = Self.keyword(word.uppercased(), rest) {
            self = action
        } else if let code = Self.code(word), text.count > word.count {
            let (dsn, text) = Self.status(rest)
            self = .refuse(code: code, dsn: dsn, text: text, isTemporary: code < 500)
        } else if text.utf8.allSatisfy(ASCII.isDigit) {
            self = .permit
        } else if text.utf8.contains(ASCII.colon) {
            self = .mistake
        } else {
            self = .restrictions(text.split { $0 == "," || Self.isBlank($0) }.map(String.init))
        }
    }

    private static func isBlank(_ character: Character) -> Bool {
        character.isASCII && character.isWhitespace
    }

    private static func keyword(_ word: String, _ rest: String) -> AccessAction? {
        let (dsn, text) = status(rest)
        switch word {
        case "OK", "RELAY": return .permit
        case "DISCARD": return .discard
        case "DUNNO", "BCC", "FILTER", "HOLD", "INFO", "PREPEND", "REDIRECT", "WARN": return .goOn
        case "REJECT": return .refuse(code: nil, dsn: dsn, text: text, isTemporary: false)
        case "DEFER": return .refuse(code: nil, dsn: dsn, text: text, isTemporary: true)
        case "HANGUP": return .hangUp
        case "DEFER_IF_PERMIT": return .deferIfPermit(dsn: dsn, text: text)
        case "DEFER_IF_REJECT": return .deferIfReject(dsn: dsn, text: text)
        default: return nil
        }
    }

    /// A reply code that refuses: 4NN or 5NN.
    private static func code(_ word: Substring) -> Int? {
        guard word.utf8.count == 3, word.utf8.allSatisfy(ASCII.isDigit), let code = Int(word), code >= 400,
            code < 600
        else { return nil }
        return code
    }

    /// An enhanced status code and the text after it; no code for a text without one.
    private static func status(_ text: String) -> (dsn: String?, text: String) {
        let word = text.prefix { !isBlank($0) }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, ["2", "4", "5"].contains(parts[0]),
            parts[1...].allSatisfy({ (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy(ASCII.isDigit) })
        else { return (nil, text) }
        return (String(word), String(text.dropFirst(word.count).drop(while: isBlank)))
    }
}

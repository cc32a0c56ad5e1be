import ByteScanning

/// What the right-hand side of an access(5) table says.
enum AccessAction: Equatable {
    case permit
    /// DUNNO, and what changes the message but decides nothing.
    case goOn
    /// A refusal: the code of the text, or none for REJECT and DEFER, which have parameters.
    case refuse(code: Int?, dsn: String?, text: String, isTemporary: Bool)
    case deferIfPermit(String)
    case deferIfReject(String)
    /// Restrictions that are evaluated in place of the row.
    case restrictions([String])

    init(_ value: [UInt8]) {
        let text = String(decoding: value, as: UTF8.self)
        let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        let word = parts.first.map(String.init) ?? ""
        let rest = parts.count > 1 ? String(parts[1].drop(while: \.isWhitespace)) : ""
        if let action = Self.keyword(word.uppercased(), rest) {
            self = action
        } else if let code = Int(word), word.utf8.count == 3, code >= 400, !rest.isEmpty {
            let (dsn, text) = Self.status(rest)
            self = .refuse(code: code, dsn: dsn, text: text, isTemporary: code < 500)
        } else if !word.isEmpty, text.utf8.allSatisfy(ASCII.isDigit) {
            self = .permit
        } else {
            self = .restrictions(text.split { $0 == "," || $0.isWhitespace }.map(String.init))
        }
    }

    private static func keyword(_ word: String, _ rest: String) -> AccessAction? {
        let (dsn, text) = status(rest)
        switch word {
        case "OK", "RELAY", "DISCARD", "": return .permit
        case "DUNNO", "BCC", "DELAY", "FILTER", "HOLD", "INFO", "PREPEND", "REDIRECT", "WARN": return .goOn
        case "REJECT": return .refuse(code: nil, dsn: dsn, text: text, isTemporary: false)
        case "DEFER", "HANGUP": return .refuse(code: nil, dsn: dsn, text: text, isTemporary: true)
        case "DEFER_IF_PERMIT": return .deferIfPermit(rest)
        case "DEFER_IF_REJECT": return .deferIfReject(rest)
        default: return nil
        }
    }

    /// An enhanced status code and the text after it; no code for a text without one.
    private static func status(_ text: String) -> (dsn: String?, text: String) {
        let word = text.prefix { $0 != " " }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, ["2", "4", "5"].contains(parts[0]),
            parts[1...].allSatisfy({ (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy(ASCII.isDigit) })
        else { return (nil, text) }
        return (String(word), String(text.dropFirst(word.count).drop { $0 == " " }))
    }
}

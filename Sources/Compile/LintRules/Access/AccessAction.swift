import ByteScanning

/// What a result of an access table does (access(5)).
enum AccessAction {
    /// The list ends, and says yes.
    case permit
    /// The client is refused, now or at the end, or the message goes nowhere.
    case refuse
    /// Nothing that decides.
    case goOn
    /// Restrictions and classes, which are evaluated in its place.
    case restrictions([String])

    private static let permitting: Set<String> = ["ok", "relay"]
    private static let refusing: Set<String> = [
        "reject", "defer", "defer_if_permit", "discard", "hangup", "redirect",
    ]
    private static let continuing: Set<String> = [
        "dunno", "hold", "filter", "prepend", "bcc", "warn", "info", "defer_if_reject", "delay",
    ]

    /// The first letters of what can be a yes.
    private static let initials: Set<UInt8> = [
        UInt8(ascii: "o"), UInt8(ascii: "r"), UInt8(ascii: "p"),
    ]

    init(_ result: [UInt8]) {
        let text = String(decoding: result, as: UTF8.self)
        let words = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
        guard let first = words.first?.lowercased() else {
            self = .permit
            return
        }
        if Self.permitting.contains(first) || result.allSatisfy(ASCII.isDigit) {
            self = .permit
        } else if Self.refusing.contains(first) || Self.isReply(words) {
            self = .refuse
        } else if Self.continuing.contains(first) {
            self = .goOn
        } else {
            self = .restrictions(words)
        }
    }

    /// `550 text`
    private static func isReply(_ words: [String]) -> Bool {
        words.count > 1 && words[0].utf8.count == 3 && words[0].utf8.allSatisfy(ASCII.isDigit)
            && (words[0].hasPrefix("4") || words[0].hasPrefix("5"))
    }

    /// Whether a result ends the list with a yes; quicker than making an action, for large tables.
    static func permits(_ result: [UInt8]) -> Bool {
        guard let first = result.first else { return true }
        guard ASCII.isDigit(first) || initials.contains(ASCII.lowercased(first)) else { return false }
        switch AccessAction(result) {
        case .permit: return true
        case .restrictions(let words): return words.first?.lowercased() == "permit"
        case .refuse, .goOn: return false
        }
    }
}

import ByteScanning
import NetworkAddress
import ParameterCatalogue

/// What rows of tables look like, for lines that are none.
enum RowForm {
    /// The results that the rows of a table have.
    enum Results {
        /// Actions of access(5).
        case access
        /// Actions of header_checks(5).
        case checks
        case others

        init(_ uses: [TableUse]) {
            if uses.allSatisfy({ if case .access = $0.role { true } else { false } }) {
                self = .access
            } else {
                self = uses.allSatisfy { $0.parameter.hasSuffix("_checks") } ? .checks : .others
            }
        }

        /// Whether a text begins as a result does.
        func has(_ text: Substring) -> Bool {
            guard let word = words(text).first else { return false }
            switch self {
            case .access: return isAction(word)
            case .checks: return UnknownCheckAction.all.contains(word.uppercased())
            case .others: return true
            }
        }

        private func isAction(_ word: Substring) -> Bool {
            let isCode = word.utf8.count == 3 && word.utf8.allSatisfy(ASCII.isDigit)
            return isCode || AccessResultJudge.actions[word.lowercased()] != nil
                || RestrictionCatalogue.definition(of: String(word)) != nil
        }
    }

    /// The first three words at the most.
    private static func words(_ text: Substring) -> [Substring] {
        text.split(maxSplits: 2, omittingEmptySubsequences: true, whereSeparator: { $0.isWhitespace })
    }

    /// `/pattern/flags result`, `if /pattern/`, `endif`.
    static func isPattern(_ text: String, _ before: String, _ results: Results) -> Bool {
        let folded = text.lowercased()
        if folded == "endif" { return true }
        // The end of the line of an `if` is found as such.
        guard !before.lowercased().hasPrefix("if") else { return false }
        if folded.hasPrefix("if /") || folded.hasPrefix("if !/") { return true }
        let pattern = text.drop { $0 == "!" }
        guard pattern.hasPrefix("/"), let end = pattern.dropFirst().lastIndex(of: "/") else { return false }
        let rest = pattern[pattern.index(after: end)...]
        let flags = rest.prefix { !$0.isWhitespace }
        guard flags.allSatisfy({ $0.isASCII && $0.isLetter }), flags.count < rest.count else { return false }
        return results.has(rest.dropFirst(flags.count))
    }

    /// `network/length result`, `endif`.
    static func isNetwork(_ text: String, _ before: String, _ results: Results) -> Bool {
        if text.lowercased() == "endif" { return true }
        let pattern = text.drop { $0 == "!" }
        let word = pattern.prefix { !$0.isWhitespace }
        let address = word.prefix { $0 != "/" }.filter { $0 != "[" && $0 != "]" }
        guard IPAddress(Array(address.utf8).span) != nil else { return false }
        return results.has(pattern.dropFirst(word.count))
    }

    /// How the rows of a map are told; `nil` for a map whose results are lists or texts.
    static func ofMap(_ table: MapTable) -> ((String, String) -> Bool)? {
        if table.source.isAliasSource { return isAlias }
        let results = Results(table.uses)
        switch results {
        case .access: return { isAddress($0, $1) && results.has($0.drop { !$0.isWhitespace }) }
        case .checks: return nil
        case .others:
            let isSingle = table.uses.allSatisfy { use in
                use.role == .matchList || hasSingleWords.contains(use.parameter)
            }
            return isSingle ? { isAddress($0, $1) && words($0[...]).count == 2 } : nil
        }
    }

    /// Tables with one word in each result.
    private static let hasSingleWords: Set<String> = [
        "canonical_maps", "local_recipient_maps", "recipient_bcc_maps", "recipient_canonical_maps",
        "relay_recipient_maps", "sender_bcc_maps", "sender_canonical_maps",
        "sender_dependent_default_transport_maps", "sender_dependent_relayhost_maps", "smtp_generic_maps",
        "lmtp_generic_maps", "transport_maps", "virtual_gid_maps", "virtual_uid_maps",
    ]

    /// `name: value`, behind a row that has a value and does not go on after a comma.
    private static func isAlias(_ text: String, _ before: String) -> Bool {
        guard !before.hasSuffix(","), !before.hasSuffix(":") else { return false }
        let name = text.prefix { $0 != ":" && !$0.isWhitespace }
        let isName = name.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "._+-".utf8.contains($0) }
        let rest = text.dropFirst(name.count).drop { $0.isWhitespace }
        guard isName, !name.isEmpty, rest.hasPrefix(":") else { return false }
        return rest.dropFirst().contains { !$0.isWhitespace }
    }

    /// A key with a dot or an `@`, behind a row that has a result.
    private static func isAddress(_ text: String, _ before: String) -> Bool {
        let key = text.prefix { !$0.isWhitespace }
        let isKey = key.contains("@") || key.contains(".") && key.last != "." && !key.contains(":")
        return isKey && !key.contains(",") && words(before[...]).count > 1 && !before.hasSuffix(",")
    }
}

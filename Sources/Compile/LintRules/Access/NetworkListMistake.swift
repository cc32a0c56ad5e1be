import ByteScanning
import NetworkAddress

/// A member of a list of clients that is not what it looks like.
struct NetworkListMistake: Rule {
    static let documentation = RuleDocumentation(
        "access/network-list", .error, "A list of networks that says something else than it seems to",
        what: """
            In a list of clients such as `mynetworks`: a network after a `#`, which does not begin a comment there, so
            that the network is in the list; a comma or white space inside of a network; `;` between networks; quotes;
            a netmask in place of a length; a `*`; a part of an address without a length; an IPv6 address without
            brackets, which is taken for a table. It is an error where an SMTP server that is sure to run is kept from
            working, and a warning where it only takes it for the name of a client.
            """,
        why: """
            Clients that were to be trusted are not, or the other way round. A pattern that is malformed makes the list
            useless: who does not match before it is told to come again.
            """,
        atRunTime: """
            `warning: mynetworks: bad mask value in "10.0.0.0/255.0.0.0"` and `451 4.3.0 Temporary lookup failure`. An
            IPv6 address without brackets is fatal: `expecting "type:name" form instead of "::1/128"`. The others are
            names of hosts that no client has.
            """,
        mend: """
            White space or commas stand between the members, comments have a line of their own, IPv6 addresses stand in
            brackets: `mynetworks = 127.0.0.0/8, [::1]/128, 192.168.0.0/16`.
            """)

    func check(_ context: LintContext, _ findings: inout Findings) {
        var commented: Set<String> = []
        for member in ListedNetworks.all(context) {
            let list = "\(member.parameter) \(member.word.parameter) \(Self.place(member.word, context))"
            if member.word.text.hasPrefix("#") { commented.insert(list) }
            if commented.contains(list) {
                checkComment(member, &findings)
            } else if let (message, help) = Self.mistake(member.pattern) {
                let isFatal = member.isFatal && Self.isRefused(member.pattern)
                findings.add(
                    at: member.word.nearestRange, message, severity: isFatal ? .error : .warning,
                    notes: member.word.range == nil ? [] : member.word.notes, help: help)
            }
        }
    }

    /// What a `#` goes on in: the rest of a value, the rest of a line of a file.
    private static func place(_ word: ExpandedWord, _ context: LintContext) -> String {
        guard let range = word.range else { return "" }
        guard !context.isInConfiguration(range), let text = context.text(of: range.file) else {
            return range.file
        }
        return "\(range.file) \(text.position(of: range.bytes.lowerBound).line)"
    }

    /// What follows a `#` is no comment: a network there is trusted.
    private func checkComment(_ member: ListedNetworks, _ findings: inout Findings) {
        guard case .network(let network) = member.pattern.kind, !member.pattern.isNegated else { return }
        findings.add(
            at: member.word.nearestRange,
            "\(network) stands after a \"#\", but it is in \(member.parameter) all the same",
            severity: .warning, help: "put the comment on a line of its own")
    }

    private static func isRefused(_ pattern: NetworkMember) -> Bool {
        switch pattern.kind {
        case .malformed, .bareIPv6: true
        case .network, .hostBits, .table, .file, .name: false
        }
    }

    private static func mistake(_ pattern: NetworkMember) -> (message: String, help: String?)? {
        let text = pattern.text
        switch pattern.kind {
        case .bareIPv6:
            let parts = text.split(separator: "/", maxSplits: 1)
            let length = parts.count > 1 ? "/\(parts[1])" : ""
            return ("\"\(text)\" is taken for a table", "write [\(parts.first ?? "")]\(length)")
        case .malformed: return ("\"\(text)\" is no address and no network", helpForMalformed(text))
        case .name: return mistakeInName(text)
        case .file where text.dropFirst().allSatisfy(\.isNumber):
            return (
                "\"\(text)\" is taken for a file", "write network and length without white space between them"
            )
        case .network, .hostBits, .table, .file: return nil
        }
    }

    private static func helpForMalformed(_ text: String) -> String {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count == 2, case .v4(let mask) = IPAddress(Array(parts[1].utf8).span) {
            let length = (~mask.bits).leadingZeroBitCount
            let isMask = mask.bits == (length == 0 ? 0 : UInt32.max << UInt32(32 - length))
            if isMask { return "write \(parts[0])/\(length)" }
        }
        return "expected a form such as 192.0.2.1, 192.0.2.0/24, [2001:db8::1] or [2001:db8::]/32"
    }

    /// A name that was to be an address.
    private static func mistakeInName(_ text: String) -> (message: String, help: String?)? {
        let letters = text.filter { $0.isLetter }
        guard letters.isEmpty, text.contains(where: \.isNumber) else {
            let isQuoted = text.hasPrefix("\"") || text.hasPrefix("'")
            return isQuoted
                ? ("\"\(text)\" is the name of a host, quotes included", "remove the quotes") : nil
        }
        let help: String? =
            if text.contains(";") {
                "white space or commas stand between the members of a list"
            } else if text.contains("*") {
                "write a network with its length, such as 192.0.2.0/24"
            } else if text.contains("\"") || text.contains("'") {
                "remove the quotes"
            } else if text.contains("-") {
                "write networks with their lengths; ranges are not known"
            } else {
                nil
            }
        return ("\"\(text)\" is taken for the name of a host", help)
    }
}

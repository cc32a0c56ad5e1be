import ByteScanning
import ParameterCatalogue

/// A word in a file of a match list that is not meant as a member of the list.
struct ListFileMember: Rule {
    static let documentation = RuleDocumentation(
        "table/list-file", .warning, "A word in the file of a list that is no member",
        what: """
            A file that a match list names (`relay_domains = /etc/postfix/relays`) has a `#` behind a member, a result such
            as `OK`, or an address where domains are listed. Every word of such a file is a member; comments have lines
            of their own, and there are no results.
            """,
        why: "The words of the comment are in the list, too; an address never matches a domain.",
        atRunTime: """
            `warning: relay_domains: comment at end of line is not supported: # office`; nothing for the others.
            """,
        mend: """
            Write members alone, in as many lines as you like, and comments in lines that begin with `#`. A file with
            results is a table: name it `lmdb:` and run postmap.
            """)

    /// Results that tables of access and tables of domains have by habit.
    private static let results: Set<String> = ["ok", "reject", "relay", "permit", "dunno", "yes", "x"]

    func check(_ context: LintContext, _ findings: inout Findings) {
        for use in context.listFiles {
            let isDomainList = AddressClass(rawValue: use.parameter) != nil
            var last: (file: String, line: Int)?
            var isComment = false
            for word in context.members([use.word]) {
                guard let range = word.range, !context.isInConfiguration(range),
                    let text = context.text(of: range.file)
                else { continue }
                let line = text.position(of: range.bytes.lowerBound).line
                let isFirst = last?.file != range.file || last?.line != line
                last = (range.file, line)
                if isComment, !isFirst { continue }
                isComment = word.text.hasPrefix("#")
                guard let message = message(word, isFirst: isFirst, isDomainList) else { continue }
                findings.add(at: range, message, notes: word.notes, help: help(word))
            }
        }
    }

    private func message(_ word: ExpandedWord, isFirst: Bool, _ isDomainList: Bool) -> String? {
        let text = word.text.drop { $0 == "!" }
        if text.hasPrefix("#") {
            return "no comment begins here: the words after the # are members of the list"
        }
        if !isFirst, Self.results.contains(text.lowercased()) {
            return "\"\(text)\" is a member of the list, and no result"
        }
        if isDomainList, text.contains("@"), !TableUseReader.isTable(String(text)) {
            return "an address is never found in a list of domains"
        }
        return nil
    }

    private func help(_ word: ExpandedWord) -> String? {
        word.text.contains("#") ? "put the comment on a line of its own" : nil
    }
}

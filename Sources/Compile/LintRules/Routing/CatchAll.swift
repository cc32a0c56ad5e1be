import ByteScanning

/// A catch-all that takes the mail of mailboxes.
struct CatchAll: Rule {
    static let documentation = RuleDocumentation(
        "routing/catch-all", .warning, "A catch-all that takes the mail of mailboxes",
        what: """
            `virtual_alias_maps` has a row for a whole domain, `@example.com`, and there are mailboxes in the domain that
            have no row of their own; or the domain is in `mydestination`, where users and aliases are.
            """,
        why: "Virtual aliases come first, so the mailboxes never get any mail.",
        atRunTime: "Nothing is said; mail goes where the row of the domain says.",
        mend:
            "Give each mailbox a row that leads to itself, or put the catch-all into `virtual_mailbox_maps`.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let aliases = AddressRows(["virtual_alias_maps"], context)
        let boxes = context.mapTables.filter { table in
            table.uses.contains { $0.parameter == "virtual_mailbox_maps" }
        }
        let hidden = hiddenMailboxes(aliases, boxes)
        let local = ClassDomains(.local, context)
        for table in aliases.tables {
            let source = table.source
            for row in source.rows where source.keySlice(row).first == UInt8(ascii: "@") {
                let key = source.keySlice(row)
                guard !leadsBack(source.valueSlice(row), key) else { continue }
                if let mailbox = hidden[key.map(ASCII.lowercased)] {
                    findings.add(
                        at: source.range(ofKey: row), "this row takes the mail of mailboxes of the domain",
                        notes: [Finding.Note("such as this one", at: mailbox)])
                } else if local.contains(key.dropFirst()) {
                    findings.add(
                        at: source.range(ofKey: row),
                        "this row takes the mail of all users and aliases: the domain is in mydestination",
                        notes: [local.places[key.dropFirst()]?.range].compactMap { $0 }.map {
                            Finding.Note("the domain is listed here", at: $0)
                        })
                }
            }
        }
    }

    /// Whether the whole domain goes to another domain, name by name, or stays as it is.
    private func leadsBack(_ value: ArraySlice<UInt8>, _ key: ArraySlice<UInt8>) -> Bool {
        KeyIndex.isSame(value, key)
    }

    /// For domains with a row of their own, the first mailbox that only that row is about.
    private func hiddenMailboxes(_ aliases: AddressRows, _ boxes: [MapTable]) -> [[UInt8]: SourceRange] {
        var hidden: [[UInt8]: SourceRange] = [:]
        let hasCatchAll = aliases.tables.contains { table in
            table.source.rows.contains { table.source.keySlice($0).first == UInt8(ascii: "@") }
        }
        guard hasCatchAll else { return [:] }
        for table in boxes {
            for row in table.source.rows {
                let key = table.source.keySlice(row)
                guard let at = key.lastIndex(of: UInt8(ascii: "@")), at > key.startIndex,
                    let found = aliases.target(of: key), found.isCatchAll
                else { continue }
                let domain = key[at...].map(ASCII.lowercased)
                if hidden[domain] == nil { hidden[domain] = table.source.range(ofKey: row) }
            }
        }
        return hidden
    }
}

import ByteScanning

/// An alias that leads to a user who does not exist.
struct UnknownAliasTarget: Rule {
    static let documentation = RuleDocumentation(
        "routing/unknown-alias-target", .warning, "An alias to a user who does not exist", needs: .machine,
        what: """
            The value of an alias is a local name, itself or another one, that is no alias and no user of this machine.
            """,
        why: "Mail to the alias bounces.",
        atRunTime: "`status=bounced (unknown user: \"ana\")`.",
        mend: "Write the name right, or make the user.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let aliases = LocalAliasRows(context)
        guard context.main.text("mailbox_transport").isEmpty, !context.main.isSet("luser_relay"),
            context.main.text("fallback_transport").isEmpty, !context.main.isSet("fallback_transport_maps"),
            !context.main.isSet("mailbox_transport_maps")
        else { return }
        var known: [String: Bool?] = [:]
        for table in aliases.tables {
            for row in table.source.rows {
                for name in aliases.localTargets(of: table.source.valueSlice(row)) {
                    let isOwn = KeyIndex.isSame(name, table.source.keySlice(row))
                    guard isOwn || !aliases.tables.contains(where: { $0.row(for: name) != nil }) else {
                        continue
                    }
                    let text = String(decoding: name, as: UTF8.self).lowercased()
                    let answer = known[text] ?? context.probe.hasUser(text)
                    known[text] = answer
                    guard answer == false else { continue }
                    findings.add(
                        at: table.source.range(ofValue: row), "this machine has no user \"\(text)\"")
                }
            }
        }
    }
}

import Diagnostics

/// A line of a table that is no row.
struct MalformedRow: Rule {
    static let documentation = RuleDocumentation(
        "table/malformed-line", .error, "A line of a table that says nothing",
        what: """
            A line has a key and no value, an alias has no colon, a rule has no closing delimiter or no result, a block
            has no `endif`. Postfix leaves such a line out. A table whose text is its name, `inline:{name=value}`, cannot
            be used at all when a brace or an equals sign is missing: an error where the program that opens it is sure to
            run, otherwise a warning.
            """,
        why: "What the line should do is not done: an address does not exist, a client is not refused.",
        atRunTime: """
            `warning: virtual, line 3: expected format: key whitespace value` from postmap, which ends with status 0; for
            `cidr`, `pcre` and `regexp` a warning of each daemon that opens the table, `skipping this rule`.
            """,
        mend: "Complete the line, or make it a comment.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.mapTables {
            for diagnostic in table.source.diagnostics where diagnostic.severity == .error {
                add(diagnostic, table.source.text, &findings)
            }
        }
        for table in context.patternTables {
            for diagnostic in table.diagnostics { add(diagnostic, table.text, &findings) }
            checkBlocks(table, &findings)
        }
        for table in context.addressTables {
            for diagnostic in table.source.diagnostics where !HostBits.isMeant(diagnostic) {
                add(diagnostic, table.text, &findings)
            }
        }
        for use in context.tableUses {
            guard let fault = context.nameFault(of: use) else { continue }
            findings.add(
                at: fault.range, "\(fault.message): the table cannot be used",
                severity: context.isSurelyRead(use) ? .error : .warning)
        }
    }

    private func add(_ diagnostic: Diagnostic, _ text: TableText, _ findings: inout Findings) {
        findings.add(
            at: text.range(of: diagnostic), diagnostic.message, severity: diagnostic.severity,
            help: diagnostic.help)
    }

    /// Blocks of a table of patterns that are not closed, and ends without a beginning.
    private func checkBlocks(_ table: PatternTable, _ findings: inout Findings) {
        var open: [SourceRange] = []
        for statement in table.statements {
            switch statement.action {
            case .openBlock: open.append(table.range(0..<2, statement))
            case .closeBlock:
                guard open.popLast() == nil else { continue }
                findings.add(
                    at: table.range(0..<5, statement), "endif without an if before it", severity: .warning)
            case .rule: break
            }
        }
        for range in open {
            findings.add(
                at: range, "if without an endif: the block goes on to the end of the table",
                severity: .warning)
        }
    }
}

import Diagnostics

/// A line of a table that is no row.
struct MalformedRow: Rule {
    static let documentation = RuleDocumentation(
        "table/malformed-line", .error, "A line of a table that says nothing",
        what: """
            A line has a key and no value, an alias has no colon, a rule has no closing delimiter or no result, a block
            has no `endif`. Postfix leaves such a line out.
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
                add(diagnostic, context, &findings)
            }
        }
        for table in context.patternTables {
            for diagnostic in table.diagnostics { add(diagnostic, context, &findings) }
            checkBlocks(table, &findings)
        }
        for table in context.addressTables {
            for diagnostic in table.source.diagnostics where !HostBits.isMeant(diagnostic) {
                add(diagnostic, context, &findings)
            }
        }
    }

    private func add(_ diagnostic: Diagnostic, _ context: LintContext, _ findings: inout Findings) {
        findings.add(
            at: context.range(of: diagnostic), diagnostic.message, severity: diagnostic.severity,
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

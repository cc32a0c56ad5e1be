import TableFormat

/// A table that is not there.
struct MissingTable: Rule {
    static let documentation = RuleDocumentation(
        "table/missing", .error, "A table that does not exist",
        what: """
            A parameter or a restriction names a table whose file does not exist. In the configuration of this machine the
            index counts (`virtual.lmdb`, `virtual.db`), and it is an error where the program that opens the table is sure
            to run. In a checkout the source or the index has to be there, and it is a warning.
            """,
        why: "Whoever asks the table gets no answer: every recipient is refused for now, and mail waits in the queue.",
        atRunTime: """
            `error: open database /etc/postfix/virtual.lmdb: No such file or directory`, then `451 4.3.0` for each
            recipient; cleanup and local defer with a lookup error.
            """,
        mend: "Make the file and run postmap or postalias, or take the table out of the parameter.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for use in context.tableUses where use.role != .declaration && use.role != .cache {
            guard let table = use.table, let path = use.path, use.range != nil,
                let missing = missing(table, path, context)
            else { continue }
            let readers = context.readers(of: use)
            let isCertain = context.files.describesSystem && context.isSurelyRead(use)
            findings.add(
                at: use.word.nearestRange,
                "\(context.files.location(of: missing)) does not exist"
                    + (readers.isEmpty ? "" : "; \(readers) cannot open it"),
                severity: isCertain ? .error : .warning, notes: use.word.notes,
                help: help(table, path, missing, use, context))
        }
    }

    /// The file that is not there; `nil` when all is well or nobody knows.
    private func missing(_ table: TableReference, _ path: String, _ context: LintContext) -> String? {
        let files = context.files
        let index = table.indexFiles.first { !files.isProvablyAbsent($0) }
        if files.describesSystem, !context.target.isPostroom, !table.indexFiles.isEmpty {
            return index == nil ? table.indexFiles[0] : nil
        }
        return files.isProvablyAbsent(path) && index == nil ? path : nil
    }

    private func help(
        _ table: TableReference, _ path: String, _ missing: String, _ use: TableUse, _ context: LintContext
    ) -> String? {
        guard missing != path, !context.files.isProvablyAbsent(path) else { return nil }
        return "run \(use.isAliasSource ? "postalias" : "postmap") \(table)"
    }
}

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
        why:
            "Whoever asks the table gets no answer: every recipient is refused for now, and mail waits in the queue.",
        atRunTime: """
            `error: open database /etc/postfix/virtual.lmdb: No such file or directory`, then `451 4.3.0` for each
            recipient; cleanup and local defer with a lookup error.
            """,
        mend: "Make the file and run postmap or postalias, or take the table out of the parameter.")

    /// A place that names a file that is not there, with all that read it.
    private struct Place {
        var use: TableUse
        var table: TableReference
        var missing: String
        var readers: [String]
        var isCertain: Bool
    }

    func check(_ context: LintContext, _ findings: inout Findings) {
        for place in places(context) {
            let name = context.files.location(of: place.missing)
            let readers = LintContext.words(place.readers)
            findings.add(
                at: place.use.word.nearestRange,
                "\(name) does not exist" + (readers.isEmpty ? "" : "; \(readers) cannot open it"),
                severity: place.isCertain ? .error : .warning, notes: place.use.word.notes,
                help: help(place, context))
        }
    }

    private func places(_ context: LintContext) -> [Place] {
        var places: [Place] = []
        var known: [String: Int] = [:]
        for use in context.tableUses where use.role != .declaration && use.role != .cache {
            guard let table = use.table, let path = use.path, let range = use.range,
                let missing = missing(table, path, context)
            else { continue }
            let isCertain = context.files.describesSystem && context.isSurelyRead(use)
            let readers = context.readers(of: use)
            if let index = known["\(missing) \(range)"] {
                places[index].readers += readers.filter { !places[index].readers.contains($0) }
                places[index].isCertain = places[index].isCertain || isCertain
            } else {
                known["\(missing) \(range)"] = places.count
                places.append(
                    Place(use: use, table: table, missing: missing, readers: readers, isCertain: isCertain))
            }
        }
        return places
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

    private func help(_ place: Place, _ context: LintContext) -> String? {
        guard place.missing != place.table.name, !context.files.isProvablyAbsent(place.table.name) else {
            return nil
        }
        return "run \(place.use.isAliasSource ? "postalias" : "postmap") \(place.table)"
    }
}

import TableFormat

/// A table that is not there.
struct MissingTable: Rule {
    static let documentation = RuleDocumentation(
        "table/missing", .error, "A table that does not exist",
        what: """
            A parameter or a restriction names a table whose file does not exist. In the configuration of this machine the
            index counts (`virtual.lmdb`, `virtual.db`), and it is an error where the program that opens the table is sure
            to run. In a checkout the source or the index has to be there, and it is a warning. The same holds for a
            `/file/name` in a match list such as `mynetworks` or `relay_domains`.
            """,
        why:
            "Whoever asks the table gets no answer: every recipient is refused for now, and mail waits in the queue.",
        atRunTime: """
            `error: open database /etc/postfix/virtual.lmdb: No such file or directory`, then `451 4.3.0` for each
            recipient; cleanup and local defer with a lookup error. For the file of a list `error: open file
            /etc/postfix/relays: No such file or directory`, and `451 4.3.0` or `451 4.3.5`.
            """,
        mend: "Make the file and run postmap or postalias, or take the table out of the parameter.")

    /// A place that names a file that is not there, with all that read it.
    private struct Place {
        var word: ExpandedWord
        var missing: String
        var readers: [String]
        var isCertain: Bool
        var help: String?

        mutating func add(_ other: Place) {
            readers += other.readers.filter { !readers.contains($0) }
            isCertain = isCertain || other.isCertain
        }
    }

    func check(_ context: LintContext, _ findings: inout Findings) {
        for place in places(context) + filesOfLists(context) {
            let name = context.files.location(of: place.missing)
            let readers = LintContext.words(place.readers)
            findings.add(
                at: place.word.nearestRange,
                "\(name) does not exist" + (readers.isEmpty ? "" : "; \(readers) cannot open it"),
                severity: place.isCertain ? .error : .warning, notes: place.word.notes, help: place.help)
        }
    }

    private func filesOfLists(_ context: LintContext) -> [Place] {
        var places: [Place] = []
        for use in context.listFiles {
            // A list has `/24` after a blank by mistake, which access/network-list finds.
            guard !use.path.dropFirst().allSatisfy(\.isNumber), use.word.range != nil,
                context.files.isProvablyAbsent(use.path)
            else { continue }
            let isRead = context.isSurelyRead(use.parameter, by: use.services)
            let place = Place(
                word: use.word, missing: use.path, readers: context.readers(use.services),
                isCertain: context.files.describesSystem && isRead)
            if let known = places.firstIndex(where: { $0.word.range == use.word.range }) {
                places[known].add(place)
            } else {
                places.append(place)
            }
        }
        return places
    }

    private func places(_ context: LintContext) -> [Place] {
        var places: [Place] = []
        var known: [String: Int] = [:]
        for use in context.tableUses where use.role != .declaration && use.role != .cache {
            guard let table = use.table, let path = use.path, let range = use.range,
                let missing = missing(table, path, context)
            else { continue }
            let isCertain = context.files.describesSystem && context.isSurelyRead(use)
            let place = Place(
                word: use.word, missing: missing, readers: context.readers(of: use), isCertain: isCertain,
                help: help(use, table, missing, context))
            if let index = known["\(missing) \(range)"] {
                places[index].add(place)
            } else {
                known["\(missing) \(range)"] = places.count
                places.append(place)
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

    private func help(
        _ use: TableUse, _ table: TableReference, _ missing: String, _ context: LintContext
    ) -> String? {
        guard missing != table.name, !context.files.isProvablyAbsent(table.name) else {
            return context.files.describesSystem
                ? nil : "if it is made later, write above the setting: # postroom: allow table/missing"
        }
        return "run \(use.isAliasSource ? "postalias" : "postmap") \(table)"
    }
}

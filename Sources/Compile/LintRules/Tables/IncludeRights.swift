import Glibc

/// Who reads a file that is not opened by root.
enum FileReader {
    /// The user of the mail system, whose number is not known.
    case mailOwner
    /// Whoever calls a command, in the group of the queue.
    case anybody
    case user(uid_t)
}

extension LintContext {
    /// Whether a file is known to be closed to its reader.
    func isClosed(_ file: String, to reader: FileReader) -> Bool {
        guard let facts = fileFacts(file), facts.permissions & 0o004 == 0 else { return false }
        let isForGroup = facts.group != 0 && facts.permissions & 0o040 != 0
        switch reader {
        case .mailOwner: return facts.owner == 0 && facts.group == 0
        case .anybody: return !isForGroup
        case .user(let user):
            return facts.owner == user ? facts.permissions & 0o400 == 0 : !isForGroup
        }
    }
}

/// Files that aliases include, which local(8) opens as the owner of the alias table, where that is not root.
struct IncludeRights {
    private let context: LintContext

    init(_ context: LintContext) { self.context = context }

    func check(_ findings: inout Findings) {
        let isCertain = context.running.contains("local")
        for table in LocalAliasRows(context).tables {
            guard let owner = owner(of: table), owner != 0 else { continue }
            let source = table.source
            for row in source.rows {
                for file in LocalAliasRows.includes(in: source.valueSlice(row))
                where context.isClosed(file, to: .user(owner)) {
                    findings.add(
                        at: source.range(ofValue: row),
                        "\(file) is closed to the owner of the alias table, who opens it",
                        severity: isCertain ? .error : .warning)
                }
            }
        }
    }

    /// The owner of the index that is asked; `nil` for a table without one.
    private func owner(of table: MapTable) -> uid_t? {
        let index = table.uses.first(where: LocalAliasRows.isAsked)?.table?.indexFiles.first
        return index.flatMap(context.fileFacts)?.owner
    }
}

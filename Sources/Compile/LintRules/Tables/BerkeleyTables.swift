import TableFormat

/// The `hash` and `btree` tables of a configuration for a Postfix that may come without Berkeley DB: from 3.11 on, where it
/// has a way to replace them (postconf(5), `non_bdb_migration_level`).
struct BerkeleyTables {
    /// The place that comes first, in main.cf before master.cf.
    let first: SourceRange
    /// Each table once.
    private let names: Set<TableReference>
    private var hasCaches = false
    private var hasMaps = false
    private var hasAliases = false
    private var isProxied = false
    /// Whether the default type is written down, and no longer that of Berkeley DB.
    private let isDefaultReplaced: Bool

    private static let since = PostfixVersion(major: 3, minor: 11)

    /// `nil` when there are none, when the target has Berkeley DB or needs none, and when Postfix replaces them by itself.
    init?(_ context: LintContext) {
        guard !context.target.isPostroom, context.target.version >= Self.since,
            ["", "disable"].contains(context.main.text("non_bdb_migration_level"))
        else { return nil }
        let defaultType = context.main.explicitSetting("default_database_type")
        let defaultRange = context.main.range(of: "default_database_type")
        let found = context.tableUses.compactMap {
            use -> (use: TableUse, table: TableReference, SourceRange)? in
            guard let table = use.table, table.type == .hash || table.type == .btree else { return nil }
            return (use.word.nearestRange ?? defaultRange).map { (use, table, $0) }
        }
        let main = context.directory.main.source.path
        func order(_ range: SourceRange) -> (Int, Int) {
            (range.file == main ? 0 : 1, range.bytes.lowerBound)
        }
        guard let first = found.map(\.2).min(by: { order($0) < order($1) }) else { return nil }
        self.first = first
        names = Set(found.map(\.table))
        let type = context.main.text("default_database_type")
        isDefaultReplaced = defaultType != nil && type != "hash" && type != "btree"
        for (use, _, _) in found {
            if use.isProxied { isProxied = true }
            switch use.role {
            case .cache: hasCaches = true
            case .declaration where !use.isAliasSource: continue
            case .map, .matchList, .access, .declaration:
                if use.isAliasSource { hasAliases = true } else { hasMaps = true }
            }
        }
    }

    var message: String {
        let types = Set(names.map(\.type.rawValue)).sorted(by: >)
        let words = types.joined(separator: " and ")
        let verb = types.count == 1 ? "needs" : "need"
        let tables = names.count == 1 ? "one table is" : "\(names.count) tables are"
        return
            "\(words) \(verb) a Postfix with Berkeley DB; \(tables) of \(types.count == 1 ? "this type" : "these types")"
    }

    /// What to do where Postfix comes without Berkeley DB.
    var help: String {
        var steps = ["where it comes without, write lmdb: instead" + (isProxied ? " (proxy: stays)" : "")]
        if !isDefaultReplaced { steps.append("set default_database_type = lmdb") }
        let builders = [hasMaps ? "postmap for maps" : nil, hasAliases ? "postalias for aliases" : nil]
            .compactMap { $0 }
        if !builders.isEmpty { steps.append("run " + builders.joined(separator: " and ")) }
        let last = steps.removeLast()
        let text = steps.isEmpty ? last : steps.joined(separator: ", ") + ", and " + last
        return hasCaches ? text + "; caches need nothing else" : text
    }
}

import ConfigurationSemantics

/// The tables that a proxymap service opens by the name of a file, which it looks for in its chroot jail (proxymap(8)).
struct ConfinedTables {
    /// As a command line names them here, each once.
    private(set) var names: [String] = []
    /// The first three places that name them.
    private(set) var ranges: [SourceRange] = []
    /// Whether a program that is sure to run asks for one that the jail is known to lack.
    private(set) var isCertain = false

    private static let shownRanges = 3

    /// - Parameter service: one that runs proxymap; by its name the one that writes, too.
    init(_ service: MasterService, jail: String, _ context: LintContext) {
        let writing = context.main.text("proxywrite_service_name")
        let isWriter = service.name.string == writing
        for use in context.tableUses
        where use.wrappers.contains(.proxy) && use.role != .declaration && (use.role == .cache) == isWriter {
            guard let table = use.table, let path = use.path else { continue }
            let files = table.indexFiles.isEmpty ? [path] : table.indexFiles
            let inJail = files.map { jail + $0 }
            let isThere = inJail.contains { context.files.covers($0) && context.fileFacts($0) != nil }
            guard !isThere else { continue }
            if context.files.describesSystem, context.isSurelyRead(use),
                inJail.allSatisfy(context.files.isProvablyAbsent), use.role != .cache
            {
                isCertain = true
            }
            let name = context.shown(use)
            if !names.contains(name) { names.append(name) }
            if let range = use.word.nearestRange, ranges.count < Self.shownRanges, !ranges.contains(range) {
                ranges.append(range)
            }
        }
    }
}

import ByteScanning
import ContentDigest
import Diagnostics
import LMDBStore
import TableCompiler
import TableFormat
import TableSources

/// Tables of rules: `cidr`, `pcre`, `regexp`.
extension TableBuild {
    func rules() throws(Failure) -> TableOutcome {
        let name = Array(reference.name.utf8)
        let isInline = InlineRules.isInline(name.span)
        var content: SourceFiles.Content?
        if !isInline {
            do throws(SourceFiles.Unreadable) { content = try files.read(reference.name) } catch {
                return try missing(error)
            }
        }
        var digest = ContentDigest.Builder()
        digest.update(field: "rules 1 \(reference.type.rawValue)")
        digest.update(field: content?.rights ?? "")
        digest.update(field: content.map { "\($0.digest)" } ?? reference.name)
        let tableName = "\(digest.finish())"
        if store.hasTable(tableName) { return outcome(.rules(digest: tableName), .unchanged) }
        let diagnostics = Collected()
        let opener = TableOpener(
            policy: policy, duplicates: .report, readsFiles: entry.use.readsFiles,
            report: { diagnostics.append($0) }, warn: { _ in }, log: { _ in }, opened: { _ in })
        let actual =
            isInline ? reference : TableReference(type: reference.type, name: files.path(of: reference.name))
        let image: [UInt8]
        do throws(TableOpener.Failure) { image = try opener.ruleImage(actual) } catch {
            throw failure("\(error)")
        }
        let found = diagnostics.all
        guard !found.contains(where: { $0.severity == .error }) else {
            throw Failure(diagnostics: isInline ? found.map(placed) : found)
        }
        _ = try checking { () throws(IndexError) in
            try RuleTableWriter.write(
                image, type: reference.type.rawValue, to: store.newTablePath(tableName),
                mode: content?.mode ?? 0o644, owner: content.map { ($0.status.owner, $0.status.group) },
                durability: store.durability)
        }
        return outcome(.rules(digest: tableName), .compiled, found)
    }

    /// What is wrong with a table that stands in a parameter, at its place there.
    private func placed(_ diagnostic: Diagnostic) -> Diagnostic {
        entry.diagnostic(
            diagnostic.severity, "\(reference.type.rawValue): \(diagnostic.message)", diagnostic.help)
    }
}

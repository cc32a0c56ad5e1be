import Diagnostics
import GenerationFormat
import LMDBStore
import PosixSupport
import TableCompiler
import TableFormat

/// Tables that an index answers.
extension TableBuild {
    func indexed() throws(Failure) -> TableOutcome {
        let recipe = IndexRecipe(grammar: grammar, policy: policy, readsFiles: entry.use.readsFiles)
        let source = IndexedSource(name: reference.name, recipe: recipe, files: files, store: store)
        let content: SourceFiles.Content
        do throws(SourceFiles.Unreadable) { content = try files.read(reference.name) } catch {
            if error.error.code == SystemError.absent, reference.type != .texthash,
                let adopted = try adopted(source)
            {
                return adopted
            }
            return try missing(error)
        }
        let digest = source.digest(content)
        let answer = TableRecord.Answer.index(digest: digest, recipe: recipe.text)
        if store.hasTable(digest) { return outcome(answer, .unchanged) }
        var diagnostics: [Diagnostic] = []
        let rows = try checking { () throws(IndexError) in
            try source.compile(content, digest, report: { diagnostics.append($0) }, progress: progress)
        }
        guard let rows else { throw Failure(diagnostics: diagnostics) }
        return outcome(answer, .compiled, rows: rows, diagnostics)
    }

    /// An index whose source is gone is used as it is.
    private func adopted(_ source: IndexedSource) throws(Failure) -> TableOutcome? {
        let index: SourceFiles.Content
        do throws(SourceFiles.Unreadable) { index = try files.read(source.indexName) } catch { return nil }
        let digest = source.adoptedDigest(index)
        let answer = TableRecord.Answer.index(digest: digest, recipe: source.recipe.text)
        if store.hasTable(digest) { return outcome(answer, .unchanged) }
        let rows = try checking { () throws(IndexError) in try source.adopt(index, digest) }
        return outcome(answer, .compiled, rows: rows)
    }
}

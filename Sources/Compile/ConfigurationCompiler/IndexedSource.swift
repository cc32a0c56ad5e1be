import ByteScanning
import ContentDigest
import Diagnostics
import LMDBStore
import PosixSupport
import TableCompiler

/// The source of an indexed table, from which a generation's file is made.
struct IndexedSource {
    /// The source as the configuration names it.
    let name: String
    let recipe: IndexRecipe
    let files: SourceFiles
    let store: GenerationStore

    /// The index that `postmap` keeps beside the source, as the configuration would name it.
    var indexName: String { name + ".lmdb" }

    /// What names the file that this content gives.
    func digest(_ content: SourceFiles.Content) -> String {
        var digest = ContentDigest.Builder()
        digest.update(field: "index 1 \(recipe.text)")
        digest.update(field: content.rights)
        digest.update(field: "\(content.digest)")
        if recipe.readsFiles { updateWithFiles(content, &digest) }
        return "\(digest.finish())"
    }

    /// Makes the file from the source.
    ///
    /// - Returns: the rows; `nil` when a line has a mistake, and then there is no file.
    func compile(
        _ content: SourceFiles.Content, _ digest: String, report: (Diagnostic) -> Void,
        progress: (BuildProgress) -> Void
    ) throws(IndexError) -> Int? {
        var compiler = MapCompiler(
            file: files.path(of: name), grammar: recipe.grammar, options: recipe.policy, duplicates: .report,
            termination: .always, readsFiles: recipe.readsFiles)
        compiler.output = store.newTablePath(digest)
        compiler.owner = (content.status.owner, content.status.group)
        compiler.refusesMistakes = true
        compiler.durability = store.durability
        return try compiler.build(
            content.bytes.span, mode: content.mode, report: report, progress: progress)
    }

    /// What names the file that the rows of an index give.
    func adoptedDigest(_ index: SourceFiles.Content) -> String {
        var digest = ContentDigest.Builder()
        digest.update(field: "adopted 1")
        digest.update(field: index.rights)
        digest.update(field: "\(index.digest)")
        return "\(digest.finish())"
    }

    /// Makes the file from the rows of the index beside the source.
    func adopt(_ index: SourceFiles.Content, _ digest: String) throws(IndexError) -> Int {
        var rows: [AdditionalRow] = []
        try IndexFile(opening: files.path(of: indexName)).forEachRow { key, value in
            rows.append(AdditionalRow(key: Self.unterminated(key), value: Self.unterminated(value)))
            return true
        }
        var builder = IndexBuilder(
            path: store.newTablePath(digest), mode: index.mode, duplicates: .keepLast, terminated: true)
        builder.durability = store.durability
        builder.owner = (index.status.owner, index.status.group)
        return try builder.build(rows)
    }

    private static func unterminated(_ text: Span<UInt8>) -> [UInt8] {
        text.bytes(0..<text.count - (text.count > 0 && text[text.count - 1] == ASCII.nul ? 1 : 0))
    }

    /// The contents of the files that values name are part of what the table is.
    private func updateWithFiles(_ content: SourceFiles.Content, _ digest: inout ContentDigest.Builder) {
        let names = MapSourceFiles.names(
            in: content.bytes.span, file: files.path(of: name), options: recipe.policy)
        for name in names {
            do throws(SourceFiles.Unreadable) {
                digest.update(field: "\(try files.read(name).digest)")
            } catch {
                digest.update(field: "")
            }
        }
    }
}

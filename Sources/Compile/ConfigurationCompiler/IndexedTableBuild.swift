import ByteScanning
import ContentDigest
import Diagnostics
import LMDBStore
import PosixSupport
import TableCompiler
import TableFormat

/// Tables that an index answers.
extension TableBuild {
    func indexed() throws(Failure) -> TableOutcome {
        let content: SourceFiles.Content
        do throws(SourceFiles.Unreadable) { content = try files.read(reference.name) } catch {
            if error.error.code == SystemError.absent, reference.type != .texthash,
                let adopted = try adoptedIndex()
            {
                return adopted
            }
            return try missing(error)
        }
        let path = files.path(of: reference.name)
        var digest = ContentDigest.Builder()
        digest.update(field: "index 1 \(grammar) \(policy.folding) \(policy.checksUTF8)")
        digest.update(field: content.rights)
        digest.update(field: "\(content.digest)")
        if entry.use.readsFiles { updateWithFiles(content, path, &digest) }
        let name = "\(digest.finish())"
        if store.hasTable(name) { return outcome(.index(digest: name), .unchanged) }
        var compiler = MapCompiler(
            file: path, grammar: grammar, options: policy, duplicates: .report,
            termination: .always,
            readsFiles: entry.use.readsFiles)
        compiler.output = store.newTablePath(name)
        compiler.owner = (content.status.owner, content.status.group)
        compiler.refusesMistakes = true
        var diagnostics: [Diagnostic] = []
        let source = content.bytes
        let rows = try checking { () throws(IndexError) in
            try compiler.build(
                source.span, mode: content.mode, report: { diagnostics.append($0) }, progress: progress
            )
        }
        guard let rows else { throw Failure(diagnostics: diagnostics) }
        return outcome(.index(digest: name), .compiled, rows: rows, diagnostics)
    }

    /// An index whose source is gone is used as it is.
    private func adoptedIndex() throws(Failure) -> TableOutcome? {
        let content: SourceFiles.Content
        do throws(SourceFiles.Unreadable) { content = try files.read(reference.name + ".lmdb") } catch {
            return nil
        }
        let name = "\(ContentDigest(of: Array("adopted 1 \(content.rights) \(content.digest)".utf8).span))"
        if store.hasTable(name) { return outcome(.index(digest: name), .unchanged) }
        let count = try checking { () throws(IndexError) in
            let index = try IndexFile(opening: files.path(of: reference.name + ".lmdb"))
            var rows: [AdditionalRow] = []
            try index.forEachRow { key, value in
                rows.append(AdditionalRow(key: Self.unterminated(key), value: Self.unterminated(value)))
                return true
            }
            return try builder(name, content).build(rows)
        }
        return outcome(.index(digest: name), .compiled, rows: count)
    }

    private static func unterminated(_ text: Span<UInt8>) -> [UInt8] {
        text.bytes(0..<text.count - (text.count > 0 && text[text.count - 1] == ASCII.nul ? 1 : 0))
    }

    private func builder(_ name: String, _ content: SourceFiles.Content) -> IndexBuilder {
        var builder = IndexBuilder(
            path: store.newTablePath(name), mode: content.mode, duplicates: .keepLast, terminated: true)
        builder.owner = (content.status.owner, content.status.group)
        return builder
    }

    /// The contents of the files that values name are part of what the table is.
    private func updateWithFiles(
        _ content: SourceFiles.Content, _ path: String, _ digest: inout ContentDigest.Builder
    ) {
        for name in MapSourceFiles.names(in: content.bytes.span, file: path, options: policy) {
            do throws(SourceFiles.Unreadable) {
                digest.update(field: "\(try files.read(name).digest)")
            } catch {
                digest.update(field: "")
            }
        }
    }
}

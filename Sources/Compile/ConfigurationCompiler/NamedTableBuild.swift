import ByteScanning
import ContentDigest
import GenerationFormat
import LMDBStore
import TableCompiler
import TableFormat
import TableSources

/// Tables whose name is their content.
extension TableBuild {
    func inline() throws(Failure) -> TableOutcome {
        let name = Array(reference.name.utf8)
        let rows: [InlineRow]
        do throws(InlineRow.Fault) { rows = try InlineRow.rows(of: name.span) } catch {
            throw failure("\(reference): \(error.message)", "expected inline:{name=value, ...}")
        }
        let folding = "\(policy.folding)"
        let digest = "\(ContentDigest(of: Array("inline 1 \(folding) \(reference.name)".utf8).span))"
        let recipe = IndexRecipe(grammar: .map, policy: policy, readsFiles: false)
        let answer = TableRecord.Answer.index(digest: digest, recipe: recipe.text)
        if store.hasTable(digest) { return outcome(answer, .unchanged) }
        var builder = IndexBuilder(
            path: store.newTablePath(digest), mode: 0o644, duplicates: .keepLast, terminated: true)
        builder.durability = store.durability
        let count = try checking { [builder] () throws(IndexError) in
            try builder.build(rows.map { AdditionalRow(key: policy.fold($0.key.span), value: $0.value) })
        }
        return outcome(answer, .compiled, rows: count)
    }

    func braced() throws(Failure) -> String {
        let name = Array(reference.name.utf8)
        guard InlineRules.isInline(name.span) else { return reference.name }
        do throws(BraceFault) {
            let range = try BraceList.content(of: 0..<name.count, in: name.span)
            return String(decoding: name.span.bytes(range), as: UTF8.self)
        } catch { throw failure("\(reference): \(error.message)", "expected static:value or static:{value}") }
    }

    func items() throws(Failure) -> [String] {
        let name = Array(reference.name.utf8)
        do throws(BraceFault) {
            let items = try BraceList.items(of: name.span)
            guard !items.isEmpty else { throw BraceFault(offset: 0, problem: .noOpeningBrace) }
            return items.map { String(decoding: name.span.bytes($0), as: UTF8.self) }
        } catch { throw failure("\(reference): \(error.message)", "expected randmap:{value, ...}") }
    }
}

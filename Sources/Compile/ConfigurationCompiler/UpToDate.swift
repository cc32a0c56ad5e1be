import CompiledTables
import ContentDigest
import GenerationFormat
import PosixSupport

extension GenerationBuild {
    /// The generation in force, when it was made from what there is now; judged by content.
    func upToDate(_ input: BuildInput, _ store: GenerationStore) throws(Failure) -> Int? {
        guard let number = try checking({ () throws(SystemError) in try store.current() }) else { return nil }
        do throws(GenerationFailure) {
            let generation = try Generation(
                directory: store.directory, root: GenerationLayout.generationPath(number))
            guard input.agrees(with: try generation.inputs()) else { return nil }
            for source in try generation.sources() where !Self.isUnchanged(source) { return nil }
            for digest in try generation.digests() where !store.hasTable(digest) { return nil }
            return number
        } catch {
            // A generation that cannot be read is made anew.
            return nil
        }
    }

    private static func isUnchanged(_ source: SourceRecord) -> Bool {
        do throws(SystemError) {
            let file = try FileDescriptor(opening: source.path)
            let status = try file.status()
            guard status.isRegularFile else { return source.digest.isEmpty }
            if !source.rights.isEmpty, source.rights != SourceFiles.rights(status) { return false }
            let content = try file.readToEnd()
            return "\(ContentDigest(of: content.span))" == source.digest
        } catch {
            return source.digest.isEmpty
        }
    }
}

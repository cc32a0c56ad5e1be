import CompiledTables
import GenerationFormat
import Glibc
import PosixSupport

extension GenerationStore {
    /// Removes old generations, what no generation names, and what an interrupted build left.
    ///
    /// - Parameter keep: how many generations stay besides the one in force.
    func collect(keep: Int) throws(SystemError) {
        let current = try current()
        let others = try numbers().filter { $0 != current }
        for number in others.dropLast(keep) { try DirectoryCreation.removeFile(rootPath(number)) }
        var wanted: Set<String> = []
        for number in try numbers() {
            do throws(GenerationFailure) {
                let generation = try Generation(
                    directory: directory, root: GenerationLayout.generationPath(number))
                wanted.formUnion(try generation.digests())
            } catch {
                // Nothing can be said of what a damaged root needs; it stays, and so do all tables.
                return
            }
        }
        try removeFiles(in: GenerationLayout.tablesDirectory) { digest in wanted.contains(digest) }
        try removeFiles(in: GenerationLayout.generationsDirectory) { Int($0) != nil }
        try DirectoryCreation.removeFile("\(directory)/\(GenerationLayout.currentLink).new")
    }

    /// - Parameter isWanted: whether the file stays that has this name before its suffix.
    private func removeFiles(in name: String, unless isWanted: (String) -> Bool) throws(SystemError) {
        for file in try DirectoryListing.names(in: "\(directory)/\(name)") {
            let hasSuffix = file.hasSuffix(GenerationLayout.fileSuffix)
            if hasSuffix, isWanted(String(file.dropLast(GenerationLayout.fileSuffix.utf8.count))) { continue }
            try DirectoryCreation.removeFile("\(directory)/\(name)/\(file)")
        }
    }
}

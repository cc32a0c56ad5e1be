import GenerationFormat
import Glibc
import PosixSupport

/// A directory of generations on disk: finding, naming and removing what is in it (docs/formats/generation.md).
public struct GenerationStore: Sendable {
    public let directory: String
    /// Where new tables go when nothing is to be published.
    private let scratch: String?
    /// Whether all of it goes away with this process.
    let isTemporary: Bool

    public init(directory: String) { self.init(directory: directory, scratch: nil, isTemporary: false) }

    private init(directory: String, scratch: String?, isTemporary: Bool) {
        self.directory = directory
        self.scratch = scratch
        self.isTemporary = isTemporary
    }

    /// The same store, which goes away with this process.
    var temporary: GenerationStore {
        GenerationStore(directory: directory, scratch: scratch, isTemporary: true)
    }

    /// The same store, whose new tables go to another directory.
    func withScratch(_ path: String) -> GenerationStore {
        GenerationStore(directory: directory, scratch: path, isTemporary: isTemporary)
    }

    /// Whether a table is there and is a file.
    func hasTable(_ digest: String) -> Bool {
        Self.isFile("\(directory)/\(GenerationLayout.tablePath(digest))")
            || scratch.map { Self.isFile("\($0)/\(digest)\(GenerationLayout.fileSuffix)") } ?? false
    }

    /// Names of tables are brought to the disk together, before a generation names them.
    var durability: ReplacementFile.Durability {
        scratch == nil && !isTemporary ? .content : .none
    }

    /// Brings the names of new tables to the disk.
    func synchronizeTables() throws(SystemError) {
        guard durability != .none else { return }
        let path = "\(directory)/\(GenerationLayout.tablesDirectory)"
        try FileDescriptor(opening: path, O_RDONLY | O_DIRECTORY).synchronize()
    }

    func newTablePath(_ digest: String) -> String {
        scratch.map { "\($0)/\(digest)\(GenerationLayout.fileSuffix)" }
            ?? "\(directory)/\(GenerationLayout.tablePath(digest))"
    }

    func rootPath(_ number: Int) -> String { "\(directory)/\(GenerationLayout.generationPath(number))" }

    /// Makes the directories that are missing.
    func prepare() throws(SystemError) {
        try DirectoryCreation.make(directory)
        try DirectoryCreation.make("\(directory)/\(GenerationLayout.tablesDirectory)")
        try DirectoryCreation.make("\(directory)/\(GenerationLayout.generationsDirectory)")
    }

    /// The generations that are there, the oldest first.
    public func numbers() throws(SystemError) -> [Int] {
        let path = "\(directory)/\(GenerationLayout.generationsDirectory)"
        guard try FileStatus.ofFile(at: path) != nil else { return [] }
        return try DirectoryListing.names(in: path).compactMap { name in
            guard name.hasSuffix(GenerationLayout.fileSuffix) else { return nil }
            return Int(name.dropLast(GenerationLayout.fileSuffix.utf8.count))
        }.sorted()
    }

    /// The generation in force; `nil` where there is none.
    public func current() throws(SystemError) -> Int? {
        let target: String
        do throws(SystemError) {
            target = try SymbolicLink.target(of: "\(directory)/\(GenerationLayout.currentLink)")
        } catch {
            guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
            return nil
        }
        let name = target.split(separator: "/").last ?? ""
        return Int(name.dropLast(GenerationLayout.fileSuffix.utf8.count))
    }

    /// The number of the next generation.
    func nextNumber() throws(SystemError) -> Int { (try numbers().last ?? 0) + 1 }

    /// Puts a generation in force.
    func activate(_ number: Int) throws(SystemError) {
        try SymbolicLink.replace(
            "\(directory)/\(GenerationLayout.currentLink)", target: GenerationLayout.generationPath(number))
        guard !isTemporary else { return }
        try FileDescriptor(opening: directory, O_RDONLY | O_DIRECTORY).synchronize()
    }

    /// Waits until no other build works here; the lock goes with the descriptor.
    func lock() throws(SystemError) -> FileDescriptor {
        let file = try FileDescriptor(opening: directory, O_RDONLY | O_DIRECTORY)
        while flock(file.number, LOCK_EX) != 0 {
            guard errno == EINTR else { throw SystemError("lock", directory) }
        }
        return file
    }

    private static func isFile(_ path: String) -> Bool {
        do throws(SystemError) { return try FileStatus.ofFile(at: path)?.isRegularFile == true } catch {
            return false
        }
    }
}

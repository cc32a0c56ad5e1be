import ContentDigest
import ConfigurationSyntax
import GenerationFormat
import PosixSupport
import Synchronization

/// The files that a build reads, each remembered with its digest and rights.
public final class SourceFiles: Sendable {
    /// Where the files of a checkout lie that have absolute names; empty for the system's own root.
    private let root: String
    /// The directory of main.cf under the name that the configuration knows, and where it is.
    private let configuration: (name: String, path: String)
    /// What relative names begin at.
    private let queueDirectory: String
    private let records = Mutex<[String: SourceRecord]>([:])

    /// A file that cannot be read.
    public struct Unreadable: Error, Sendable, CustomStringConvertible {
        public let path: String
        public let error: SystemError
        public var description: String { "cannot read \(path): \(error.reason)" }
    }

    init(root: String, configuration: (name: String, path: String), queueDirectory: String) {
        self.root = root
        self.configuration = configuration
        self.queueDirectory = queueDirectory
    }

    /// A file with what its tables take over from it.
    struct Content {
        let bytes: [UInt8]
        let digest: ContentDigest
        let status: FileStatus

        var rights: String { SourceFiles.rights(status) }

        var mode: UInt32 { SourceFiles.mode(status) }
    }

    /// `owner:group:mode` of what is made of a file: who can read the one can read the other.
    static func rights(_ status: FileStatus) -> String {
        "\(status.owner):\(status.group):\(String(mode(status), radix: 8))"
    }

    private static func mode(_ status: FileStatus) -> UInt32 { 0o600 | status.permissions & 0o044 }

    /// Reads the file that the configuration calls `name`.
    func read(_ name: String) throws(Unreadable) -> Content {
        let path = path(of: name)
        do throws(SystemError) {
            let file = try FileDescriptor(opening: path)
            let status = try file.status()
            guard status.isRegularFile else {
                throw SystemError(
                    "read", path, code: status.isDirectory ? SystemError.isDirectory : SystemError.invalid)
            }
            let bytes = try file.readToEnd()
            let content = Content(bytes: bytes, digest: ContentDigest(of: bytes.span), status: status)
            note(path, digest: content.digest.description, rights: content.rights)
            return content
        } catch {
            note(path, digest: "", rights: "")
            throw Unreadable(path: path, error: error)
        }
    }

    /// The same files, none remembered.
    func withoutRecords() -> SourceFiles {
        SourceFiles(root: root, configuration: configuration, queueDirectory: queueDirectory)
    }

    /// Remembers a file that was read elsewhere.
    func note(_ source: SourceFile) {
        note(source.path, digest: ContentDigest(of: source.bytes.span).description, rights: "")
    }

    /// Remembers that a file was looked for and not found.
    func noteMissing(_ path: String) { note(path, digest: "", rights: "") }

    /// Where the file is that the configuration calls `name`.
    func path(of name: String) -> String {
        if name == configuration.name { return configuration.path }
        if name.hasPrefix(configuration.name + "/") {
            return configuration.path + name.dropFirst(configuration.name.utf8.count)
        }
        return root + (name.hasPrefix("/") ? name : queueDirectory + "/" + name)
    }

    /// All files in the order of their names.
    var all: [SourceRecord] {
        records.withLock { $0.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
    }

    private func note(_ path: String, digest: String, rights: String) {
        records.withLock { $0[path] = SourceRecord(path: path, digest: digest, rights: rights) }
    }
}

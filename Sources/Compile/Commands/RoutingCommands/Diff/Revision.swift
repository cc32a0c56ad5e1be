import CommandSupport
import PosixSupport

/// One side of a comparison: a directory, or what a directory was in a revision of its repository.
struct ComparedDirectory {
    /// Where the files are.
    var path: String
    /// What messages call it.
    var name: String
    /// What goes away in the end.
    var temporary: String?

    /// - Parameters:
    ///   - text: a directory, or a revision as git knows it.
    ///   - directory: the directory of the configuration, for a revision.
    init(_ text: String, of directory: String) throws(CommandStop) {
        name = text
        do throws(SystemError) {
            if try FileStatus.ofFile(at: text)?.isDirectory == true {
                path = text
                return
            }
            path = try DirectoryCreation.temporary()
        } catch { throw .fatal("\(error)") }
        temporary = path
        do throws(CommandStop) { try extract(text, directory) } catch {
            try remove()
            throw error
        }
    }

    private func extract(_ revision: String, _ directory: String) throws(CommandStop) {
        let archive = path + "/.archive"
        let reading = [
            "git", "-C", directory, "archive", "--format=tar", "--output=\(archive)", "--end-of-options",
            revision,
        ]
        guard try Self.run(reading) == 0 else {
            throw .fatal("\"\(revision)\" is no directory, and no revision of \(directory)")
        }
        guard try Self.run(["tar", "-x", "-f", archive, "-C", path]) == 0 else {
            throw .fatal("cannot unpack \(revision)")
        }
        do throws(SystemError) { try DirectoryCreation.removeFile(archive) } catch {
            throw .fatal("\(error)")
        }
    }

    private static func run(_ words: [String]) throws(CommandStop) -> Int32 {
        do throws(SystemError) { return try ChildProcess.run(words) } catch { throw .fatal("\(error)") }
    }

    /// Takes away what was made for the comparison.
    func remove() throws(CommandStop) {
        guard let temporary else { return }
        do throws(SystemError) { try DirectoryCreation.removeTree(temporary) } catch {
            throw .fatal("\(error)")
        }
    }
}

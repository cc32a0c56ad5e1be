import Glibc

/// Making directories and taking files away.
public enum DirectoryCreation {
    /// Makes a directory and those above it, where they are missing.
    ///
    /// - Throws: `SystemError` when that cannot be done, or something else has the name.
    public static func make(_ path: String, mode: mode_t = 0o755) throws(SystemError) {
        if let status = try FileStatus.ofFile(at: path) {
            guard status.isDirectory else { throw SystemError("mkdir", path, code: ENOTDIR) }
            return
        }
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex {
            try make(String(path[..<slash]), mode: mode)
        }
        guard unsafe mkdir(path, mode) == 0 || errno == EEXIST else { throw SystemError("mkdir", path) }
    }

    /// A new directory of its own, below that for temporary files, for this user alone.
    public static func temporary() throws(SystemError) -> String {
        let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/postroom.XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw SystemError("mkdtemp", parent) }
        return String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Takes a file away; it is no error when there is none.
    public static func removeFile(_ path: String) throws(SystemError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw SystemError("unlink", path) }
    }

    /// Takes a directory and the files in it away.
    public static func removeWithFiles(_ path: String) throws(SystemError) {
        for name in try DirectoryListing.names(in: path) { try removeFile("\(path)/\(name)") }
        guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw SystemError("rmdir", path) }
    }

    /// Takes a directory and all that is in it away; symbolic links are not followed.
    public static func removeTree(_ path: String) throws(SystemError) {
        for name in try DirectoryListing.names(in: path) {
            let entry = "\(path)/\(name)"
            guard unsafe unlink(entry) != 0, errno != ENOENT else { continue }
            try removeTree(entry)
        }
        guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw SystemError("rmdir", path) }
    }
}

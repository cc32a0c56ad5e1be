import Glibc

/// Symbolic links, which are read and put in place of others in one step.
public enum SymbolicLink {
    /// What the link says.
    ///
    /// - Throws: `SystemError`; `EINVAL` when it is no link.
    public static func target(of path: String) throws(SystemError) -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink(path, &buffer, buffer.count)
        guard count >= 0 else { throw SystemError("readlink", path) }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Makes `path` a link to `target`, in the place of whatever link is there.
    public static func replace(_ path: String, target: String) throws(SystemError) {
        let temporary = path + ".new"
        unsafe unlink(temporary)
        guard unsafe symlink(target, temporary) == 0 else { throw SystemError("symlink", temporary) }
        guard unsafe rename(temporary, path) == 0 else {
            let error = SystemError("rename", path)
            unsafe unlink(temporary)
            throw error
        }
    }
}

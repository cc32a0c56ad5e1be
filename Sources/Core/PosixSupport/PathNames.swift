import Glibc

/// Names of files.
public enum PathNames {
    /// The absolute name, symbolic links followed.
    ///
    /// - Throws: `SystemError` when there is no such file.
    public static func resolved(_ path: String) throws(SystemError) -> String {
        guard let resolved = unsafe realpath(path, nil) else { throw SystemError("open", path) }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}

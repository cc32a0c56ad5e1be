import Glibc

/// What the system knows of a file, without its content.
public struct FileStatus: Sendable, Equatable {
    /// The user and group that own it.
    public var owner: uid_t
    public var group: gid_t
    /// Permission bits, `0o7777` at the most.
    public var permissions: mode_t
    public var isRegularFile: Bool
    public var isDirectory: Bool
    /// Bytes.
    public var size: Int
    /// Which file it is on its device.
    public var device: UInt64
    public var inode: UInt64
    /// Nanoseconds since 1970.
    public var modified: Int64

    init(_ status: stat) {
        owner = status.st_uid
        group = status.st_gid
        permissions = status.st_mode & 0o7777
        isRegularFile = status.st_mode & S_IFMT == S_IFREG
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
        size = Int(status.st_size)
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    }

    /// The status of the file at `path`; `nil` when there is none.
    ///
    /// - Throws: `SystemError` for any other reason than absence.
    public static func ofFile(at path: String) throws(SystemError) -> FileStatus? {
        var status = stat()
        if unsafe stat(path, &status) == 0 { return FileStatus(status) }
        guard errno == ENOENT || errno == ENOTDIR else { throw SystemError("stat", path) }
        return nil
    }
}

import CPosix
import Glibc

/// A new file that takes the place of another one in one step: it has no name until it is complete and on stable
/// storage, so that a process that is killed, or a disk that is full, leaves the old file and nothing else.
///
/// Where the file system has no nameless files, the new one is `NAME.new` in the same directory, and a later
/// replacement removes what a killed process left there.
public struct ReplacementFile: ~Copyable {
    /// The file that is replaced, symbolic links followed.
    public let target: String
    private let directory: FileDescriptor
    private let file: FileDescriptor
    private let temporaryName: String
    private var isNamed: Bool
    private let isLocked: Bool

    /// Makes an empty file in the directory of `path`.
    ///
    /// - Parameters:
    ///   - locked: whether to wait for other writers of the directory now, because the old file is going to be read.
    ///   - mode: permissions, in force from the first byte.
    ///   - owner: who shall own the file, where this process may give it away; nobody else when it may not.
    public init(
        replacing path: String, mode: mode_t, locked: Bool, owner: (user: uid_t, group: gid_t)? = nil
    ) throws(SystemError) {
        let target = Self.followingLinks(path)
        let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
        let directoryPath = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
        let temporaryName = target + ".new"
        let directory = try FileDescriptor(opening: directoryPath, O_RDONLY | O_DIRECTORY)
        if locked { try Self.lock(directory) }
        var number = unsafe postroom_open_nameless(directoryPath, mode)
        let isNamed = number < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)
        if isNamed {
            if !locked { try Self.lock(directory) }
            unsafe unlink(temporaryName)
            number = unsafe open(temporaryName, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        }
        guard number >= 0 else { throw SystemError("create", target) }
        let file = FileDescriptor(owning: number, path: target)
        if let owner, geteuid() == 0 {
            guard fchown(number, owner.user, owner.group) == 0 else { throw SystemError("chown", target) }
        }
        guard fchmod(number, mode) == 0 else { throw SystemError("chmod", target) }
        self.target = target
        self.temporaryName = temporaryName
        self.directory = directory
        self.file = file
        self.isNamed = isNamed
        isLocked = locked || isNamed
    }

    deinit {
        if isNamed { unsafe unlink(temporaryName) }
    }

    /// Writes all of `bytes` at `offset` bytes of the file, and asks the system to bring them to the disk by and by.
    public func write(_ bytes: Span<UInt8>, at offset: Int) throws(SystemError) {
        try file.write(bytes, at: offset)
        postroom_start_writeback(file.number, Int64(offset), Int64(bytes.count))
    }

    /// How far a published file survives a crash of the machine.
    public enum Durability: Sendable {
        /// Content and name are on stable storage.
        case full
        /// The content is; whoever needs the name synchronizes the directory, once for many files.
        case content
        /// Neither: the file goes away with this process.
        case none
    }

    /// Cuts the file to `size` bytes, brings it to stable storage and gives it the name of the old one.
    public consuming func publish(size: Int, durability: Durability = .full) throws(SystemError) {
        guard ftruncate(file.number, size) == 0 else { throw SystemError("truncate", target) }
        if durability != .none { try file.synchronize() }
        if !isLocked { try Self.lock(directory) }
        if !isNamed {
            unsafe unlink(temporaryName)
            guard
                unsafe linkat(
                    AT_FDCWD, "/proc/self/fd/\(file.number)", AT_FDCWD, temporaryName, AT_SYMLINK_FOLLOW) == 0
            else {
                throw SystemError("link", temporaryName)
            }
            isNamed = true
        }
        guard unsafe rename(temporaryName, target) == 0 else { throw SystemError("rename", target) }
        isNamed = false
        if durability == .full { try directory.synchronize() }
    }

    /// One writer at a time in a directory; the lock goes with the descriptor.
    private static func lock(_ directory: borrowing FileDescriptor) throws(SystemError) {
        while flock(directory.number, LOCK_EX) != 0 {
            guard errno == EINTR else { throw SystemError("lock", directory.path) }
        }
    }

    private static func followingLinks(_ path: String) -> String {
        guard let resolved = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}

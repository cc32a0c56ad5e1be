import Glibc
import PosixSupport

/// What a rule may know of a file without its content.
public struct FileFacts: Sendable, Equatable {
    public var owner: uid_t
    public var group: gid_t
    public var permissions: mode_t
    public var isRegularFile: Bool
    /// Bytes.
    public var size: Int
    /// Nanoseconds since 1970.
    public var modified: Int64

    public init(
        owner: uid_t = 0, group: gid_t = 0, permissions: mode_t = 0o644, isRegularFile: Bool = true,
        size: Int = 0, modified: Int64 = 0
    ) {
        self.owner = owner
        self.group = group
        self.permissions = permissions
        self.isRegularFile = isRegularFile
        self.size = size
        self.modified = modified
    }

    init(_ status: FileStatus) {
        self.init(
            owner: status.owner, group: status.group, permissions: status.permissions,
            isRegularFile: status.isRegularFile, size: status.size, modified: status.modified)
    }
}

/// The files that a configuration names, wherever they are.
public protocol FileAccess: Sendable {
    /// The name of a file in messages, and the one to open.
    func location(of path: String) -> String
    /// The content.
    func read(_ path: String) throws(SystemError) -> [UInt8]
    /// `nil` when there is no such file.
    func facts(of path: String) throws(SystemError) -> FileFacts?
    /// Whether a file at that path would be here, and not only on the machine that runs the mail system.
    func covers(_ path: String) -> Bool
    /// Whether these are the files of a running system, so that owners, modes and times mean something and what is
    /// absent is absent.
    var describesSystem: Bool { get }
}

extension FileAccess {
    /// Whether a file is known not to exist: it is absent, and these files are a system's, or they have its directory.
    public func isProvablyAbsent(_ path: String) -> Bool {
        do throws(SystemError) {
            guard covers(path), try facts(of: path) == nil else { return false }
            if describesSystem { return true }
            guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return false }
            return try facts(of: String(path[..<slash])) != nil
        } catch {
            return false
        }
    }
}

/// Files on disk; with a root, absolute paths are looked for below it, as in a checkout of `/`.
public struct DiskFiles: FileAccess {
    /// Without a slash at its end; empty for none.
    private let root: String
    /// The directory of the configuration as it is on disk, and as the configuration names it.
    private let directory: (onDisk: String, named: String)
    public let describesSystem: Bool

    /// - Parameter isSystem: whether the configuration is that of this machine.
    public init(root: String?, directory: (onDisk: String, named: String), isSystem: Bool) {
        var root = root ?? ""
        while root.hasSuffix("/") { root.removeLast() }
        self.root = root
        self.directory = directory
        describesSystem = isSystem && root.isEmpty
    }

    public func location(of path: String) -> String {
        if path == directory.named || path.hasPrefix(directory.named + "/") {
            return directory.onDisk + path.dropFirst(directory.named.count)
        }
        guard path.hasPrefix("/"), !root.isEmpty else { return path }
        return root == "." ? String(path.dropFirst()) : root + path
    }

    public func covers(_ path: String) -> Bool {
        describesSystem || !root.isEmpty || path.hasPrefix(directory.named + "/")
    }

    public func read(_ path: String) throws(SystemError) -> [UInt8] {
        try FileDescriptor(opening: location(of: path)).readToEnd()
    }

    public func facts(of path: String) throws(SystemError) -> FileFacts? {
        try FileStatus.ofFile(at: location(of: path)).map(FileFacts.init)
    }
}

/// Files in memory.
public struct MemoryFiles: FileAccess {
    public var contents: [String: [UInt8]]
    public var facts: [String: FileFacts] = [:]
    public var describesSystem: Bool

    public init(_ contents: [String: [UInt8]], describesSystem: Bool = false) {
        self.contents = contents
        self.describesSystem = describesSystem
    }

    public func location(of path: String) -> String { path }

    public func covers(_ path: String) -> Bool { true }

    public func read(_ path: String) throws(SystemError) -> [UInt8] {
        guard let content = contents[path] else { throw SystemError("open", path, code: ENOENT) }
        return content
    }

    public func facts(of path: String) throws(SystemError) -> FileFacts? {
        if let facts = facts[path] { return facts }
        if let content = contents[path] { return FileFacts(size: content.count) }
        let isDirectory = contents.keys.contains { $0.hasPrefix(path + "/") }
        return isDirectory ? FileFacts(permissions: 0o755, isRegularFile: false) : nil
    }
}

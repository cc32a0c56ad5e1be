import Glibc

/// A system call that failed: what was tried, on what, and why not.
public struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A verb such as `open` or `rename`.
    public var operation: String
    /// The file it was tried on.
    public var path: String
    /// The `errno` value.
    public var code: Int32

    /// `EISDIR`: a directory where a file should be.
    public static let isDirectory = EISDIR
    /// `EINVAL`: something that is no file.
    public static let invalid = EINVAL
    /// `ENOENT`
    public static let absent = ENOENT

    public init(_ operation: String, _ path: String, code: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// The system's words for the code, for example `No such file or directory`.
    public var reason: String { unsafe String(cString: strerror(code)) }

    public var description: String { "\(operation) \(path): \(reason)" }
}

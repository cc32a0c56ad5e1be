import PosixSupport

/// Why an index file cannot be read or written.
public enum IndexError: Error, Sendable, Equatable {
    /// The file cannot be opened, mapped or written.
    case system(SystemError)
    /// The file is no LMDB database that `postmap` could have made.
    case foreign(path: String, reason: String)
    /// The file was an index and is damaged: cut short, or bytes of it changed.
    case damaged(path: String, reason: String)
}

extension IndexError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .system(let error): "\(error)"
        case .foreign(let path, let reason): "\(path) is not an LMDB index: \(reason)"
        case .damaged(let path, let reason): "\(path) is damaged: \(reason); rebuild it from its source"
        }
    }
}

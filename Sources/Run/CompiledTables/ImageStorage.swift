import PosixSupport

/// Where the bytes of a compiled rule table are: made in this process, or part of a mapped index file.
public enum ImageStorage: Sendable {
    case memory([UInt8])
    case mapped(MappedFile, Range<Int>)

    /// The bytes, valid during the call.
    public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch self {
        case .memory(let bytes): try body(bytes.span)
        case .mapped(let file, let range):
            try file.withBytes { (bytes) throws(Failure) -> Result in try body(bytes.extracting(range)) }
        }
    }
}

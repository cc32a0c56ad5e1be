import CPosix
import Glibc

/// A regular file, mapped read-only and shared, for as long as a reference to it lives.
///
/// The mapping never follows changes of the file's size. When another program shortens the file in place, a read
/// past its new end would raise SIGBUS; the mapping guard turns that into a message with the file's name.
@safe public final class MappedFile: @unchecked Sendable {
    // SAFETY: owned by this object from init to deinit; read-only; every access goes through withBytes, which
    // keeps the object alive and bounds what is seen.
    private let base: UnsafeRawPointer?
    /// Bytes.
    public let count: Int
    public let path: String
    private let guardSlot: Int32

    /// How the mapping will be read.
    public enum Access: Sendable {
        case sequential, random
    }

    /// - Throws: `SystemError` of `fstat` or `mmap`; `EINVAL` when it is no regular file.
    public init(_ file: borrowing FileDescriptor, access: Access) throws(SystemError) {
        let status = try file.status()
        guard status.isRegularFile else { throw SystemError("map", file.path, code: EINVAL) }
        path = file.path
        count = status.size
        guard count > 0 else {
            unsafe base = nil
            guardSlot = -1
            return
        }
        let mapped = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, file.number, 0)
        guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
            throw SystemError("map", file.path)
        }
        unsafe madvise(mapped, count, access == .random ? MADV_RANDOM : MADV_SEQUENTIAL)
        unsafe base = UnsafeRawPointer(mapped)
        guardSlot = unsafe postroom_guard_mapping(mapped, count, path)
    }

    /// Opens and maps `path`.
    public convenience init(opening path: String, access: Access) throws(SystemError) {
        try self.init(FileDescriptor(opening: path), access: access)
    }

    deinit {
        guard let base = unsafe base else { return }
        postroom_unguard_mapping(guardSlot)
        unsafe munmap(UnsafeMutableRawPointer(mutating: base), count)
    }

    /// The bytes of the file, valid during the call.
    @inline(__always)
    public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let buffer = unsafe UnsafeRawBufferPointer(start: base, count: count)
        return try unsafe body(Span(_unsafeBytes: buffer))
    }
}

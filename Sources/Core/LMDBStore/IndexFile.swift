import Glibc
import PosixSupport

/// An index for reading: an LMDB file that `postmap`, of Postfix or of ours, has made.
///
/// Reading needs no lock, no lock file and no write permission, and once the file is open a lookup makes no system
/// call. The file is never trusted: any damage is an `IndexError.damaged`. Two programs may share the file; when a
/// writer changes it in place (Postfix's does, ours replace the file), a lookup sees the state before or after.
public final class IndexFile: Sendable {
    private let file: MappedFile
    private let pageSize: Int
    private let pageCount: UInt64
    /// Which file was opened.
    public let status: FileStatus

    /// A lookup that a writer overtakes this often in a row gives up.
    private static let retries = 1000

    /// - Throws: `IndexError.system` when the file cannot be opened or mapped, `.foreign` or `.damaged` when it is
    ///   no sound LMDB file.
    public init(opening path: String) throws(IndexError) {
        do throws(SystemError) {
            let descriptor = try FileDescriptor(opening: path)
            status = try descriptor.status()
            guard status.isRegularFile else { throw SystemError("map", path, code: EINVAL) }
            file = try MappedFile(descriptor, access: .random)
        } catch {
            throw .system(error)
        }
        (pageSize, pageCount) = try MetaPages.check(file)
        let snapshot = try snapshot()
        guard snapshot.lastPage < pageCount else {
            throw .damaged(
                path: path, reason: "\(snapshot.lastPage + 1) pages were written and \(pageCount) are left")
        }
    }

    public var path: String { file.path }

    /// How many rows the index has.
    public var count: Int {
        get throws(IndexError) { Int(clamping: try snapshot().entries) }
    }

    /// Calls `body` with the value stored under exactly `key`, valid during the call; `nil` when there is none.
    public func value<Result>(
        for key: Span<UInt8>, _ body: (Span<UInt8>) -> Result
    ) throws(IndexError) -> Result? {
        for _ in 0..<Self.retries {
            let outcome: Outcome<Result> = file.withBytes { bytes in
                unsafe bytes.withUnsafeBytes { buffer in
                    unsafe key.withUnsafeBytes { key in unsafe find(key, in: buffer, body) }
                }
            }
            switch outcome {
            case .answer(let result): return result
            case .fault(let fault): throw .damaged(path: path, reason: fault.reason)
            case .overtaken: continue
            }
        }
        throw .damaged(path: path, reason: "another program keeps changing it")
    }

    /// Calls `body` with each row in key order until it returns false.
    public func forEachRow(_ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool) throws(IndexError) {
        do throws(PageFault) {
            try file.withBytes { (bytes) throws(PageFault) in
                try unsafe bytes.withUnsafeBytes { (buffer) throws(PageFault) in
                    guard let view = unsafe view(of: buffer) else { return }
                    let snapshot = try view.newestSnapshot()
                    guard let root = snapshot.root else { return }
                    var walk = unsafe TreeWalk(view: view, bytes: buffer, budget: pageCount)
                    _ = try walk.visit(root, depth: snapshot.depth, body)
                }
            }
        } catch {
            throw .damaged(path: path, reason: error.reason)
        }
    }

    private enum Outcome<Result> {
        case answer(Result?)
        case overtaken
        case fault(PageFault)
    }

    @inline(__always)
    private func view(of buffer: UnsafeRawBufferPointer) -> PageView? {
        guard let base = buffer.baseAddress else { return nil }
        return unsafe PageView(base: base, pageSize: pageSize, pageCount: pageCount)
    }

    @inline(__always)
    private func find<Result>(
        _ key: UnsafeRawBufferPointer, in buffer: UnsafeRawBufferPointer, _ body: (Span<UInt8>) -> Result
    ) -> Outcome<Result> {
        guard let view = unsafe view(of: buffer) else { return .answer(nil) }
        do throws(PageFault) {
            let snapshot = try view.newestSnapshot()
            guard let root = snapshot.root, key.count > 0 else { return .answer(nil) }
            do throws(PageFault) {
                let found = try unsafe view.search(key, root: root, depth: snapshot.depth)
                let result = found.map { range in
                    unsafe body(Span(_unsafeBytes: UnsafeRawBufferPointer(rebasing: buffer[range])))
                }
                return view.isCurrent(snapshot) ? .answer(result) : .overtaken
            } catch {
                return view.isCurrent(snapshot) ? .fault(error) : .overtaken
            }
        } catch {
            return .fault(error)
        }
    }

    private func snapshot() throws(IndexError) -> IndexSnapshot {
        do throws(PageFault) {
            return try file.withBytes { (bytes) throws(PageFault) in
                try unsafe bytes.withUnsafeBytes { (buffer) throws(PageFault) in
                    guard let view = unsafe view(of: buffer) else { throw PageFault("it is empty") }
                    return try view.newestSnapshot()
                }
            }
        } catch {
            throw .damaged(path: path, reason: error.reason)
        }
    }
}

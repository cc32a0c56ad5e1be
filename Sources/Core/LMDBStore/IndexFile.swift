import Glibc
import PosixSupport

/// An index for reading: an LMDB file that `postmap`, of Postfix or of ours, has made.
///
/// Reading needs no lock, no lock file and no write permission, and once the file is open a lookup makes no system
/// call. The file is never trusted: any damage is an `IndexError.damaged`. Two programs may share the file; when a
/// writer changes it in place (Postfix's does, ours replace the file), a lookup sees the state before or after.
public final class IndexFile: Sendable {
    private let file: MappedFile
    // SAFETY: points into the mapping that `file` owns, which lives as long as this object.
    private let view: PageView
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
            guard status.isRegularFile else { throw SystemError("open", path, code: EISDIR) }
            file = try MappedFile(descriptor, access: .random)
        } catch {
            throw .system(error)
        }
        view = try MetaPages.check(file)
        let lastPage = try snapshot().lastPage
        guard lastPage < view.pageCount else {
            throw .damaged(
                path: path, reason: "page \(lastPage) was written and \(view.pageCount) pages are left")
        }
    }

    public var path: String { file.path }

    /// The file, mapped.
    var mapping: MappedFile { file }

    /// How many rows the index has.
    public var count: Int {
        get throws(IndexError) { Int(clamping: try snapshot().entries) }
    }

    /// How keys and values are stored.
    public enum StoredForm: Sendable {
        /// With a NUL byte after each, as Postfix stores them by default.
        case terminated
        case plain
        /// In one way or the other; in both, the one with a NUL byte counts.
        case either
    }

    /// Appends the value of `key` to `result`, without the NUL byte that may end it in the file.
    ///
    /// Nothing is allocated but what `result` needs to grow.
    ///
    /// - Parameter form: how the key is stored.
    /// - Returns: whether the key is there.
    public func appendValue(
        for key: Span<UInt8>, storedAs form: StoredForm, to result: inout [UInt8]
    ) throws(IndexError) -> Bool {
        guard key.count > 0, key.count <= IndexLayout.maximumKeySize else { return false }
        let outcome = unsafe withUnsafeTemporaryAllocation(byteCount: key.count + 1, alignment: 8) {
            stored -> Outcome in
            unsafe key.withUnsafeBytes { unsafe stored.copyMemory(from: $0) }
            unsafe stored[key.count] = 0
            return appendValue(
                for: unsafe SearchKeys(UnsafeRawBufferPointer(stored), storedAs: form), to: &result)
        }
        switch outcome {
        case .found: return true
        case .absent: return false
        case .fault(let fault): throw .damaged(path: path, reason: fault.reason)
        case .overtaken: throw .damaged(path: path, reason: "another program keeps changing it")
        }
    }

    /// Calls `body` with each row in key order until it returns false.
    public func forEachRow(_ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool) throws(IndexError) {
        do throws(PageFault) {
            try unsafe withView { (view, file) throws(PageFault) in
                let snapshot = try view.newestSnapshot()
                guard let root = snapshot.root else { return }
                var walk = unsafe TreeWalk(view: view, bytes: file, budget: view.pageCount)
                _ = try walk.visit(root, depth: snapshot.depth, body)
            }
        } catch {
            throw .damaged(path: path, reason: error.reason)
        }
    }

    private enum Outcome {
        case found, absent, overtaken
        case fault(PageFault)
    }

    private func appendValue(for key: SearchKeys, to result: inout [UInt8]) -> Outcome {
        let size = result.count
        return unsafe withView { view, file in
            for _ in 0..<Self.retries {
                let outcome = unsafe appendOnce(key, view, file, &result)
                guard case .overtaken = outcome else { return outcome }
                result.removeLast(result.count - size)
            }
            return .overtaken
        }
    }

    /// One look at the newest state.
    @inline(__always)
    private func appendOnce(
        _ key: SearchKeys, _ view: PageView, _ file: UnsafeRawBufferPointer, _ result: inout [UInt8]
    ) -> Outcome {
        do throws(PageFault) {
            let snapshot = try view.newestSnapshot()
            guard let root = snapshot.root else { return .absent }
            do throws(PageFault) {
                let found = try key.search(view, root: root, depth: snapshot.depth)
                if let found {
                    let range = unsafe Self.unterminated(found, in: file)
                    unsafe result.append(contentsOf: UnsafeRawBufferPointer(rebasing: file[range]))
                }
                guard view.isCurrent(snapshot) else { return .overtaken }
                return found == nil ? .absent : .found
            } catch {
                return view.isCurrent(snapshot) ? .fault(error) : .overtaken
            }
        } catch {
            return .fault(error)
        }
    }

    /// A value without the NUL byte that may end it.
    @inline(__always)
    static func unterminated(_ range: Range<Int>, in file: UnsafeRawBufferPointer) -> Range<Int> {
        let isTerminated = unsafe !range.isEmpty && file[range.upperBound &- 1] == 0
        return range.lowerBound..<range.upperBound &- (isTerminated ? 1 : 0)
    }

    /// Calls `body` with the pages and with all bytes of the file.
    @inline(__always)
    func withView<Result, Failure: Error>(
        _ body: (PageView, UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try file.withBytes { (bytes) throws(Failure) in
            try unsafe bytes.withUnsafeBytes { (file) throws(Failure) in try unsafe body(view, file) }
        }
    }

    private func snapshot() throws(IndexError) -> IndexSnapshot {
        do throws(PageFault) { return try view.newestSnapshot() } catch {
            throw .damaged(path: path, reason: error.reason)
        }
    }
}

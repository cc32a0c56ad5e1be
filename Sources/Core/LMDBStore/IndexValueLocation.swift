import PosixSupport

extension IndexFile {
    /// Where in the file the value of a key is, for a value that is used in place as long as the file is open.
    ///
    /// Only for files that nobody changes in place, which is true of all that is written here.
    ///
    /// - Parameter key: as it is stored.
    public func location(of key: Span<UInt8>) throws(IndexError) -> (file: MappedFile, range: Range<Int>)? {
        do throws(PageFault) {
            let found = try unsafe withView { (view, _) throws(PageFault) -> Range<Int>? in
                try unsafe key.withUnsafeBytes { (bytes) throws(PageFault) -> Range<Int>? in
                    let snapshot = try view.newestSnapshot()
                    guard let root = snapshot.root, let key = unsafe SearchKey(bytes) else { return nil }
                    return try view.search(key, root: root, depth: snapshot.depth)
                }
            }
            return found.map { (mapping, $0) }
        } catch {
            throw .damaged(path: path, reason: error.reason)
        }
    }
}

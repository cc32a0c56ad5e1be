/// A key in the forms that it may be stored in.
// SAFETY: made and used while the bytes of the key are borrowed, inside one lookup.
@safe struct SearchKeys {
    /// What to look for; `nil` for a key that no index has.
    let first: SearchKey?
    /// The key without a NUL byte, where it counts when the one with it is not there.
    let second: SearchKey?

    /// - Parameter bytes: the key and a NUL byte.
    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, storedAs form: IndexFile.StoredForm) {
        let size = bytes.count &- 1
        guard size > 0, size <= IndexLayout.maximumKeySize else {
            (first, second) = (nil, nil)
            return
        }
        let plain =
            unsafe form == .terminated ? nil : SearchKey(UnsafeRawBufferPointer(rebasing: bytes[..<size]))
        guard form != .plain, size < IndexLayout.maximumKeySize else {
            (first, second) = (plain, nil)
            return
        }
        first = unsafe SearchKey(bytes)
        second = plain
    }

    /// Where the value is in the file, or `nil`.
    @inline(__always)
    func search(_ view: PageView, root: UInt64, depth: Int) throws(PageFault) -> Range<Int>? {
        guard let first else { return nil }
        guard let second else { return try view.search(first, root: root, depth: depth) }
        return try view.search(first, orPlain: second, root: root, depth: depth)
    }
}

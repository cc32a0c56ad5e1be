/// Something on a page that a sound index never has.
struct PageFault: Error, Equatable {
    var reason: String
    init(_ reason: String) { self.reason = reason }
}

/// Checked access to the pages of a mapped index: every number that comes from the file is compared with the
/// bounds before it is used, so that a damaged file gives a `PageFault` and never a wrong access.
// SAFETY: made for a mapping by the `IndexFile` that owns it, and used while that is alive; every load is preceded by a
// check against `pageCount * pageSize`, which is at most the mapping's length; nothing is written.
@safe struct PageView: @unchecked Sendable {
    let base: UnsafeRawPointer
    let pageSize: Int
    let pageCount: UInt64

    @inline(__always)
    func load16(_ offset: Int) -> UInt16 {
        unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
    }
    @inline(__always)
    func load32(_ offset: Int) -> UInt32 {
        unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    }
    @inline(__always)
    func load64(_ offset: Int) -> UInt64 {
        unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// A branch or leaf page whose header is sound.
    @inline(__always)
    func treePage(_ number: UInt64) throws(PageFault) -> TreePage {
        guard number < pageCount, number > 1 else { throw PageFault("page \(number) lies outside the file") }
        let start = Int(number) &* pageSize
        guard load64(start) == number else { throw PageFault("page \(number) carries another number") }
        let flags = load16(start &+ IndexLayout.pageFlagsOffset) & IndexLayout.kindMask
        guard flags == IndexLayout.leafFlag || flags == IndexLayout.branchFlag else {
            throw PageFault("page \(number) is neither branch nor leaf")
        }
        let lower = Int(load16(start &+ IndexLayout.pageLowerOffset))
        guard lower > IndexLayout.pageHeaderSize, lower <= pageSize else {
            throw PageFault("page \(number) has an impossible number of entries")
        }
        return TreePage(
            start: start, count: (lower &- IndexLayout.pageHeaderSize) >> 1,
            isLeaf: flags == IndexLayout.leafFlag)
    }

    /// Node `index` of `page`, its header and key inside the page.
    @inline(__always)
    func node(_ index: Int, of page: TreePage) throws(PageFault) -> Node {
        let offset = Int(load16(page.start &+ IndexLayout.pageHeaderSize &+ index &* 2))
        guard offset >= IndexLayout.pageHeaderSize, offset &+ IndexLayout.nodeHeaderSize <= pageSize else {
            throw PageFault("an entry points outside its page")
        }
        let keySize = Int(load16(page.start &+ offset &+ IndexLayout.nodeKeySizeOffset))
        guard offset &+ IndexLayout.nodeHeaderSize &+ keySize <= pageSize else {
            throw PageFault("a key reaches past its page")
        }
        return Node(start: page.start &+ offset, keySize: keySize, room: pageSize &- offset)
    }

    /// The page below a branch node.
    @inline(__always)
    func child(of node: Node) -> UInt64 {
        let low = UInt64(load16(node.start))
        let middle = UInt64(load16(node.start &+ 2))
        let high = UInt64(load16(node.start &+ IndexLayout.nodeFlagsOffset))
        return low | middle << 16 | high << 32
    }

    /// Where the value of a leaf node is in the file.
    @inline(__always)
    func value(of node: Node) throws(PageFault) -> Range<Int> {
        let flags = load16(node.start &+ IndexLayout.nodeFlagsOffset)
        guard flags & ~IndexLayout.knownNodeFlags == 0 else {
            throw PageFault("an entry is of a kind that lookup tables do not have")
        }
        let size = Int(load16(node.start)) | Int(load16(node.start &+ 2)) << 16
        let start = node.start &+ IndexLayout.nodeHeaderSize &+ node.keySize
        let inline = IndexLayout.nodeHeaderSize &+ node.keySize
        if flags & IndexLayout.bigDataFlag == 0 {
            guard inline &+ size <= node.room else { throw PageFault("a value reaches past its page") }
            return start..<start &+ size
        }
        guard inline &+ 8 <= node.room else { throw PageFault("a value reaches past its page") }
        return try overflowValue(page: load64(start), size: size)
    }

    private func overflowValue(page: UInt64, size: Int) throws(PageFault) -> Range<Int> {
        let bytes = pageSize
        guard page > 1, page < pageCount else { throw PageFault("page \(page) lies outside the file") }
        let start = Int(page) &* bytes
        let flags = load16(start &+ IndexLayout.pageFlagsOffset) & IndexLayout.kindMask
        let pages = UInt64(load32(start &+ IndexLayout.overflowCountOffset))
        guard load64(start) == page, flags == IndexLayout.overflowFlag else {
            throw PageFault("page \(page) holds no long value")
        }
        guard pages <= pageCount &- page, IndexLayout.pageHeaderSize &+ size <= Int(pages) &* bytes else {
            throw PageFault("a long value reaches past its pages")
        }
        return start &+ IndexLayout.pageHeaderSize..<start &+ IndexLayout.pageHeaderSize &+ size
    }
}

/// A branch or leaf page: its offset in the file and its number of nodes, which is at least one.
struct TreePage {
    var start: Int
    var count: Int
    var isLeaf: Bool
}

/// A node: its offset in the file, the size of its key, and the bytes from it to the end of its page.
struct Node {
    var start: Int
    var keySize: Int
    var room: Int

    var keyRange: Range<Int> {
        start + IndexLayout.nodeHeaderSize..<start + IndexLayout.nodeHeaderSize + keySize
    }
}

import Glibc
import PosixSupport

/// Writes a new index from rows in key order, so that its pages are full and written once, from the first to the last.
///
/// The pages are those that liblmdb makes of the same rows in append mode; writing them with `write` saves what a
/// writable memory map costs: a page fault and the zeroing of each page.
public struct IndexWriter: ~Copyable {
    private let file: ReplacementFile
    private let pageSize: Int
    private var leaf: PageBuffer
    private var firstKey: [UInt8] = []
    private var levels: [BranchLevel] = []
    /// Pages that are finished and not written, the first one at `chunkStart` bytes of the file.
    private var chunk: [UInt8] = []
    private var chunkStart: Int
    private var counts = Counts()

    private struct Counts {
        var branch: UInt64 = 0
        var leaf: UInt64 = 0
        var overflow: UInt64 = 0
        var rows: UInt64 = 0
    }

    /// Bytes that are written at a time.
    private static let chunkSize = 1 << 20

    /// Begins an index in an empty file.
    public init(_ file: consuming ReplacementFile) {
        self.file = file
        pageSize = max(4096, sysconf(Int32(_SC_PAGESIZE)))
        leaf = PageBuffer(size: pageSize, flags: IndexLayout.leafFlag)
        chunkStart = 2 * pageSize
        chunk.reserveCapacity(Self.chunkSize + pageSize)
    }

    /// Adds a row, whose key sorts after all others and has 511 bytes at most.
    ///
    /// - Parameter terminated: whether a NUL byte follows the key and the value in the file.
    // SAFETY: key and value are read during the call.
    @inline(__always)
    public mutating func append(
        key: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer, terminated: Bool
    ) throws(IndexError) {
        let extra = terminated ? 1 : 0
        let valueSize = value.count &+ extra
        var size = IndexLayout.nodeHeaderSize &+ key.count &+ extra &+ valueSize
        // As in liblmdb, two nodes fit on a page at least.
        let isLong = size > (pageSize &- IndexLayout.pageHeaderSize) / 2 & ~1 &- 2
        if isLong { size = IndexLayout.nodeHeaderSize &+ key.count &+ extra &+ 8 }
        if !leaf.hasRoom(forNode: size) { try finishLeaf() }
        if leaf.isEmpty { firstKey = unsafe Array(key) + (terminated ? [0] : []) }
        counts.rows &+= 1
        var head = UInt64(truncatingIfNeeded: valueSize) & 0xFFFF_FFFF
        if isLong {
            head |= UInt64(IndexLayout.bigDataFlag) << 32
            let page = try unsafe writeOverflow(value, extra: extra)
            unsafe leaf.add(size: size, head: head, key: key, extra: extra) { rest in
                unsafe rest.storeBytes(of: page, as: UInt64.self)
            }
        } else {
            unsafe leaf.add(size: size, head: head, key: key, extra: extra) { rest in
                unsafe rest.copyMemory(from: value)
                if extra == 1 { unsafe rest[value.count] = 0 }
            }
        }
    }

    /// Finishes the index and gives it its name.
    ///
    /// - Returns: how many bytes the file has.
    public consuming func publish(
        durability: ReplacementFile.Durability = .full
    ) throws(IndexError) -> Int {
        let (root, depth) = try finishTree()
        try flush()
        let size = chunkStart
        let metaPages = metaPages(root: root, depth: depth, size: size)
        do throws(SystemError) {
            try file.write(metaPages.span, at: 0)
            try file.publish(size: size, durability: durability)
        } catch {
            throw .system(error)
        }
        return size
    }

    private var nextPage: UInt64 { UInt64((chunkStart + chunk.count) / pageSize) }

    private mutating func finishLeaf() throws(IndexError) {
        let number = nextPage
        leaf.finish(number: number)
        chunk.append(contentsOf: leaf.bytes)
        leaf.removeAll()
        counts.leaf &+= 1
        if chunk.count >= Self.chunkSize { try flush() }
        try add(BranchLevel.Child(key: firstKey, page: number), level: 0)
    }

    private mutating func add(_ child: BranchLevel.Child, level: Int) throws(IndexError) {
        if level == levels.count { levels.append(BranchLevel(pageSize: pageSize)) }
        guard let full = levels[level].add(child) else { return }
        try add(try writeBranch(full), level: level + 1)
    }

    /// The first node of a branch page has no key: it stands for all that sorts before the second.
    private mutating func writeBranch(_ children: [BranchLevel.Child]) throws(IndexError) -> BranchLevel.Child
    {
        let number = nextPage
        var page = PageBuffer(size: pageSize, flags: IndexLayout.branchFlag)
        for (index, child) in children.enumerated() {
            let key = index == 0 ? [] : child.key
            unsafe key.span.withUnsafeBytes { key in
                unsafe page.add(
                    size: IndexLayout.nodeHeaderSize + key.count, head: child.page, key: key, extra: 0
                ) { _ in }
            }
        }
        page.finish(number: number)
        chunk.append(contentsOf: page.bytes)
        counts.branch += 1
        return BranchLevel.Child(key: children.first?.key ?? [], page: number)
    }

    private mutating func writeOverflow(
        _ value: UnsafeRawBufferPointer, extra: Int
    ) throws(IndexError) -> UInt64 {
        let number = nextPage
        let pages = (IndexLayout.pageHeaderSize - 1 + value.count + extra) / pageSize + 1
        var header = [UInt8](repeating: 0, count: IndexLayout.pageHeaderSize)
        store(number, at: 0, size: 8, in: &header)
        store(UInt64(IndexLayout.overflowFlag), at: IndexLayout.pageFlagsOffset, size: 2, in: &header)
        store(UInt64(pages), at: IndexLayout.overflowCountOffset, size: 4, in: &header)
        chunk.append(contentsOf: header)
        unsafe chunk.append(contentsOf: value)
        let rest = pages * pageSize - IndexLayout.pageHeaderSize - value.count
        chunk.append(contentsOf: repeatElement(0, count: rest))
        counts.overflow += UInt64(pages)
        if chunk.count >= Self.chunkSize { try flush() }
        return number
    }

    /// Writes what is open on each level; the root is the one page of the highest level.
    private mutating func finishTree() throws(IndexError) -> (root: UInt64, depth: Int) {
        guard counts.rows > 0 else { return (IndexLayout.noPage, 0) }
        if !leaf.isEmpty { try finishLeaf() }
        var level = 0
        while true {
            let children = levels[level].children
            if children.count == 1, !levels[level].hasPages { return (children[0].page, level + 1) }
            let page = try writeBranch(children)
            if !levels[level].hasPages { return (page.page, level + 2) }
            try add(page, level: level + 1)
            level += 1
        }
    }

    private mutating func flush() throws(IndexError) {
        do throws(SystemError) { try file.write(chunk.span, at: chunkStart) } catch { throw .system(error) }
        chunkStart += chunk.count
        chunk.removeAll(keepingCapacity: true)
    }

    /// Both meta pages: the first one describes an empty database, the second the state after one transaction.
    private func metaPages(root: UInt64, depth: Int, size: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 2 * pageSize)
        for number in 0...1 {
            let isNewest = number == 1
            let meta = number * pageSize
            func put(_ value: UInt64, _ offset: Int, _ size: Int) {
                store(value, at: meta + offset, size: size, in: &bytes)
            }
            put(UInt64(number), 0, 8)
            put(UInt64(IndexLayout.metaFlag), IndexLayout.pageFlagsOffset, 2)
            put(UInt64(IndexLayout.magic), IndexLayout.magicOffset, 4)
            put(UInt64(IndexLayout.version), IndexLayout.versionOffset, 4)
            put(UInt64(size), IndexLayout.mapSizeOffset, 8)
            let free = IndexLayout.freeDatabaseOffset
            put(UInt64(pageSize), free + IndexLayout.databasePageSize, 4)
            put(UInt64(IndexLayout.freeDatabaseFlagsValue), free + IndexLayout.databaseFlags, 2)
            put(IndexLayout.noPage, free + IndexLayout.databaseRoot, 8)
            let main = IndexLayout.mainDatabaseOffset
            put(isNewest ? root : IndexLayout.noPage, main + IndexLayout.databaseRoot, 8)
            put(isNewest ? UInt64(size / pageSize - 1) : 1, IndexLayout.lastPageOffset, 8)
            put(UInt64(number), IndexLayout.transactionOffset, 8)
            guard isNewest else { continue }
            put(UInt64(depth), main + IndexLayout.databaseDepth, 2)
            put(counts.branch, main + IndexLayout.databaseBranchPages, 8)
            put(counts.leaf, main + IndexLayout.databaseLeafPages, 8)
            put(counts.overflow, main + IndexLayout.databaseOverflowPages, 8)
            put(counts.rows, main + IndexLayout.databaseEntries, 8)
        }
        return bytes
    }

    private func store(_ value: UInt64, at offset: Int, size: Int, in bytes: inout [UInt8]) {
        for index in 0..<size { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
    }
}

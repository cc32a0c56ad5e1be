import Glibc

/// An upper bound of the size of an index, found by filling pages as the database does when rows are appended.
public struct IndexSizeEstimate: Sendable {
    private let pageSize: Int
    private var room = 0
    private var leafPages = 0
    private var overflowPages = 0
    private var branchBytes = 0

    public init() { pageSize = max(512, sysconf(Int32(_SC_PAGESIZE))) }

    /// Counts a row, sizes in bytes as stored.
    @inline(__always)
    public mutating func add(keySize: Int, valueSize: Int) {
        var node = IndexLayout.nodeHeaderSize &+ keySize &+ valueSize
        if node > (pageSize &- IndexLayout.pageHeaderSize) / 2 &- 2 {
            overflowPages += (IndexLayout.pageHeaderSize + valueSize + pageSize - 1) / pageSize
            node = IndexLayout.nodeHeaderSize &+ keySize &+ 8
        }
        node = (node &+ 1) & ~1 &+ 2
        if node > room {
            leafPages &+= 1
            room = pageSize &- IndexLayout.pageHeaderSize
            branchBytes &+= IndexLayout.nodeHeaderSize &+ keySize &+ 3
        }
        room &-= node
    }

    /// Bytes, a multiple of the page size.
    public var bytes: Int {
        let usable = pageSize - IndexLayout.pageHeaderSize - IndexLayout.maximumKeySize - 16
        let branchPages = branchBytes / usable * 5 / 4 + 40
        return (leafPages + overflowPages + branchPages) * pageSize
    }
}

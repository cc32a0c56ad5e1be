/// The branch page that is open on one level of a tree that grows to the right.
struct BranchLevel {
    /// A page and the key that its first row has.
    struct Child {
        var key: [UInt8]
        var page: UInt64
    }

    private(set) var children: [Child] = []
    /// Whether a page of this level was written already.
    private(set) var hasPages = false
    private var room: Int
    private let pageSize: Int

    init(pageSize: Int) {
        self.pageSize = pageSize
        room = pageSize - IndexLayout.pageHeaderSize
    }

    /// Takes a child; gives the children of a page that is full.
    ///
    /// The last child stays for the next page, because the database wants two on each.
    mutating func add(_ child: Child) -> [Child]? {
        let size = Self.size(child)
        if size <= room {
            children.append(child)
            room -= size
            return nil
        }
        let last = children.removeLast()
        defer {
            children = [last, child]
            room = pageSize - IndexLayout.pageHeaderSize - Self.size(last) - size
            hasPages = true
        }
        return children
    }

    private static func size(_ child: Child) -> Int {
        (IndexLayout.nodeHeaderSize + child.key.count + 1) & ~1 + 2
    }
}

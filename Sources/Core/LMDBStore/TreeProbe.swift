import CPosix

/// The search for one key, cut into steps that each end with asking for the memory that the next one reads, so that
/// many searches, each a step at a time, wait for memory together.
struct TreeProbe {
    private enum State {
        case entering(UInt64)
        case searching(TreePage, low: Int, high: Int)
        case finished(Range<Int>?)
        /// The plain key may be on another leaf.
        case undecided
    }

    private let keys: SearchKeys
    private var state: State
    private var depthLeft: Int

    /// - Parameters:
    ///   - root: the page to begin at; `nil` for an empty index.
    init(_ keys: SearchKeys, root: UInt64?, depth: Int) {
        self.keys = keys
        depthLeft = depth
        state = if keys.first != nil, let root { .entering(root) } else { .finished(nil) }
    }

    /// Where the value is in the file, once the search is over.
    func result(_ view: PageView, root: UInt64?, depth: Int) throws(PageFault) -> Range<Int>? {
        if case .finished(let range) = state { return range }
        guard let root else { return nil }
        return try keys.search(view, root: root, depth: depth)
    }

    /// Does the next step; false when there is none.
    @inline(__always)
    mutating func step(_ view: PageView) throws(PageFault) -> Bool {
        switch state {
        case .finished, .undecided: return false
        case .entering(let number):
            guard depthLeft > 0 else { throw PageFault("its tree is deeper than it says") }
            depthLeft &-= 1
            let page = try view.treePage(number)
            search(page, page.isLeaf ? 0 : 1, page.count, view)
        case .searching(let page, let low, let high) where low < high:
            let middle = (low &+ high) >> 1
            let node = try view.node(middle, of: page)
            let order = keys.first?.compare(node, in: view) ?? 0
            if order > 0 {
                search(page, middle &+ 1, high, view)
            } else if order < 0 {
                search(page, low, middle, view)
            } else if page.isLeaf {
                state = .finished(try view.value(of: node))
            } else {
                state = .searching(page, low: middle &+ 1, high: middle &+ 1)
            }
        case .searching(let page, let low, _):
            if page.isLeaf {
                state = try missed(low, page, view)
            } else {
                let child = view.child(of: try view.node(low &- 1, of: page))
                state = .entering(child)
                view.prefetchPage(child)
            }
        }
        return true
    }

    /// The first form of the key is not on its leaf.
    @inline(__always)
    private func missed(_ index: Int, _ page: TreePage, _ view: PageView) throws(PageFault) -> State {
        guard let second = keys.second else { return .finished(nil) }
        guard index > 0 else { return .undecided }
        return .finished(try view.value(of: second, before: index, in: page))
    }

    @inline(__always)
    private mutating func search(_ page: TreePage, _ low: Int, _ high: Int, _ view: PageView) {
        state = .searching(page, low: low, high: high)
        if low < high { view.prefetchNode((low &+ high) >> 1, of: page) }
    }
}

extension PageView {
    /// Asks for the beginning of a page: its header and most of its list of nodes.
    @inline(__always)
    func prefetchPage(_ number: UInt64) {
        guard number < pageCount else { return }
        let start = unsafe base + Int(number) &* pageSize
        unsafe postroom_prefetch(start)
        unsafe postroom_prefetch(start + 64)
    }

    @inline(__always)
    func prefetchNode(_ index: Int, of page: TreePage) {
        let offset = Int(load16(page.start &+ IndexLayout.pageHeaderSize &+ index &* 2))
        guard offset < pageSize else { return }
        unsafe postroom_prefetch(base + (page.start &+ offset))
        unsafe postroom_prefetch(base + (page.start &+ offset &+ 32))
    }
}

extension PageView {
    /// Where the value of `key` is in the file, or `nil`.
    @inline(__always)
    func search(_ key: SearchKey, root: UInt64, depth: Int) throws(PageFault) -> Range<Int>? {
        var page = try treePage(root)
        for _ in 0..<depth {
            if page.isLeaf { return try searchLeaf(key, page) }
            let node = try node(searchBranch(key, page), of: page)
            page = try treePage(child(of: node))
        }
        throw PageFault("its tree is deeper than it says")
    }

    @inline(__always)
    private func searchLeaf(_ key: SearchKey, _ page: TreePage) throws(PageFault) -> Range<Int>? {
        var low = 0
        var high = page.count
        while low < high {
            let middle = (low &+ high) >> 1
            let node = try node(middle, of: page)
            let order = key.compare(node, in: self)
            if order == 0 { return try value(of: node) }
            if order > 0 { low = middle &+ 1 } else { high = middle }
        }
        return nil
    }

    /// The last node whose key is not after `key`; the first node has no key and stands for "before all others".
    @inline(__always)
    private func searchBranch(_ key: SearchKey, _ page: TreePage) throws(PageFault) -> Int {
        var low = 1
        var high = page.count
        while low < high {
            let middle = (low &+ high) >> 1
            let order = try key.compare(node(middle, of: page), in: self)
            if order == 0 { return middle }
            if order > 0 { low = middle &+ 1 } else { high = middle }
        }
        return low &- 1
    }
}

/// Visits all rows of a tree in key order, and no more pages than the file has, so that a damaged tree with a cycle
/// ends too.
@safe struct TreeWalk {
    let view: PageView
    let bytes: UnsafeRawBufferPointer
    var budget: UInt64

    /// False when `body` wants no more rows.
    mutating func visit(
        _ number: UInt64, depth: Int, _ body: (Span<UInt8>, Span<UInt8>) -> Bool
    ) throws(PageFault) -> Bool {
        guard depth > 0 else { throw PageFault("its tree is deeper than it says") }
        guard budget > 0 else { throw PageFault("its tree is larger than the file") }
        budget -= 1
        let page = try view.treePage(number)
        for index in 0..<page.count {
            let node = try view.node(index, of: page)
            if page.isLeaf {
                let value = try view.value(of: node)
                let key = unsafe Span<UInt8>(
                    _unsafeBytes: UnsafeRawBufferPointer(rebasing: bytes[node.keyRange]))
                let stored = unsafe Span<UInt8>(_unsafeBytes: UnsafeRawBufferPointer(rebasing: bytes[value]))
                guard body(key, stored) else { return false }
            } else {
                guard try visit(view.child(of: node), depth: depth - 1, body) else { return false }
            }
        }
        return true
    }
}

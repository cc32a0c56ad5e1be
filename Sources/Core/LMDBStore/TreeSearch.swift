extension PageView {
    /// Where the value of `key` is in the file, or `nil`.
    @inline(__always)
    func search(_ key: SearchKey, root: UInt64, depth: Int) throws(PageFault) -> Range<Int>? {
        let page = try leaf(for: key, root, depth)
        let place = try place(of: key, in: page)
        return place.isFound ? try value(of: node(place.index, of: page)) : nil
    }

    /// The same for a key that may be stored with a NUL byte after it or without. No key sorts between the two, so that the
    /// plain one, where it is, stands right before the place of the other.
    @inline(__always)
    func search(
        _ key: SearchKey, orPlain plain: SearchKey, root: UInt64, depth: Int
    ) throws(PageFault) -> Range<Int>? {
        let page = try leaf(for: key, root, depth)
        let place = try place(of: key, in: page)
        if place.isFound { return try value(of: node(place.index, of: page)) }
        // It would be on another leaf.
        guard place.index > 0 else { return try search(plain, root: root, depth: depth) }
        return try value(of: plain, before: place.index, in: page)
    }

    /// Where the value of `key` is if that is the key before an index.
    @inline(__always)
    func value(of key: SearchKey, before index: Int, in page: TreePage) throws(PageFault) -> Range<Int>? {
        let node = try node(index &- 1, of: page)
        return key.compare(node, in: self) == 0 ? try value(of: node) : nil
    }

    @inline(__always)
    private func leaf(for key: SearchKey, _ root: UInt64, _ depth: Int) throws(PageFault) -> TreePage {
        var page = try treePage(root)
        for _ in 0..<depth {
            if page.isLeaf { return page }
            let node = try node(searchBranch(key, page), of: page)
            page = try treePage(child(of: node))
        }
        throw PageFault("its tree is deeper than it says")
    }

    /// Where a key is on a leaf, or would be.
    @inline(__always)
    private func place(of key: SearchKey, in page: TreePage) throws(PageFault) -> (index: Int, isFound: Bool)
    {
        var low = 0
        var high = page.count
        while low < high {
            let middle = (low &+ high) >> 1
            let order = try key.compare(node(middle, of: page), in: self)
            if order == 0 { return (middle, true) }
            if order > 0 { low = middle &+ 1 } else { high = middle }
        }
        return (low, false)
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

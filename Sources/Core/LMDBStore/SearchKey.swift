import Glibc

/// A key that is looked for, with its first eight bytes as a number, which settles most comparisons.
// SAFETY: made and used while the bytes of the key are borrowed, inside one lookup.
@safe struct SearchKey {
    private let base: UnsafeRawPointer
    private let count: Int
    /// The first eight bytes, most significant first; zero when there are fewer.
    private let prefix: UInt64

    /// `nil` for no bytes.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return nil }
        unsafe self.base = base
        count = bytes.count
        prefix = count < 8 ? 0 : unsafe UInt64(bigEndian: base.loadUnaligned(as: UInt64.self))
    }

    /// Negative, zero or positive as the key sorts before, with or after the node's: bytes first, then length.
    @inline(__always)
    func compare(_ node: Node, in view: PageView) -> Int {
        let stored = unsafe view.base + (node.start &+ IndexLayout.nodeHeaderSize)
        var first = 0
        if node.keySize >= 8, count >= 8 {
            let other = unsafe UInt64(bigEndian: stored.loadUnaligned(as: UInt64.self))
            if prefix != other { return prefix < other ? -1 : 1 }
            first = 8
        }
        let order = unsafe memcmp(base + first, stored + first, min(count, node.keySize) &- first)
        return order != 0 ? Int(order) : count &- node.keySize
    }
}

/// A page that is being filled: a list of node offsets grows from its front, the nodes grow from its end.
struct PageBuffer {
    private(set) var bytes: [UInt8]
    private var lower = IndexLayout.pageHeaderSize
    private var upper: Int
    private let flags: UInt16

    init(size: Int, flags: UInt16) {
        bytes = Array(repeating: 0, count: size)
        upper = size
        self.flags = flags
    }

    var isEmpty: Bool { lower == IndexLayout.pageHeaderSize }

    /// Whether a node of `size` bytes fits beside those that are here.
    @inline(__always)
    func hasRoom(forNode size: Int) -> Bool { upper &- lower >= (size &+ 1) & ~1 &+ 2 }

    /// Adds a node; there must be room for it.
    ///
    /// - Parameters:
    ///   - head: the first six bytes of the node: the size of its value and flags, or the number of a page.
    ///   - extra: how many zero bytes follow the key and count as part of it.
    ///   - body: fills the node after its key.
    // SAFETY: `hasRoom` holds, so the node and its offset lie inside `bytes`.
    @inline(__always)
    mutating func add(
        size: Int, head: UInt64, key: UnsafeRawBufferPointer, extra: Int,
        _ body: (UnsafeMutableRawBufferPointer) -> Void
    ) {
        upper &-= (size &+ 1) & ~1
        let (start, slot) = (upper, lower)
        lower &+= 2
        unsafe bytes.withUnsafeMutableBytes { page in
            unsafe page.storeBytes(of: UInt16(truncatingIfNeeded: start), toByteOffset: slot, as: UInt16.self)
            let node = unsafe UnsafeMutableRawBufferPointer(rebasing: page[start..<start &+ size])
            let keySize = UInt64(key.count &+ extra)
            unsafe node.storeBytes(of: head | keySize << 48, as: UInt64.self)
            let keyStart = IndexLayout.nodeHeaderSize
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: node[keyStart...])
            unsafe rest.copyMemory(from: key)
            if extra == 1 { unsafe rest[key.count] = 0 }
            unsafe body(UnsafeMutableRawBufferPointer(rebasing: rest[(key.count &+ extra)...]))
        }
    }

    /// Writes the header; what lies between offsets and nodes becomes zero.
    mutating func finish(number: UInt64) {
        let (lower, upper, flags) = (lower, upper, flags)
        unsafe bytes.withUnsafeMutableBytes { page in
            unsafe page.storeBytes(of: number, toByteOffset: 0, as: UInt64.self)
            unsafe page.storeBytes(of: 0, toByteOffset: 8, as: UInt16.self)
            unsafe page.storeBytes(of: flags, toByteOffset: IndexLayout.pageFlagsOffset, as: UInt16.self)
            unsafe page.storeBytes(
                of: UInt16(lower), toByteOffset: IndexLayout.pageLowerOffset, as: UInt16.self)
            unsafe page.storeBytes(
                of: UInt16(upper), toByteOffset: IndexLayout.pageLowerOffset + 2, as: UInt16.self)
            unsafe UnsafeMutableRawBufferPointer(rebasing: page[lower..<upper]).initializeMemory(
                as: UInt8.self, repeating: 0)
        }
    }

    mutating func removeAll() {
        lower = IndexLayout.pageHeaderSize
        upper = bytes.count
    }
}

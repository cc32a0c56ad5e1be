import CPosix

/// One state of an index file: the tree that a meta page points to.
struct IndexSnapshot: Equatable {
    var transaction: UInt64
    /// `nil` for an empty database.
    var root: UInt64?
    var depth: Int
    var entries: UInt64
    var lastPage: UInt64
}

extension PageView {
    /// The state that the newer of the two meta pages describes.
    ///
    /// A program that writes the file in place (Postfix does) stores the transaction number last, so that a
    /// reader that finds the same number before and after it looked has seen one state.
    @inline(__always)
    func newestSnapshot() throws(PageFault) -> IndexSnapshot {
        let first = unsafe postroom_load_acquire(base + IndexLayout.transactionOffset)
        let second = unsafe postroom_load_acquire(base + pageSize + IndexLayout.transactionOffset)
        let meta = first >= second ? 0 : pageSize
        let database = meta + IndexLayout.mainDatabaseOffset
        let root = load64(database + IndexLayout.databaseRoot)
        let depth = Int(load16(database + IndexLayout.databaseDepth))
        guard depth <= IndexLayout.maximumDepth else { throw PageFault("its tree has an impossible depth") }
        return IndexSnapshot(
            transaction: max(first, second), root: root == IndexLayout.noPage ? nil : root, depth: depth,
            entries: load64(database + IndexLayout.databaseEntries),
            lastPage: load64(meta + IndexLayout.lastPageOffset))
    }

    /// Whether the newest state is still the one of `snapshot`.
    @inline(__always)
    func isCurrent(_ snapshot: IndexSnapshot) -> Bool {
        let first = unsafe postroom_load_acquire(base + IndexLayout.transactionOffset)
        let second = unsafe postroom_load_acquire(base + pageSize + IndexLayout.transactionOffset)
        return max(first, second) == snapshot.transaction
    }
}

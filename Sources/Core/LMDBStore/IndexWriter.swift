import CLMDB
import Glibc

/// Writes a new index in one transaction, rows in key order, so that its pages are full.
///
/// The caller provides an empty file and sets `mapSize` bytes of disk space aside for it before the first row, because
/// the database writes through a memory map, where a full disk would be a SIGBUS in place of an error. The file is neither synced
/// nor cut to its size here.
// SAFETY: the environment, the transaction and the cursor are owned by this value, and freed once, in `commit` or
// in `deinit`.
@safe public struct IndexWriter: ~Copyable {
    private let environment: OpaquePointer
    private let transaction: OpaquePointer
    private let cursor: OpaquePointer
    private let name: String
    private var isOpen = true

    /// - Parameters:
    ///   - path: where the file can be opened.
    ///   - name: what messages call it.
    ///   - mapSize: bytes, a multiple of the page size; what `IndexSizeEstimate` says is enough.
    public init(path: String, name: String, mapSize: Int) throws(IndexError) {
        func check(_ operation: String, _ status: CInt) throws(IndexError) {
            guard status == 0 else { throw Self.failure(operation, name, status) }
        }
        self.name = name
        var environment: OpaquePointer?
        try unsafe check("create", mdb_env_create(&environment))
        guard let environment = unsafe environment else { throw Self.failure("create", name, ENOMEM) }
        var transaction: OpaquePointer?
        var cursor: OpaquePointer?
        do throws(IndexError) {
            try unsafe check("size", mdb_env_set_mapsize(environment, mapSize))
            let flags = MDB_NOSUBDIR | MDB_NOLOCK | MDB_WRITEMAP | MDB_NOSYNC | MDB_NOMETASYNC
            try unsafe check("open", mdb_env_open(environment, path, CUnsignedInt(flags), 0o600))
            try unsafe check("begin", mdb_txn_begin(environment, nil, 0, &transaction))
            var database: MDB_dbi = 0
            try unsafe check("open", mdb_dbi_open(transaction, nil, 0, &database))
            try unsafe check("open", mdb_cursor_open(transaction, database, &cursor))
        } catch {
            unsafe mdb_env_close(environment)
            throw error
        }
        guard let transaction = unsafe transaction, let cursor = unsafe cursor else {
            unsafe mdb_env_close(environment)
            throw Self.failure("begin", name, ENOMEM)
        }
        unsafe self.environment = environment
        unsafe self.transaction = transaction
        unsafe self.cursor = cursor
    }

    deinit {
        guard isOpen else { return }
        unsafe mdb_cursor_close(cursor)
        unsafe mdb_txn_abort(transaction)
        unsafe mdb_env_close(environment)
    }

    /// Adds a row after all others.
    ///
    /// - Parameter terminated: whether a NUL byte follows the key and the value in the file.
    /// - Throws: `IndexError.library`, also when the key does not sort after the last one.
    @inline(__always)
    public mutating func append(
        key: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer, terminated: Bool
    ) throws(IndexError) {
        let extra = terminated ? 1 : 0
        let status = unsafe withUnsafeTemporaryAllocation(byteCount: key.count + 1, alignment: 1) { scratch in
            unsafe scratch.copyMemory(from: key)
            unsafe scratch[key.count] = 0
            var storedKey = unsafe MDB_val(mv_size: key.count + extra, mv_data: scratch.baseAddress)
            var stored = unsafe MDB_val(mv_size: value.count + extra, mv_data: nil)
            let status = unsafe mdb_cursor_put(
                cursor, &storedKey, &stored, CUnsignedInt(MDB_APPEND | MDB_RESERVE))
            guard status == 0 else { return status }
            let target = unsafe UnsafeMutableRawBufferPointer(start: stored.mv_data, count: stored.mv_size)
            unsafe target.copyMemory(from: value)
            if terminated { unsafe target[value.count] = 0 }
            return status
        }
        guard status == 0 else { throw Self.failure("write", name, status) }
    }

    /// Finishes the file and returns how many bytes of it are used.
    public consuming func commit() throws(IndexError) -> Int {
        isOpen = false
        unsafe mdb_cursor_close(cursor)
        let status = unsafe mdb_txn_commit(transaction)
        var information = unsafe MDB_envinfo()
        var statistics = MDB_stat()
        unsafe mdb_env_info(environment, &information)
        unsafe mdb_env_stat(environment, &statistics)
        unsafe mdb_env_close(environment)
        guard status == 0 else { throw Self.failure("commit", name, status) }
        return unsafe (information.me_last_pgno + 1) * Int(statistics.ms_psize)
    }

    private static func failure(_ operation: String, _ name: String, _ status: CInt) -> IndexError {
        let reason = unsafe String(cString: mdb_strerror(status))
        return .library(path: name, operation: operation, reason: reason)
    }
}

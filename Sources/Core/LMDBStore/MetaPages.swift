import PosixSupport

/// The first look at a file that claims to be an index.
enum MetaPages {
    private static let pageSizes = [4096, 512, 1024, 2048, 8192, 16384, 32768]

    /// The pages of a file with two sound meta pages; valid as long as `file` is.
    static func check(_ file: MappedFile) throws(IndexError) -> PageView {
        try file.withBytes { (bytes) throws(IndexError) in
            func foreign(_ reason: String) -> IndexError { .foreign(path: file.path, reason: reason) }
            guard bytes.count > 0 else { throw foreign("it is empty") }
            guard bytes.count >= IndexLayout.metaEnd else { throw foreign("it is shorter than a page") }
            try checkIdentity(bytes, at: 0, foreign)
            let pageSize = Int(load(bytes, IndexLayout.freeDatabaseOffset + IndexLayout.databasePageSize, 4))
            guard pageSizes.contains(pageSize) else { throw foreign("its page size is \(pageSize) bytes") }
            guard bytes.count >= 2 * pageSize else {
                throw .damaged(path: file.path, reason: "it ends inside its first two pages")
            }
            try checkIdentity(bytes, at: pageSize, foreign)
            for meta in [0, pageSize] {
                let database = meta + IndexLayout.mainDatabaseOffset
                guard load(bytes, database + IndexLayout.databaseFlags, 2) == 0 else {
                    throw foreign("its database has options that lookup tables do not have")
                }
                let second = load(
                    bytes, meta + IndexLayout.freeDatabaseOffset + IndexLayout.databasePageSize, 4)
                guard Int(second) == pageSize else { throw foreign("its page sizes differ") }
            }
            return try unsafe bytes.withUnsafeBytes { (bytes) throws(IndexError) in
                guard let base = bytes.baseAddress else { throw foreign("it is empty") }
                return unsafe PageView(
                    base: base, pageSize: pageSize, pageCount: UInt64(bytes.count / pageSize))
            }
        }
    }

    private static func checkIdentity(
        _ bytes: Span<UInt8>, at meta: Int, _ foreign: (String) -> IndexError
    ) throws(IndexError) {
        guard load(bytes, meta + IndexLayout.magicOffset, 4) == UInt64(IndexLayout.magic),
            load(bytes, meta + IndexLayout.pageFlagsOffset, 2) & UInt64(IndexLayout.metaFlag) != 0
        else { throw foreign("its first pages have another signature") }
        guard load(bytes, meta + IndexLayout.versionOffset, 4) & 0xFFFF == UInt64(IndexLayout.version) else {
            throw foreign("it has another format version")
        }
    }

    /// A little-endian number of `size` bytes.
    private static func load(_ bytes: Span<UInt8>, _ offset: Int, _ size: Int) -> UInt64 {
        var number: UInt64 = 0
        for index in (0..<size).reversed() { number = number << 8 | UInt64(bytes[offset + index]) }
        return number
    }
}
